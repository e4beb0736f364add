import { openingRole } from '../access/opening-role.ts';
import type { JsonObject } from '../definition/json.ts';
import { isRefusal, refuse, type Refusal } from '../errors/refusal.ts';
import { open } from '../flow/step.ts';
import { stockholmDay } from '../time/day.ts';
import { entryOf } from './entry.ts';
import type { Decision, Opening } from './model.ts';
import { submit, type Rules } from './rules.ts';

/**
 * What one wish to open a case leads to. Organ and unit are the owner's, and it arrived today, where the facts say nothing else. Pure.
 * @returns `access.denied` to who may not open it that way, `form.answers_invalid` with the faults of the application.
 */
export function decideOpen(rules: Rules, { actor, answers, facts }: Opening, now: Date): Decision | Refusal {
  const { definition } = rules;
  const { settings } = definition.caseType;
  const today = stockholmDay(now);
  const { organ: owner, unit: home } = settings.owner;
  const placed: JsonObject = { organ: owner, unit: home, arrivedOn: today, ...facts };
  const { channel, organ, unit } = placed;
  const role = openingRole(settings, actor, { channel: String(channel), organ: String(organ), unit: String(unit) });
  if (!role) return refuse('access.denied');
  const known = { ...placed, openedAt: now.toISOString(), openedOn: today };
  const submission = submit(rules, { form: 'application', answers, data: { case: known }, now });
  if (isRefusal(submission)) return submission;
  const { state, effects } = open(definition, { application: submission.answers, case: known }, now);
  const entry = entryOf(definition, { kind: 'opened', event: 'open', role, before: null, after: state });
  return { state, effects, entry, submission, beslut: null };
}

import { mayTakeUp } from '../access/acts-for.ts';
import { isRegistered, openingRole } from '../access/opening-role.ts';
import type { JsonObject } from '../definition/json.ts';
import { isRefusal, refuse, type Refusal } from '../errors/refusal.ts';
import { open } from '../flow/step.ts';
import { stockholmDay } from '../time/day.ts';
import { coSignersOf, signaturesOf } from './co-signers.ts';
import { entryOf } from './entry.ts';
import { placeOf } from './place-of.ts';
import type { Decision, Opening } from './model.ts';
import { submit, type Rules } from './rules.ts';

/**
 * What one wish to open a case leads to. Organ and unit follow from the answers, and it arrived today, where the facts say nothing else.
 * What came in by phone, letter or visit has come in as it is (TF 2:9): nobody is made to answer on the sender's behalf, and what is
 * missing is asked for as a supplement (FL 20 §); what another case hands over has come in likewise. What the authority begins itself it fills in whole. Pure.
 * @returns `access.denied` to who may not open it that way, `mandate.not_for_this` to who acts for another and not in this, `form.answers_invalid` with the faults of the application.
 */
export function decideOpen(rules: Rules, { actor, answers, facts }: Opening, now: Date): Decision | Refusal {
  const { definition } = rules;
  const { settings } = definition.caseType;
  const today = stockholmDay(now);
  const placed: JsonObject = { ...placeOf(definition.caseType, answers, today), arrivedOn: today, ...facts };
  const { channel, organ, unit } = placed;
  const role = openingRole(settings, actor, { channel: String(channel), organ: String(organ), unit: String(unit) });
  if (!role) return refuse('access.denied');
  const matter = { slug: settings.slug, organ: String(organ) };
  if (actor.kind === 'person' && !mayTakeUp(actor, matter)) return refuse('mandate.not_for_this');
  const known = { ...placed, openedAt: now.toISOString(), openedOn: today };
  const asItCame = (isRegistered(role) || role === 'system') && settings.initiatedBy !== 'authority';
  const submission = submit(rules, { form: 'application', answers, data: { case: known }, now, asItCame });
  if (isRefusal(submission)) return submission;
  // What staff register was signed on paper, or not at all: nobody is asked.
  const others = role === 'applicant' ? coSignersOf(definition.caseType, submission.answers) : [];
  const signatures = settings.eService.signature === 'all-parties' && {
    signatures: signaturesOf(others.map(unanswered))
  };
  const { state, effects } = open(
    definition,
    { application: submission.answers, case: { ...known, ...signatures } },
    now
  );
  const entry = entryOf(definition, { kind: 'opened', event: 'open', role, before: null, after: state });
  const asks = others.length > 0 ? [ASK_TO_SIGN] : [];
  return { state, effects: [...effects, ...asks], entry, submission, beslut: null };
}

const unanswered = () => ({ answer: null });
const ASK_TO_SIGN = { type: 'ask-to-sign', params: {} };

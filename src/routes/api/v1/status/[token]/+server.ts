import { limit, readStatus } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { findText } from '#runtime/form/texts.ts';
import { eventFacts } from '#lib/server/api/event-facts.ts';
import { problem } from '#lib/server/api/problem.ts';
import { clock } from '#lib/server/services.ts';

/** Where a case stands: the status link's content, without personal data. */
export const GET = async ({ params, locals, getClientAddress }) => {
  const { language } = locals;
  const limited = await limit('status-link', getClientAddress(), clock.now());
  if (limited) return problem(limited, language);
  const found = await readStatus(params.token);
  if (isRefusal(found)) return problem(found, language);
  const text = findText(found.definition.caseType.texts, language);
  const { number, seq, legalState, status, phases, openedAt, changedAt, events } = found;
  return Response.json(
    {
      ...{ number, seq, legalState, openedAt, changedAt, phases },
      caseType: found.definition.caseType.settings.slug,
      status: text(status.textKey) ?? status.state,
      phase: status.phase,
      actionRequired: status.actionRequired,
      isDone: status.done,
      deadline: status.deadline?.lastDay ?? null,
      events: events.map((event) => eventFacts(event, text))
    },
    { headers: { 'cache-control': 'private, no-store' } }
  );
};

import { allowed } from '../access/allowed.ts';
import { ownParties } from '../access/roles.ts';
import { hiddenAs, viewOf } from '../access/view.ts';
import { isRefusal, refuse, type Refusal } from '../errors/refusal.ts';
import { loadCase } from '../persistence/load-case.server.ts';
import { mailsTo, type MailToParty } from '../persistence/mails.server.ts';
import type { CaseDetails } from './case-details.ts';
import { definitionOf } from './definitions.server.ts';
import { recordOf } from './loop.server.ts';
import type { Actor } from './model.ts';
import { readCase } from './read-case.server.ts';
import type { CaseAtHand } from './read-status.server.ts';
import { isUuid } from '../uuid.ts';

/** A case as one of its parties reads it. */
export interface PartyCase {
  readonly found: CaseDetails;
  /** What we have sent them, newest first: that it was sent, and not its text, which may hold a secret link. */
  readonly messages: readonly MailToParty[];
}

/** A case for one of its parties. Refused to everybody else as `readCase` does, also to those who work with it: they have the desk. */
export async function readPartyCase(id: string, actor: Actor): Promise<PartyCase | Refusal> {
  const found = await readCase(id, actor);
  if (isRefusal(found)) return found;
  const own = found.parties.filter(({ id }) => found.own.includes(id));
  if (own.length === 0) return refuse('access.denied');
  const messages = found.view.parts.includes('messages')
    ? await mailsTo(
        id,
        own.map((party) => party.id)
      )
    : [];
  return { found, messages };
}

/** The same case, to send it an event. */
export async function caseOfParty(id: string, actor: Actor): Promise<CaseAtHand | Refusal> {
  const found = isUuid(id) ? await loadCase(id) : undefined;
  if (!found) return refuse('case.not_found');
  const { version_id, seq, number } = found.case_;
  const definition = await definitionOf(version_id);
  const record = recordOf(found);
  const { settings } = definition.caseType;
  const isShown = ownParties(actor, record).length > 0 && viewOf(settings, record, actor).parts.includes('status');
  if (!isShown) return hiddenAs(settings, record, actor);
  const events = allowed(definition, record, actor);
  const { data } = record.state;
  return { caseId: id, versionId: version_id, seq, number, definition, data, read: found, events, actor };
}

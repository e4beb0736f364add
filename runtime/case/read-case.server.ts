import { allowed, withheld } from '../access/allowed.ts';
import { heldItem } from '../access/delegation.ts';
import { may } from '../access/permissions.ts';
import type { CasePlace } from '../access/model.ts';
import { ownParties } from '../access/roles.ts';
import { hiddenAs, viewOf, type CasePart } from '../access/view.ts';
import { isRefusal, refuse, type Refusal } from '../errors/refusal.ts';
import type { Definition } from '../flow/model.ts';
import { journey, type StepTaken } from '../flow/journey.ts';
import { phaseLine } from '../flow/phase-line.ts';
import { statusOf } from '../flow/status.ts';
import { caseDocuments, type CaseDocuments } from '../persistence/case-documents.server.ts';
import { loadCase, type LoadedCase } from '../persistence/load-case.server.ts';
import type { BeslutRow, HandlingRow, NoticeRow, PartyRow, ReceiptRow, SubmissionRow } from '../persistence/rows.ts';
import type {
  CaseBeslut,
  CaseCoSigner,
  CaseDetails,
  CaseEntry,
  CaseHandling,
  CaseNotice,
  CaseParty,
  CaseReceipt,
  CaseSubmission,
  Named
} from './case-details.ts';
import { expectedBy } from './expected.ts';
import { definitionOf } from './definitions.server.ts';
import { recordOf } from './loop.server.ts';
import { identityMask } from './mask-identity.ts';
import { noticeHash } from './rows/context.server.ts';
import { paymentsOf, payoutsIn } from './pay.server.ts';
import { askedPayments } from './payments.ts';
import { isOfParty, partyReads } from './party-reads.ts';
import { toldAnswers } from './told.ts';
import type { Actor, CaseRecord } from './model.ts';
import type { CaseAtHand } from './read-status.server.ts';
import { isUuid } from '../uuid.ts';

const PARTY_ROLES = ['applicant', 'party', 'ombud'] as const;
/**
 * A case with all that the reader may see of it.
 *
 * @param now when it is read, for what the reader may decide on delegation; without it that is nothing
 * @returns `access.denied` for a case that the reader may not read; `case.not_found` also for one that they may not know of
 */
export async function readCase(id: string, actor: Actor, now?: Date): Promise<CaseDetails | Refusal> {
  const [found, kept] = isUuid(id) ? await Promise.all([loadCase(id), caseDocuments(id)]) : [];
  if (!found || !kept) return refuse('case.not_found');
  const opened = await openTo(found, actor, now);
  if (isRefusal(opened)) return opened;
  const { definition, record, hidden, mask, view, data } = opened;
  const documents = masked(kept, found.parties, hidden);
  const sees = (part: CasePart) => view.parts.includes(part);
  const status = statusOf(definition, record.state);
  const phases = phaseLine(definition, record.state, found.visited);
  const isStaff = view.sight === 'full';
  const own = new Set(ownParties(actor, record).map(({ partyId }) => partyId));
  const ownRows = found.parties.filter(({ id }) => own.has(id));
  const [ownParty] = ownRows;
  const reads = (row: HandlingRow) => ownRows.some((party) => partyReads(row, { ...documents, view, own: party }));
  const isOwn = (row: SubmissionRow) => ownRows.some((party) => isOfParty(row, party));
  return {
    ...facts(found, documents, definition),
    status,
    told: toldAnswers(definition, status, record.state.data),
    phases,
    journey: journey(definition, record.state, stepsOf(documents)),
    expected: expectedBy({
      settings: definition.caseType.settings,
      status,
      phases,
      openedAt: new Date(found.case_.opened_at)
    }),
    view,
    addsAs: PARTY_ROLES.filter((role) =>
      may(actor, 'party.add', { settings: definition.caseType.settings, place: record, role })
    ),
    assigns: may(actor, 'case.assign', record),
    events: allowed(definition, record, actor),
    delegations: delegationsOf(definition, record, actor),
    withheld: withheld(definition, record, actor),
    data,
    parties: found.parties.filter(({ id }) => isStaff || own.has(id)).map((row) => party(row, hidden)),
    own: [...own],
    coSigners: isStaff || ownParty ? coSigners(found, hidden) : [],
    submissions: submissions(documents, (row) => isStaff || (sees('application') && isOwn(row))).map(
      (one) => (isStaff && mask?.submission(one)) || one
    ),
    handlingar: documents.handlingar.filter((row) => isStaff || reads(row)).map((row) => handling(row, documents)),
    beslut: sees('beslut') ? found.beslut.map((row) => beslut(row, found.receipts, documents)) : [],
    notices: documents.notices.map((row) => notice(row, documents)),
    payments:
      isStaff || ownParty
        ? [...(await paymentsOf(id, askedPayments(found.waiting))), ...payoutsIn(record.state.data['results'])]
        : [],
    timeline: isStaff || sees('timeline') ? documents.timeline.map((row) => entry(row, documents)) : []
  };
}

/** The same case, to send it an event: without what only its page shows. */
export async function caseAtDesk(
  id: string,
  actor: Actor,
  now: Date
): Promise<(CaseAtHand & Pick<CaseDetails, 'delegations'>) | Refusal> {
  const found = isUuid(id) ? await loadCase(id) : undefined;
  if (!found) return refuse('case.not_found');
  const opened = await openTo(found, actor, now);
  if (isRefusal(opened)) return opened;
  const { definition, record, data } = opened;
  const { version_id: versionId, seq, number } = found.case_;
  const events = allowed(definition, record, actor);
  const delegations = delegationsOf(definition, record, actor);
  return { caseId: id, versionId, seq, number, definition, data: data ?? {}, read: found, events, actor, delegations };
}

/** A case with what a reader may see of it; a refusal for one who may not know of it. */
async function openTo(found: LoadedCase, actor: Actor, now: Date | undefined) {
  const definition = await definitionOf(found.case_.version_id);
  const record = recordOf(found, now);
  const hidden = found.parties.filter((row) => isHidden(row, actor, record));
  const mask = hidden.length > 0 ? identityMask(definition.caseType) : null;
  const view = viewOf(definition.caseType.settings, record, actor);
  if (!view.parts.includes('status')) return hiddenAs(definition.caseType.settings, record, actor);
  const data = view.sight === 'full' ? (mask?.data(record.state.data) ?? record.state.data) : null;
  return { definition, record, hidden, mask, view, data };
}

const stepsOf = ({ timeline }: CaseDocuments): StepTaken[] =>
  timeline.flatMap(({ at, entry }) => (entry ? [{ at, to: entry.to }] : []));

/** To themselves, and to those who have the right, somebody with protected identity is shown. */
const isHidden = (row: PartyRow, actor: Actor, place: CasePlace): boolean =>
  row.protected &&
  !(actor.kind === 'person' && row.person_id === actor.personId) &&
  !may(actor, 'identity.read', place);

/** The documents without the names of those who are hidden, also where they got protected identity after the names were written down. */
function masked(documents: CaseDocuments, parties: readonly PartyRow[], hidden: readonly PartyRow[]): CaseDocuments {
  const ids = new Set(hidden.map(({ person_id }) => person_id));
  const said = new Set(hidden.map(({ name }) => name));
  const tell = (name: string | null, personId: string | null = null) =>
    said.has(name) || (personId !== null && ids.has(personId)) ? null : name;
  const shown = parties.filter((row) => row.protected && !hidden.includes(row) && row.name !== null);
  return {
    ...documents,
    names: {
      ...Object.fromEntries(Object.entries(documents.names).filter(([personId]) => !ids.has(personId))),
      ...Object.fromEntries(shown.map(({ person_id, name }) => [person_id, name]))
    },
    handlingar: documents.handlingar.map((row) => ({
      ...row,
      correspondent: tell(row.correspondent, row.origin === 'inkommen' ? row.created_by_id : null)
    })),
    acts: documents.acts.map((row) => ({ ...row, recipient: tell(row.recipient) }))
  };
}

/** The items on which the reader may make a beslut now, by event. */
const delegationsOf = (definition: Definition, record: CaseRecord, actor: Actor): CaseDetails['delegations'] =>
  allowed(definition, record, actor).flatMap(({ event, meta }) => {
    const held = meta.beslut && heldItem(actor, record, meta.beslut);
    return held ? [{ event, item: held.item, title: held.title }] : [];
  });

function facts({ case_ }: LoadedCase, documents: CaseDocuments, definition: Definition) {
  const { settings } = definition.caseType;
  return {
    ...{
      id: case_.id,
      seq: case_.seq,
      number: case_.number,
      diarienummer: documents.diarienummer,
      slug: case_.slug,
      definition
    },
    ...{ versionId: case_.version_id, organ: case_.organ_key, unit: case_.unit_key, legalState: case_.legal_state },
    channel: settings.channels.find((channel) => channel === case_.channel) ?? 'e-service',
    language: case_.language,
    assignee: named(case_.assignee_id, documents),
    openedAt: new Date(case_.opened_at),
    changedAt: new Date(case_.changed_at),
    closedAt: case_.closed_at === null ? null : new Date(case_.closed_at),
    states: case_.states
  };
}

const named = (personId: string | null, { names }: CaseDocuments): Named | null => {
  const name = personId === null ? undefined : names[personId];
  return personId === null || name === undefined ? null : { personId, name };
};

function party(row: PartyRow, hidden: readonly PartyRow[]): CaseParty {
  const { id, role, is_part: isPart, protected: isProtected, person_id: personId } = row;
  const tell = (value: string | null) => (hidden.includes(row) ? null : value);
  return {
    ...{ id, role, isPart, isProtected, personId },
    ...{ name: tell(row.name), email: tell(row.email), phone: tell(row.phone), address: tell(row.address) },
    ...{ personnummer: tell(row.personnummer), organisationsnummer: tell(row.organisationsnummer) }
  };
}

const coSigners = ({ coSigners: rows, parties }: LoadedCase, hidden: readonly PartyRow[]): CaseCoSigner[] =>
  rows.map(({ party_id, answer, answered_at }) => {
    const row = parties.find(({ id }) => id === party_id);
    const name = row ? party(row, hidden).name : null;
    return { partyId: party_id, name, answer, answeredAt: answered_at === null ? null : new Date(answered_at) };
  });

const submissions = (documents: CaseDocuments, sees: (row: SubmissionRow) => boolean): CaseSubmission[] =>
  documents.submissions
    .filter(sees)
    .map(({ id, seq, form, answers, snapshot, language, submitted_by_id, submitted_at, signatures }) => ({
      ...{ id, seq, form, answers, language },
      snapshot: snapshot === null ? null : JSON.parse(snapshot),
      submittedBy: named(submitted_by_id, documents),
      submittedAt: new Date(submitted_at),
      signatures: signatures.map(({ method, signed_at, person_id }) => ({
        method,
        signedAt: new Date(signed_at),
        personId: person_id
      }))
    }));

function handling(row: HandlingRow, { acts, files }: CaseDocuments): CaseHandling {
  const { id, lopnummer, handlingstyp, title, origin, correspondent, sekretess } = row;
  return {
    ...{ id, lopnummer, handlingstyp, title, origin, correspondent, sekretess },
    allman: row.allman_since && row.allman_ground ? { since: row.allman_since, ground: row.allman_ground } : null,
    registrationMode: row.registration_mode,
    registeredAt: row.registered_at === null ? null : new Date(row.registered_at),
    arrivedOn: row.arrived_on,
    submissionId: row.submission_id,
    beslutId: row.beslut_id,
    createdAt: new Date(row.created_at),
    acts: acts
      .filter(({ handling_id }) => handling_id === id)
      .map(({ kind, at, recipient, how }) => ({ kind, at: new Date(at), recipient, how })),
    files: files
      .filter(({ handling_id }) => handling_id === id)
      .map((file) => ({ id: file.id, name: file.name, mediaType: file.media_type, size: file.size }))
  };
}

function beslut(row: BeslutRow, receipts: readonly ReceiptRow[], documents: CaseDocuments): CaseBeslut {
  const { id, seq, kind, outcome, delegation, communication, reasons, appeal } = row;
  return {
    ...{ id, seq, kind, outcome, delegation, communication, reasons, appeal },
    decidedBy: named(row.decided_by_id, documents),
    tookPart: row.took_part,
    presentedBy: row.presented_by,
    decidedAt: new Date(row.decided_at),
    legalBasis: row.legal_basis,
    immediateGround: row.immediate_ground,
    lagaKraftOn: row.laga_kraft_on,
    enforceableSince: row.enforceable_since === null ? null : new Date(row.enforceable_since),
    receipts: receipts.filter(({ beslut_id }) => beslut_id === id).map(receipt)
  };
}

const receipt = (row: ReceiptRow): CaseReceipt => ({
  partyId: row.party_id,
  receivedOn: row.received_on,
  how: row.how,
  proof: row.proof,
  lastDayToAppeal: row.last_day_to_appeal,
  appealedOn: row.appealed_on
});

const notice = (row: NoticeRow, documents: CaseDocuments): CaseNotice => ({
  ...{ id: row.id, title: row.title, body: row.body, lastDay: row.last_day },
  upAt: new Date(row.up_at),
  upBy: named(row.up_by_id, documents),
  downAt: row.down_at === null ? null : new Date(row.down_at),
  downBy: named(row.down_by_id, documents),
  sha256: noticeHash(row).replace(/^\\x/, '')
});

const ACTOR_KINDS = ['person', 'link', 'anonymous', 'system'] as const;

function entry(row: CaseDocuments['timeline'][number], documents: CaseDocuments): CaseEntry {
  const [word, personId = null] = row.actor.split(':');
  return {
    seq: row.seq,
    at: new Date(row.at),
    actor: named(personId, documents),
    actorKind: ACTOR_KINDS.find((kind) => kind === word) ?? 'system',
    entry: row.entry
  };
}

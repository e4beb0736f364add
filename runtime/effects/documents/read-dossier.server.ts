import { definitionOf } from '../../case/definitions.server.ts';
import { at } from '../../form/pointer.ts';
import { caseDocuments, type CaseDocuments } from '../../persistence/case-documents.server.ts';
import { loadCase, type LoadedCase } from '../../persistence/load-case.server.ts';
import { placeNames } from '../../persistence/place-names.server.ts';
import type { BeslutRow, PartyRow } from '../../persistence/rows.ts';
import type { Dossier, DossierBeslut, DossierParty, DossierStep, DossierSubmission } from './dossier.ts';

/** What a document needs to know about the step that called for it. */
export interface StepOfCase {
  readonly caseId: string;
  readonly seq: number;
  /** The last day that the step's words mean, `YYYY-MM-DD`. */
  readonly lastDay: string | null;
}

/** Reads what is known of a case and of one step of it; undefined when there is no such case. */
export async function readDossier({ caseId, seq, lastDay }: StepOfCase): Promise<Dossier | undefined> {
  const [found, kept] = await Promise.all([loadCase(caseId), caseDocuments(caseId)]);
  if (!found || !kept) return undefined;
  const known = { found, kept };
  const { case_, parties } = found;
  const [{ caseType }, names] = await Promise.all([
    definitionOf(case_.version_id),
    placeNames(case_.organ_key, case_.unit_key)
  ]);
  return {
    caseId,
    number: case_.number,
    registered: found.registered,
    language: case_.language,
    caseType,
    organ: { key: case_.organ_key, name: names.organ },
    unit: { key: case_.unit_key, name: names.unit },
    parties: parties.map(partyOf),
    data: case_.data,
    application: submissionWhere(known, ({ form }) => form === 'application'),
    step: stepOf({ known, seq, lastDay })
  };
}

const partyOf = ({
  id,
  role,
  person_id,
  organisation_proved,
  name,
  email,
  address,
  protected: isProtected
}: PartyRow): DossierParty => ({
  ...{ id, role, name, email, address },
  readsHere: person_id !== null || organisation_proved,
  protected: isProtected
});

interface Known {
  readonly found: LoadedCase;
  readonly kept: CaseDocuments;
}

function stepOf({
  known,
  seq,
  lastDay
}: {
  readonly known: Known;
  readonly seq: number;
  readonly lastDay: string | null;
}): DossierStep {
  const { found, kept } = known;
  const row = timelineAt(known, seq);
  const beslut = found.beslut.findLast((one) => one.seq <= seq);
  return {
    seq,
    lastDay,
    at: new Date(row?.at ?? found.case_.changed_at),
    actor: row ? nameOf(row.actor.replace(/^person:/, ''), kept) : null,
    submission: submissionWhere(known, (one) => one.seq === seq && one.form !== 'application'),
    beslut: beslut ? beslutOf(beslut, known) : null
  };
}

const timelineAt = ({ kept }: Known, seq: number) => kept.timeline.find((entry) => entry.seq === seq);

const nameOf = (personId: string | null, { names }: CaseDocuments): string | null =>
  personId === null ? null : (names[personId] ?? null);

type SubmissionOf = CaseDocuments['submissions'][number];

function submissionWhere(known: Known, is: (one: SubmissionOf) => boolean): DossierSubmission | null {
  const { kept } = known;
  const row = kept.submissions.find(is);
  if (!row) return null;
  const [signature] = row.signatures;
  const handling = kept.handlingar.find(({ submission_id }) => submission_id === row.id);
  return {
    form: row.form,
    answers: row.answers,
    language: row.language,
    submittedAt: new Date(row.submitted_at),
    actedFor: actedFor(row, known),
    signature: signature
      ? {
          name: nameOf(signature.person_id, kept) ?? '',
          at: new Date(signature.signed_at),
          method: signature.method
        }
      : null,
    files: kept.files
      .filter(({ handling_id }) => handling !== undefined && handling_id === handling.id)
      .map(({ name, size, sha256 }) => ({ name, size, sha256 }))
  };
}

/** Whoever acted for another is told in the timeline; those who act for themselves are not. */
function actedFor({ seq, submitted_by_id }: SubmissionOf, known: Known): DossierSubmission['actedFor'] {
  const party = at(timelineAt(known, seq)?.entry?.details ?? {}, '/actsFor/party');
  const name = known.found.parties.find(({ id }) => id === party)?.name;
  return name ? { name, by: nameOf(submitted_by_id, known.kept) } : null;
}

const beslutOf = (row: BeslutRow, known: Known): DossierBeslut => ({
  id: row.id,
  seq: row.seq,
  kind: row.kind,
  outcome: row.outcome,
  delegation: row.delegation,
  decidedBy: nameOf(row.decided_by_id, known.kept),
  decidedAt: new Date(row.decided_at),
  presentedBy: row.presented_by,
  tookPart: row.took_part,
  reasons: row.reasons,
  legalBasis: row.legal_basis,
  appeal: row.appeal,
  immediateGround: row.immediate_ground,
  submission: submissionWhere(known, (one) => one.seq === row.seq && one.form !== 'application')
});

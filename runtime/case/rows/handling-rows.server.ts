import { randomUUID } from 'node:crypto';
import type { Handlingstyp } from '../../definition/types.ts';
import type { BeslutRow, HandlingRow, SubmissionRow } from '../../persistence/rows.ts';
import type { Numbering } from '../../persistence/write-step.server.ts';
import { handlingstypOf, markOf, modeOf, seriesOf } from '../handlingstyp.ts';
import { effectsOf, personOf, swedish, type Context } from './context.server.ts';

/** A handling without what its origin decides. */
const blank = (context: Context, handlingstyp: string, offset: number) => ({
  id: randomUUID(),
  case_id: context.before.case_.id,
  lopnummer: context.before.lastLopnummer + 1 + (context.change.also?.handling?.length ?? 0) + offset,
  handlingstyp,
  sekretess: markOf(context.settings, handlingstyp),
  created_by_id: personOf(context.change.actor),
  created_at: context.at
});

/** The authority began the case itself: what it wrote has not come in to it. */
const isOwnInitiative = ({ settings, before }: Context) =>
  settings.initiatedBy === 'authority' || before.case_.channel === 'internal';

const COMES_IN: readonly (string | null)[] = ['applicant', 'party', 'ombud', 'anyone'];

/** What follows from where a handling comes from, and from the registration rule of its handlingstyp. */
function standing(
  context: Context,
  typ: Handlingstyp | undefined,
  { origin, arrivedOn }: { origin: HandlingRow['origin']; arrivedOn: string }
) {
  const mode = modeOf(typ);
  const comesIn = origin === 'inkommen';
  return {
    origin,
    allman_since: comesIn ? arrivedOn : null,
    allman_ground: comesIn ? ('inkommen' as const) : null,
    arrived_on: comesIn ? arrivedOn : null,
    registration_mode: mode,
    registered_at: mode === 'diarium' ? context.at : null
  };
}

/**
 * What a handling is called in the diarium: by the document that it becomes, its form or its handlingstyp, and never by the
 * button that was pressed, which says what to do and not what came of it (OSL 5:2).
 */
function titleOf(context: Context, handlingstyp: string, form: string): string {
  if (form === 'application') return swedish(context, 'caseType.title') ?? handlingstyp;
  const made = effectsOf(context, 'create-document').find(({ params }) => params['handlingstyp'] === handlingstyp);
  const keys = [...(made ? [String(made.params['document'])] : []), form, handlingstyp];
  const title = keys.map((key) => swedish(context, `document.${key}.title`)).find((text) => text !== undefined);
  return title ?? swedish(context, 'caseType.title') ?? handlingstyp;
}

/** The handling that a submission is (TF 2:9), or that a beslut is, if its form has a handlingstyp. */
export function handedIn(context: Context, submission: SubmissionRow | null, [beslut]: BeslutRow[]): HandlingRow[] {
  const { change, settings } = context;
  const { submitted, entry } = change;
  const typ = submitted ? handlingstypOf(settings, submitted.form) : undefined;
  if (!submission || !submitted || !typ) return [];
  const comesIn =
    entry.kind === 'opened' ? !isOwnInitiative(context) : submitted.cameIn || COMES_IN.includes(entry.role);
  const origin = comesIn ? 'inkommen' : beslut ? 'utgaende' : 'intern';
  return [
    {
      ...blank(context, typ.key, 0),
      ...standing(context, typ, { origin, arrivedOn: submitted.arrivedOn }),
      title: titleOf(context, typ.key, submitted.form),
      correspondent: comesIn ? submitted.correspondent : null,
      submission_id: submission.id,
      beslut_id: beslut?.id ?? null,
      sha256: submission.sha256
    }
  ];
}

/** What the flow registers by itself: a handling of a type that the step has none of yet. */
export function registeredByFlow(context: Context, present: readonly HandlingRow[]): HandlingRow[] {
  const { settings, today } = context;
  const wanted = effectsOf(context, 'register').filter(
    ({ params }) => !present.some(({ handlingstyp }) => handlingstyp === params['handlingstyp'])
  );
  return wanted.map(({ params }, index) => {
    const key = String(params['handlingstyp']);
    const typ = settings.handlingstyper.find((candidate) => candidate.key === key);
    const origin = ORIGINS.find((known) => known === params['origin']) ?? 'intern';
    return {
      ...blank(context, key, present.length + index),
      ...standing(context, typ, { origin, arrivedOn: today }),
      title: swedish(context, `document.${key}.title`) ?? swedish(context, 'caseType.title') ?? key,
      correspondent: null,
      submission_id: null,
      beslut_id: null,
      sha256: null
    };
  });
}

const ORIGINS = ['inkommen', 'utgaende', 'intern'] as const;

/** The number: at the opening always; later only when a case without diarienummer gets its first handling that must have one. */
export function numbering(
  { before, settings, seq, today }: Context,
  handling: readonly HandlingRow[]
): Numbering | null {
  const first = handling.find(({ registration_mode }) => registration_mode === 'diarium') ?? handling[0];
  const registered = first?.registration_mode === 'diarium';
  if (seq > 1 && (before.registered || !registered)) return null;
  const typ = settings.handlingstyper.find(({ key }) => key === first?.handlingstyp);
  const organ = before.case_.organ_key;
  return { organ_key: organ, series: seriesOf(settings, organ, typ), year: Number(today.slice(0, 4)), registered };
}

import type { CaseType } from '../../definition/case-type.ts';
import type { JsonObject } from '../../definition/json.ts';
import { chanceOf } from '../../form/generate/chance.ts';
import { generateAnswers } from '../../form/generate/generate-answers.ts';
import { somebody } from '../../form/generate/people.ts';
import type { CaseData } from '../../form/model.ts';
import type { DocumentKind } from '../../ports/document-maker.ts';
import { addDays, stockholmDay } from '../../time/day.ts';
import { writtenIn } from '../language.ts';
import { textIn } from '../texts.ts';
import type { Dossier, DossierBeslut, DossierStep, DossierSubmission } from './dossier.ts';

/** Which case is made up. The same wish gives the same case. */
export interface MadeUp {
  readonly kind: DocumentKind;
  /** The form that the step hands in: what a letter says, or the form of the beslut. */
  readonly form: string;
  readonly language: string;
  readonly seed: number;
  readonly now: Date;
  readonly organ: string;
}

const NOBODY = '00000000-0000-4000-8000-000000000000';

/** A case that nobody has, with answers to every form, at a step that calls for a kind of document. Pure. */
export function madeUpDossier(caseType: CaseType, wish: MadeUp): Dossier {
  const { language, seed, now, organ, kind, form } = wish;
  const { settings } = caseType;
  const data = madeUpData(caseType, wish);
  const { name, address } = person(seed);
  const handedIn = (key: string) => submission(key, data[key], wish);
  return {
    ...{ caseId: NOBODY, number: `${organ.slice(0, 3).toUpperCase()} ${now.getUTCFullYear()}/14`, registered: true },
    ...{ language, caseType, data },
    organ: { key: settings.owner.organ, name: organ },
    unit: { key: settings.owner.unit, name: settings.contact?.name ?? settings.owner.unit },
    parties: [{ id: NOBODY, role: 'applicant', readsHere: true, name, email: null, address, protected: false }],
    application: handedIn('application'),
    step: {
      ...{ seq: 7, at: now, actor: person(seed + 1).name },
      ...stepOf(kind, { wish, caseType, submission: handedIn(form) })
    }
  };
}

type Step = Pick<DossierStep, 'submission' | 'beslut' | 'lastDay'>;

function stepOf(
  kind: DocumentKind,
  { wish, caseType, submission: given }: { wish: MadeUp; caseType: CaseType; submission: DossierSubmission }
): Step {
  if (kind === 'receipt') return { submission: null, beslut: null, lastDay: null };
  if (kind === 'letter') return { submission: given, beslut: null, lastDay: null };
  const isRequest = kind === 'supplement-request';
  const beslut: DossierBeslut = {
    ...{ id: NOBODY, seq: 7, kind: 'delegationsbeslut', outcome: isRequest ? 'forelaggande' : 'bifall' },
    ...{ decidedBy: person(wish.seed + 1).name, decidedAt: wish.now, presentedBy: null, tookPart: [] },
    delegation: caseType.settings.delegation?.[0] ?? null,
    reasons: REASONS[writtenIn(wish.language)],
    legalBasis: caseType.settings.legalBasis
      .map(({ statute, paragraph = '' }) => `${statute} ${paragraph}`.trim())
      .join(', '),
    appeal: caseType.settings.appeal,
    immediateGround: null,
    submission: given
  };
  return { submission: given, beslut, lastDay: isRequest ? addDays(stockholmDay(wish.now), 21) : null };
}

const REASONS = {
  sv: 'Det som har kommit fram i ärendet uppfyller kraven. (Påhittat för förhandsvisningen.)',
  en: 'What has come out in the case meets the requirements. (Made up for the preview.)'
};

function madeUpData(caseType: CaseType, { language, seed, now }: MadeUp): CaseData {
  const data: JsonObject = {};
  for (const [key, form] of Object.entries(caseType.forms)) {
    const env = { data, today: stockholmDay(now), conditions: caseType.settings.conditions ?? {} };
    const label = (id: string) => textIn(caseType, language, `form.${key}.${id}.label`);
    data[key] = JSON.parse(JSON.stringify(generateAnswers(form, key, env, { seed, style: 'believable', label }) ?? {}));
  }
  return data;
}

const submission = (form: string, answers: unknown, { language, now }: MadeUp): DossierSubmission => ({
  ...{ form, language, submittedAt: now, actedFor: null, signature: null, files: [] },
  answers: isAnswers(answers) ? answers : {}
});

const isAnswers = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function person(seed: number): { readonly name: string; readonly address: string } {
  const { givenName, familyName, street, postalCode, city } = somebody(chanceOf(seed, 'applicant'));
  return { name: `${givenName} ${familyName}`, address: `${street}, ${postalCode} ${city}` };
}

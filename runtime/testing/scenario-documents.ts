import type { CaseType } from '../definition/case-type.ts';
import type { Scenario } from '../definition/types.ts';
import { runScenario } from '../case/run-scenario.ts';
import { rulesOf } from '../case/rules.server.ts';
import type { SimulatedStep } from '../case/simulated-case.ts';
import type { Dossier, DossierBeslut, DossierParty, DossierSubmission } from '../effects/documents/dossier.ts';
import { documentWish, type DocumentWish } from '../effects/documents/wish.ts';
import { compile } from '../flow/compile.ts';

/** A document that a step of a scenario calls for, with what is known of the case when it does. */
export interface ScenarioDocument {
  readonly scenario: string;
  readonly wish: DocumentWish;
  readonly dossier: Dossier;
}

const ORGAN = 'Samhällsbyggnadsnämnden';

const PARTIES: readonly DossierParty[] = (['applicant', 'party', 'ombud'] as const).map((role) => ({
  id: `00000000-0000-4000-8000-0000000000${role.length}`,
  role,
  readsHere: true,
  name: { applicant: 'Karin Test', party: 'Pål Part', ombud: 'Olle Ombud' }[role],
  email: null,
  address: 'Björkvägen 3, 852 30 Lillstad',
  protected: false
}));

/** Every document that the scenarios of a case type make, as their steps come. */
export function scenarioDocuments(caseType: CaseType, language = 'sv'): ScenarioDocument[] {
  const rules = rulesOf(compile(caseType));
  return Object.entries(caseType.scenarios).flatMap(([name, scenario]) => {
    const made: ScenarioDocument[] = [];
    const kept = keeper({ caseType, scenario, language });
    runScenario(rules, scenario, (step) => {
      const dossier = kept(step);
      for (const { type, params } of step.decision.effects)
        if (type === 'create-document') made.push({ scenario: name, wish: documentWish(params), dossier });
    });
    return made;
  });
}

interface Kept {
  readonly caseType: CaseType;
  readonly scenario: Scenario;
  readonly language: string;
}

/** Keeps of a case what a document may tell of it, step by step. */
function keeper({ caseType, scenario, language }: Kept): (step: SimulatedStep) => Dossier {
  let beslut: DossierBeslut | null = null;
  let application: DossierSubmission | null = null;
  return ({ seq, at, decision }) => {
    const submission = submissionOf(decision.submission, at, language);
    if (submission?.form === 'application') application = submission;
    if (decision.beslut) beslut = beslutOf(decision.beslut, { caseType, seq, at, submission });
    const places = scenario.channel === 'e-service' && caseType.settings.eService.authentication !== 'eid';
    return {
      caseId: '00000000-0000-4000-8000-000000000000',
      number: 'SBN 2026/14',
      registered: true,
      language,
      caseType,
      organ: { key: caseType.settings.owner.organ, name: ORGAN },
      unit: { key: caseType.settings.owner.unit, name: 'Enheten' },
      parties: places ? PARTIES.slice(0, 1) : PARTIES,
      data: decision.state.data,
      application,
      step: {
        ...{ seq, at, actor: 'Bo Handläggarsson', beslut },
        submission: submission?.form === 'application' ? null : submission,
        lastDay: decision.state.deadlines.find(({ lastDay }) => lastDay !== null)?.lastDay ?? null
      }
    };
  };
}

const submissionOf = (
  submission: SimulatedStep['decision']['submission'],
  submittedAt: Date,
  language: string
): DossierSubmission | null =>
  submission && {
    ...{ form: submission.form, answers: submission.answers, language, submittedAt },
    ...{ actedFor: null, signature: null, files: [] }
  };

interface BeslutSource {
  readonly caseType: CaseType;
  readonly seq: number;
  readonly at: Date;
  readonly submission: DossierSubmission | null;
}

type Made = NonNullable<SimulatedStep['decision']['beslut']>;

const beslutOf = (made: Made, { caseType, seq, at, submission }: BeslutSource): DossierBeslut => ({
  ...{ id: '00000000-0000-4000-8000-000000000003', seq, kind: made.kind, outcome: made.outcome },
  delegation: made.delegation,
  decidedBy: 'Bo Handläggarsson',
  decidedAt: at,
  presentedBy: made.presentedBy,
  tookPart: made.participants,
  reasons: made.reasons,
  legalBasis:
    made.legalBasis ??
    caseType.settings.legalBasis.map(({ statute, paragraph }) => [statute, paragraph].join(' ').trim()).join(', '),
  appeal: made.appeal,
  immediateGround: made.enforceableAtOnce,
  submission
});

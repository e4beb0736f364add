import { fileURLToPath } from 'node:url';
import type { JsonObject } from '../definition/json.ts';
import { readCaseTypeFolder } from '../definition/read-folder.server.ts';
import type { Dossier, DossierBeslut, DossierParty, DossierSubmission } from '../effects/documents/dossier.ts';

const caseTypes = fileURLToPath(new URL('../../case-types/', import.meta.url));

/** A shipped case type. */
export async function shippedCaseType(slug: string) {
  const { caseType, problems } = await readCaseTypeFolder(`${caseTypes}${slug}`);
  if (!caseType) throw new Error(`${slug} does not parse: ${JSON.stringify(problems)}`);
  return caseType;
}

export const MUNICIPALITY = { name: 'Lindsjö kommun', instances: {}, site: 'https://lindsjo.example' };

export const APPLICANT: DossierParty = {
  id: '00000000-0000-4000-8000-000000000001',
  role: 'applicant',
  readsHere: true,
  name: 'Karin Test',
  email: 'karin@exempel.example',
  address: 'Björkvägen 3, 852 30 Lillstad',
  protected: false
};

export const submission = (form: string, answers: JsonObject): DossierSubmission => ({
  form,
  answers,
  language: 'sv',
  submittedAt: new Date('2026-03-02T08:11:00Z'),
  actedFor: null,
  signature: null,
  files: []
});

export const BESLUT: DossierBeslut = {
  id: '00000000-0000-4000-8000-000000000003',
  seq: 7,
  kind: 'delegationsbeslut',
  outcome: 'bifall',
  delegation: 'SBN-2.1',
  decidedBy: 'Bo Handläggarsson',
  decidedAt: new Date('2026-04-20T11:00:00Z'),
  presentedBy: null,
  tookPart: [],
  reasons: 'Åtgärden stämmer med detaljplanen och uppfyller kraven.',
  legalBasis: '9 kap. plan- och bygglagen',
  appeal: {
    kind: 'forvaltningsbesvar',
    instance: 'lansstyrelsen',
    handIn: 'beslutande-organ',
    period: 'P21D',
    startsWhen: 'received',
    statute: { sfs: '2010:900', paragraph: '13 kap. 3 §' }
  },
  immediateGround: null,
  submission: submission('beslut', {
    outcome: 'bifall',
    decision: 'Bygglov ges för tillbyggnad.',
    fee: 1_250_000,
    feeExplained: 'Taxan, tabell 3.',
    communication: 'done',
    communicationReason: 'Sökanden får det som är sökt.',
    legalBasis: '9 kap. plan- och bygglagen',
    reasons: 'Åtgärden stämmer med detaljplanen och uppfyller kraven.'
  })
};

/** A bygglov as it stands when it has just been decided. */
export async function exampleDossier(change: Partial<Dossier> = {}): Promise<Dossier> {
  const caseType = await shippedCaseType('bygglov');
  const application: JsonObject = JSON.parse(JSON.stringify(Object.values(caseType.scenarios)[0]?.application ?? {}));
  return {
    caseId: '00000000-0000-4000-8000-000000000000',
    number: 'SBN 2026/14',
    registered: true,
    language: 'sv',
    caseType,
    organ: { key: 'samhallsbyggnadsnamnden', name: 'Samhällsbyggnadsnämnden' },
    unit: { key: 'bygglov', name: 'Bygglov' },
    parties: [APPLICANT],
    data: { application },
    application: submission('application', application),
    step: {
      seq: 7,
      at: new Date('2026-04-20T11:00:00Z'),
      actor: 'Bo Handläggarsson',
      submission: BESLUT.submission,
      beslut: BESLUT,
      lastDay: null
    },
    ...change
  };
}

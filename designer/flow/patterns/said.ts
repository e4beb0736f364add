import type { JsonObject } from '#runtime/definition/json.ts';
import type { Kit, Said } from './kit.ts';
import type { Question } from './form.ts';

/** A task of the flow: the case tells somebody. */
export const notify = (to: string, text: string): JsonObject => ({ type: 'notify', params: { to, text } });

/** What a step does that has waited longer than it should: tells somebody, and goes on waiting. */
export const reminder = (action: JsonObject): JsonObject => ({ actions: [action] });

export const ATTACHMENTS: Question = { id: 'files', kind: 'file', label: ['Bilagor', 'Attachments'] };

const COMMUNICATION: Question = {
  id: 'communication',
  kind: 'choose-one',
  required: true,
  label: [
    'Har parterna fått yttra sig över allt som har betydelse? (25 § förvaltningslagen)',
    'Have the parties been heard on all that matters? (Section 25, Administrative Procedure Act)'
  ],
  options: {
    done: ['Ja', 'Yes'],
    'obviously-unnecessary': ['Nej, det är uppenbart obehövligt', 'No, it is obviously unnecessary'],
    'would-obstruct': [
      'Nej, beslutet skulle bli mycket svårare att genomföra',
      'No, it would be much harder to carry out the decision'
    ],
    'cannot-wait': ['Nej, beslutet kan inte vänta', 'No, the decision cannot wait']
  }
};
const REASONS: Question = {
  id: 'reasons',
  kind: 'long-text',
  required: true,
  label: ['Skälen för beslutet', 'Reasons for the decision'],
  help: [
    'Skriv vilka omständigheter som avgjorde (32 § förvaltningslagen).',
    'Write what decided it (Section 32, Administrative Procedure Act).'
  ]
};
const LEGAL_BASIS: Question = {
  id: 'legalBasis',
  kind: 'text',
  required: true,
  label: ['Vilka bestämmelser har du tillämpat?', 'Which provisions have been applied?'],
  help: ['Skriv lag och paragraf.', 'Write act and section.']
};
const DECISION: Question = {
  id: 'decision',
  kind: 'long-text',
  required: true,
  label: ['Beslutets ordalydelse', 'Wording of the decision']
};

const OUTCOMES: Readonly<Record<string, Said>> = {
  bifall: ['Bifall', 'Granted'],
  'delvis-bifall': ['Delvis bifall', 'Granted in part'],
  avslag: ['Avslag', 'Refused'],
  avvisning: ['Avvisning', 'Dismissed']
};

interface BeslutForm {
  readonly base: string;
  readonly title: Said;
  /** One that is always the same is not asked for. */
  readonly outcome?: string;
  /** How this beslut is appealed, where not as the case type says. */
  readonly appeal?: JsonObject;
}

/**
 * The form of a beslut and the `meta.beslut` that reads it: what FL 25 and 31 to 33 §§ ask for, but where the beslut is appealed by
 * laglighetsprövning, where FL 2 § takes 25 and 32 §§ away.
 */
export function beslutForm(
  kit: Kit,
  { base, title, outcome, appeal }: BeslutForm
): { form: string; beslut: JsonObject } {
  const route = appeal ?? kit.appeal;
  const byMembers = route.kind === 'laglighetsprovning';
  const chosen: Question = {
    id: 'outcome',
    kind: 'choose-one',
    required: true,
    label: ['Utgång', 'Outcome'],
    options: OUTCOMES
  };
  const questions = [
    ...(outcome ? [] : [chosen]),
    DECISION,
    ...(byMembers ? [] : [COMMUNICATION]),
    REASONS,
    LEGAL_BASIS
  ];
  const form = kit.form(base, title, { questions, handlingstyp: 'beslut' });
  const from = (id: string) => ({ from: `/${form}/${id}` });
  return {
    form,
    beslut: {
      outcome: outcome ?? from('outcome'),
      communication: byMembers ? 'not-applicable' : from('communication'),
      reasons: from('reasons'),
      legalBasis: from('legalBasis'),
      ...(appeal && { appeal })
    }
  };
}

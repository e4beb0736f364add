import type { JsonObject } from '#runtime/definition/json.ts';
import type { Question } from './form.ts';

/** What came of an appeal. */
export const JUDGED: Question = {
  id: 'result',
  kind: 'choose-one',
  required: true,
  label: ['Vad blev det?', 'What was the outcome?'],
  options: {
    'star-fast': ['Vårt beslut står fast', 'Our decision stands'],
    andrat: ['Beslutet är ändrat eller upphävt', 'The decision is changed or set aside'],
    aterforvisat: ['Ärendet kommer tillbaka till oss', 'The case comes back to us']
  }
};

/** Where a case goes when a higher instance has decided: back to whoever decides, or on. */
export const judgedWays = ({
  form,
  back,
  next,
  actions
}: {
  form: string;
  back: string;
  next: string;
  actions: JsonObject[];
}): JsonObject[] => [
  {
    guard: { type: 'when', params: { op: 'eq', field: `/${form}/result`, value: 'aterforvisat' } },
    ...{ target: back, actions, meta: { roles: ['caseworker', 'registrar'], form } }
  },
  { target: next, actions }
];

import type { CaseType } from '../runtime/definition/case-type.ts';
import { parseDocument } from '../runtime/definition/parse.ts';
import { sized } from './sized.ts';

const FIELDS = 25;
/** Fields of the worked example itself. */
const OWN = 6;

/** The worked example with an application of 25 fields on one page, by login, without signature. */
export function formOf25(): CaseType {
  const document = sized({ pages: 1, fields: FIELDS - OWN });
  const { application } = Object(document['forms']);
  const [page, ...others]: { elements: unknown[] }[] = application.ui.elements;
  if (!page) throw new Error('The worked example has no page.');
  for (const { elements } of others) page.elements.push(...elements);
  application.ui.elements = [page];
  Object.assign(Object(document['settings']).eService, { signature: 'none', level: 1 });
  // What the applicant is told when the case lies with the caseworker: an effect of every submission.
  const { granska } = Object(document['flow']).states;
  granska.entry = [{ type: 'notify', params: { to: 'applicant', text: 'komplettera' } }];
  const { caseType, problems } = parseDocument(document);
  if (!caseType) throw new Error(JSON.stringify(problems));
  return caseType;
}

/** What is posted of its page: every field with an answer. */
export function postedFields(): [string, string][] {
  const asked = Array.from({ length: FIELDS - OWN }, (_, index): [string, string] => {
    const answers = [`Svar på fråga ${index}`, 'two', '17'];
    return [`/q${index}`, answers[index % answers.length] ?? ''];
  });
  return [
    ['/name', 'IF Kamraterna'],
    ['/contact', 'kassor@example.se'],
    ['/kind', 'drift'],
    ['/budget/0/post', 'lokal'],
    ['/budget/0/amount', '1200'],
    ...asked
  ];
}

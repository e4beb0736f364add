import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CaseType } from '../definition/case-type.ts';
import { parseCaseType, parseDocument, type CaseTypeFiles } from '../definition/parse.ts';

import { patched } from './patch.ts';

const folder = fileURLToPath(new URL('./worked-example/', import.meta.url));

/** The files of the worked example (föreningsbidrag), as `parseCaseType` takes them. Fresh at each call. */
export function workedExampleFiles(): CaseTypeFiles {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.json'));
  return Object.fromEntries(paths.map((path) => [path, JSON.parse(readFileSync(`${folder}${path}`, 'utf8'))]));
}

/** The worked example: a small case type with a parallel region, a reminder, a missed deadline, a decision table and hidden fields. */
export function workedExample(): CaseType {
  const { caseType, problems } = parseCaseType(workedExampleFiles());
  if (!caseType) throw new Error(`The worked example does not parse: ${JSON.stringify(problems)}`);
  return caseType;
}

/** The worked example with nothing to remark on: what it requires is always asked for. */
export function soundExample(): CaseType {
  const example = patched(workedExample(), [
    { op: 'remove', path: '/forms/application/schema/required/2' },
    { op: 'remove', path: '/forms/application/schema/properties/budget/items/required/2' }
  ]);
  const { caseType } = parseDocument(example);
  if (!caseType) throw new Error('The sound example does not parse.');
  return caseType;
}

/** The worked example as if its beslut were appealed by förvaltningsbesvär: time runs from when each part gets it (FL 44 §). */
export function appealedByParts(): CaseType {
  const appeal = {
    ...{ kind: 'forvaltningsbesvar', instance: 'forvaltningsratten', handIn: 'beslutande-organ', period: 'P21D' },
    ...{ startsWhen: 'received', statute: { sfs: '2017:900', paragraph: '40 §' } }
  };
  const example = patched(workedExample(), [
    { op: 'replace', path: '/settings/appeal', value: appeal },
    { op: 'add', path: '/flow/states/besluta/on/beslut/0/meta/beslut/communication', value: 'obviously-unnecessary' }
  ]);
  const { caseType } = parseDocument(example);
  if (!caseType) throw new Error('The example does not parse.');
  return caseType;
}

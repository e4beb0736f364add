import type { CaseType } from '../../definition/case-type.ts';
import type { Problem } from '../../definition/problem.ts';
import { statesOf } from '../../flow/walk.ts';
import { documentType, typeAt } from '../document-type.ts';
import { problemsOf } from '../problems-of.ts';
import { delayReads } from '../reads.ts';

const { error } = problemsOf('V4');

const DURATION = /^P(\d{1,4}D|T\d{1,4}H)$/;

/** V4: every clock runs for a time that can be told. An unresolved delay would fire at once. */
export function checkDelays(caseType: CaseType): Problem[] {
  const delays = caseType.settings.delays ?? {};
  const clocks = statesOf(caseType.flow).flatMap(({ config, pointer }) => [
    ...Object.keys(config.after ?? {}).map((name) => ({ name, pointer: `/flow${pointer}/after/${name}` })),
    ...(config.meta?.deadline ? [{ name: config.meta.deadline, pointer: `/flow${pointer}/meta/deadline` }] : [])
  ]);
  const document = documentType(caseType);
  return [
    ...clocks
      .filter(({ name }) => !DURATION.test(name) && !Object.hasOwn(delays, name))
      .map(({ name, pointer }) => error('unknown-delay', pointer, { delay: name })),
    ...delayReads(caseType.settings)
      .filter(({ field = '' }) => !['date', 'date-time', 'any', undefined].includes(typeAt(document, field)?.kind))
      .map(({ pointer, field = '' }) => error('not-a-date', pointer, { field })),
    ...Object.entries(delays).flatMap(([name, { period, days, from, before }]) => [
      ...(days === 'working' && !period.endsWith('D')
        ? [error('working-days-of-other-unit', `/settings/delays/${name}/period`, { period })]
        : []),
      ...(period.includes('T') && (before !== undefined || (from !== undefined && from !== 'entry'))
        ? [error('hours-from-date', `/settings/delays/${name}/period`, { period })]
        : [])
    ])
  ];
}

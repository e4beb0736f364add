import type { CaseType } from '../definition/case-type.ts';
import { workedExample } from './case-types.ts';

/** The worked example with the payment turned round: the applicant pays what the beslut says, within 30 days. */
export function paidExample(): CaseType {
  const caseType = workedExample();
  const source = JSON.stringify(caseType.flow).replace(
    '"src":"payment","input":{',
    '"src":"payment","input":{"direction":"in",'
  );
  return { ...caseType, flow: JSON.parse(source) };
}

import type { CaseType } from './case-type.ts';
import { controlsOf, type PlacedControl } from './walk-form.ts';

/** The questions of the application in which others are named who are to sign. Pure. */
export const coSignerFields = (caseType: Pick<CaseType, 'forms'>): PlacedControl[] =>
  controlsOf(caseType).filter(
    ({ form, list, element }) => form === 'application' && list === null && element.options.kind === 'co-signers'
  );

/** Whether more people than the one who files are asked to sign: `all-parties`, and a question to name them in. Pure. */
export const asksOthersToSign = (caseType: Pick<CaseType, 'settings' | 'forms'>): boolean =>
  caseType.settings.eService.signature === 'all-parties' && coSignerFields(caseType).length > 0;

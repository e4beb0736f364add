import type { CaseType } from '../../definition/case-type.ts';
import type { Problem } from '../../definition/problem.ts';
import type { Role } from '../../definition/types.ts';
import { branchesOf } from '../../flow/walk.ts';
import { actionsOf } from '../actions.ts';
import { placesOf } from '../expressions.ts';
import { problemsOf } from '../problems-of.ts';

const { error } = problemsOf('V23');

/** V23, first half: every handlingstyp says whether it is registered (OSL 5:1), and what is named is there. */
export function checkRegistration(caseType: CaseType): Problem[] {
  const { handlingstyper } = caseType.settings;
  const known = new Set(handlingstyper.map(({ key }) => key));
  const uses = [
    ...actionsOf(caseType).flatMap(({ action, pointer }) =>
      action.type === 'create-document' || action.type === 'register'
        ? [{ key: action.params.handlingstyp, pointer: `${pointer}/params/handlingstyp` }]
        : []
    ),
    ...(caseType.settings.confidentiality ?? []).flatMap(({ handlingstyper: keys = [] }, index) =>
      keys.map((key, at) => ({ key, pointer: `/settings/confidentiality/${index}/handlingstyper/${at}` }))
    )
  ];
  return [
    ...handlingstyper.flatMap(({ key, registration }, index) => {
      const pointer = `/settings/handlingstyper/${index}`;
      if (!registration) return [error('no-registration-rule', pointer, { handlingstyp: key })];
      return registration.mode === 'diarium' && !registration.series
        ? [error('diarium-without-series', `${pointer}/registration`, { handlingstyp: key })]
        : [];
    }),
    ...uses
      .filter(({ key }) => !known.has(key))
      .map(({ key, pointer }) => error('unknown-handlingstyp', pointer, { handlingstyp: key })),
    ...formsWithoutHandlingstyp(caseType)
  ];
}

const OUTSIDE: readonly string[] = ['applicant', 'party', 'ombud', 'anyone'] satisfies Role[];

/** What somebody outside hands in is an inkommen handling (TF 2:9), so its form has a handlingstyp. */
function formsWithoutHandlingstyp({ settings, forms, flow }: CaseType): Problem[] {
  const covered = settings.handlingstyper.flatMap((handlingstyp) => handlingstyp.forms ?? []);
  const handedIn = placesOf(flow)
    .flatMap(({ config, pointer }) => branchesOf(config, pointer))
    .filter(({ branch }) => branch.meta?.roles?.some((role) => OUTSIDE.includes(role)))
    .flatMap(({ branch }) => branch.meta?.form ?? []);
  return [...new Set(['application', ...handedIn])]
    .filter((form) => !covered.includes(form) && Object.hasOwn(forms, form))
    .map((form) => error('form-without-handlingstyp', `/forms/${form}`, { form }));
}

import type { CaseType } from '../definition/case-type.ts';
import { parseDocument } from '../definition/parse.ts';
import { KINDS } from '../form/kinds/registry.ts';
import { workedExample } from './case-types.ts';
import { patched } from './patch.ts';

const TEXTS = {
  'form.application.co-signers.label': 'Vilka fler ska skriva under?',
  'state.underskrifter.title': 'Underskrifter',
  'state.vantar-underskrifter.title': 'Väntar på underskrifter',
  'state.vantar-underskrifter.status': 'Vi väntar på att alla ska skriva under.'
};

const when = (value: string) => ({ type: 'when', params: { op: 'eq', field: '/case/signatures', value } });

/** The worked example with co-signers, whose flow waits until every one has signed, or one has refused. */
export function coSignedExample(): CaseType {
  const example = patched(workedExample(), [
    { op: 'replace', path: '/settings/eService/signature', value: 'all-parties' },
    { op: 'add', path: '/settings/parties/-', value: { role: 'party', isPart: false, addedBy: [], sees: ['status'] } },
    { op: 'remove', path: '/forms/application/schema/required/2' },
    { op: 'remove', path: '/forms/application/schema/properties/budget/items/required/2' },
    { op: 'add', path: '/forms/application/schema/properties/coSigners', value: KINDS['co-signers'].schema },
    {
      op: 'add',
      path: '/forms/application/ui/elements/0/elements/-',
      value: {
        type: 'Control',
        id: 'co-signers',
        scope: '#/properties/coSigners',
        options: { kind: 'co-signers' }
      }
    },
    { op: 'add', path: '/settings/personalData/0/fields/-', value: '/application/coSigners' },
    { op: 'replace', path: '/flow/initial', value: 'underskrifter' },
    {
      op: 'add',
      path: '/flow/states/underskrifter',
      value: {
        initial: 'vantar-underskrifter',
        states: { 'vantar-underskrifter': { meta: { phase: 'aktualisera', waitsFor: 'party' } } },
        after: { P30D: { target: 'granska' } },
        always: [
          { guard: when('all'), target: 'niva' },
          { guard: when('refused'), target: 'granska' }
        ]
      }
    },
    ...Object.entries(TEXTS).map(([key, value]) => ({ op: 'add', path: `/texts/sv/${key}`, value }) as const)
  ]);
  const { caseType, problems } = parseDocument(example);
  if (!caseType) throw new Error(`The co-signed example does not parse: ${JSON.stringify(problems)}`);
  return caseType;
}

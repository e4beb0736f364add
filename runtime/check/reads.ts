import type { CaseType } from '../definition/case-type.ts';
import { controlsOf } from '../definition/walk-form.ts';
import { branchesOf, statesOf } from '../flow/walk.ts';
import { expressionsOf, placesOf, type PlacedCondition, type PlacedValue } from './expressions.ts';

/** A place in the case's document that something in the case type reads. */
export interface Read {
  /** The problem's pointer. */
  readonly pointer: string;
  /** What is read: a pointer into the case's document, with `*` for the row. Undefined when `item` stands outside a row. */
  readonly field: string | undefined;
}

export type PlacedExpression = PlacedCondition | PlacedValue;

/** What one condition or value reads itself, not through what stands inside it. */
export function readsOf(placed: PlacedExpression): Read[] {
  const node = 'condition' in placed ? placed.condition : placed.value;
  if (typeof node !== 'object') return [];
  const read = (key: string, field: string | undefined): Read => ({ pointer: `${placed.pointer}/${key}`, field });
  if ('list' in node) {
    const sum = 'item' in node ? [read('item', `${node.list}/*${node.item}`)] : [];
    return [read('list', node.list), ...sum];
  }
  if ('from' in node) return [read('from', node.from)];
  if ('field' in node && node.field !== undefined) return [read('field', node.field)];
  if ('item' in node && node.item !== undefined)
    return [read('item', placed.list === null ? undefined : `${placed.list}/*${node.item}`)];
  return [];
}

/** Everything that a case type reads of a case: conditions, values, tables, delays, law. */
export function allReads(caseType: CaseType): Read[] {
  const { settings, decisions } = caseType;
  const { conditions, values } = expressionsOf(caseType);
  return [
    ...[...conditions, ...values].flatMap(readsOf),
    ...Object.entries(decisions).flatMap(([key, { inputs }]) =>
      inputs.map(({ field }, index) => ({ pointer: `/decisions/${key}/inputs/${index}/field`, field }))
    ),
    ...delayReads(settings),
    ...beslutReads(caseType),
    ...arrivedReads(caseType),
    ...toldReads(caseType),
    ...protectedReads(settings)
  ];
}

/** The dates that delays and statutory times count from. */
export function delayReads({ delays, deadlines }: CaseType['settings']): Read[] {
  const named = Object.entries(delays ?? {}).flatMap(([name, { from, before }]) => [
    ...(from === undefined || from === 'entry' ? [] : [{ pointer: `/settings/delays/${name}/from`, field: from }]),
    ...(before === undefined ? [] : [{ pointer: `/settings/delays/${name}/before`, field: before }])
  ]);
  const statutory = (deadlines?.statutory ?? []).flatMap(({ from }, index) =>
    from === 'opened' ? [] : [{ pointer: `/settings/deadlines/statutory/${index}/from`, field: from }]
  );
  return [...named, ...statutory];
}

function beslutReads({ flow }: CaseType): Read[] {
  return placesOf(flow)
    .flatMap(({ config, pointer }) => branchesOf(config, pointer))
    .flatMap(({ branch, pointer }) =>
      Object.entries(branch.meta?.beslut ?? {}).flatMap(([key, held]) =>
        typeof held === 'object' && 'from' in held
          ? [{ pointer: `${pointer}/meta/beslut/${key}/from`, field: held.from }]
          : []
      )
    );
}

/** The day and the sender of what staff register that came in. */
export const arrivedReads = ({ flow }: CaseType): (Read & { readonly key: string })[] =>
  placesOf(flow)
    .flatMap(({ config, pointer }) => branchesOf(config, pointer))
    .flatMap(({ branch, pointer }) =>
      Object.entries(branch.meta?.arrived ?? {}).map(([key, field]) => ({
        ...{ key, field, pointer: `${pointer}/meta/arrived/${key}` }
      }))
    );

/** The answers that the citizen reads with a status. */
const toldReads = ({ flow }: CaseType): Read[] =>
  statesOf(flow).flatMap(({ config, pointer }) =>
    (config.meta?.tells ?? []).map((field, index) => ({ field, pointer: `/flow${pointer}/meta/tells/${index}` }))
  );

function protectedReads({ personalData, confidentiality }: CaseType['settings']): Read[] {
  const fieldsOf = (part: string, entries: readonly { fields?: string[] }[] = []) =>
    entries.flatMap(({ fields = [] }, index) =>
      fields.map((field, at) => ({ pointer: `/settings/${part}/${index}/fields/${at}`, field }))
    );
  return [...fieldsOf('personalData', personalData), ...fieldsOf('confidentiality', confidentiality)];
}

/** Controls whose scope leads nowhere in the form's schema. */
export const lostControls = (caseType: CaseType) => controlsOf(caseType).filter(({ schema }) => schema === undefined);

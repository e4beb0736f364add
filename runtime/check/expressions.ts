import type { CaseType } from '../definition/case-type.ts';
import type { Action, Condition, Flow, FlowState, Invoke, UiElement, Value } from '../definition/types.ts';
import { elementsOf } from '../definition/walk-form.ts';
import { branchesOf, statesOf } from '../flow/walk.ts';

/** Where an expression stands: its pointer, and the list whose row `item` means (with `*` for rows inside rows). */
interface Place {
  readonly pointer: string;
  readonly list: string | null;
  /** The form and the element that shows it, for `visibleWhen` and calculated values. */
  readonly shown?: { readonly form: string; readonly element: UiElement };
}

export type PlacedCondition = Place & { readonly condition: Condition };
export type PlacedValue = Place & { readonly value: Value };

export interface Expressions {
  readonly conditions: readonly PlacedCondition[];
  readonly values: readonly PlacedValue[];
}

/** Every condition and value of a case type, those inside others too, each with its pointer. Decision tables stand apart. */
export function expressionsOf(caseType: CaseType): Expressions {
  const found = { conditions: [] as PlacedCondition[], values: [] as PlacedValue[] };
  const { condition, value } = collector(found);
  const outside = (pointer: string): Place => ({ pointer, list: null });
  const action = (entry: Action, pointer: string) =>
    Object.entries(actionValues(entry)).forEach(([path, held]) => value(held, outside(`${pointer}/params${path}`)));
  for (const [name, named] of Object.entries(caseType.settings.conditions ?? {}))
    condition(named, outside(`/settings/conditions/${name}`));
  caseType.settings.adopters?.forEach(({ when }, index) => {
    if (when) condition(when, outside(`/settings/adopters/${index}/when`));
  });
  for (const { element, form, pointer, list } of elementsOf(caseType)) {
    const place = { list, shown: { form, element } };
    if (element.type !== 'Categorization' && element.visibleWhen)
      condition(element.visibleWhen, { ...place, pointer: `${pointer}/visibleWhen` });
    for (const [path, held] of Object.entries(elementValues(element)))
      value(held, { ...place, pointer: pointer + path });
  }
  for (const { config, pointer } of placesOf(caseType.flow)) {
    const { entry = [], exit = [], invoke }: FlowState = 'id' in config ? {} : config;
    entry.forEach((each, index) => action(each, `${pointer}/entry/${index}`));
    exit.forEach((each, index) => action(each, `${pointer}/exit/${index}`));
    if (invoke)
      Object.entries(inputValues(invoke)).forEach(([path, held]) =>
        value(held, outside(`${pointer}/invoke/input${path}`))
      );
    for (const { branch, pointer: at } of branchesOf(config, pointer)) {
      if (branch.guard) condition(branch.guard.params, outside(`${at}/guard/params`));
      if (branch.meta?.when) condition(branch.meta.when, outside(`${at}/meta/when`));
      branch.actions?.forEach((each, index) => action(each, `${at}/actions/${index}`));
    }
  }
  return found;
}

/** The root of a flow and its states, each with its pointer into the case type. */
export const placesOf = (flow: Flow): { config: Flow | FlowState; pointer: string }[] => [
  { config: flow, pointer: '/flow' },
  ...statesOf(flow).map(({ config, pointer }) => ({ config, pointer: `/flow${pointer}` }))
];

function collector(found: { conditions: PlacedCondition[]; values: PlacedValue[] }) {
  const condition = (node: Condition, place: Place): void => {
    found.conditions.push({ ...place, condition: node });
    const at = (path: string, list = place.list): Place => ({ ...place, pointer: `${place.pointer}/${path}`, list });
    if ('args' in node) node.args.forEach((arg, index) => condition(arg, at(`args/${index}`)));
    if ('where' in node && node.where) condition(node.where, at('where', node.list));
    if ('value' in node)
      [node.value].flat().forEach((held, i) => value(held, at(Array.isArray(node.value) ? `value/${i}` : 'value')));
  };
  const value = (node: Value, place: Place): void => {
    found.values.push({ ...place, value: node });
    if (typeof node !== 'object') return;
    const at = (path: string, list = place.list): Place => ({ ...place, pointer: `${place.pointer}/${path}`, list });
    if ('args' in node) node.args.forEach((arg, index) => value(arg, at(`args/${index}`)));
    if ('value' in node) value(node.value, at('value'));
    if ('where' in node && node.where) condition(node.where, at('where', node.list));
    if ('condition' in node) {
      condition(node.condition, at('condition'));
      value(node.then, at('then'));
      if (node.else !== undefined) value(node.else, at('else'));
    }
  };
  return { condition, value };
}

type Values = Record<string, Value>;

const below = (path: string, values: Readonly<Record<string, Value>> = {}): Values =>
  Object.fromEntries(Object.entries(values).map(([key, held]) => [`${path}/${escape(key)}`, held]));

const escape = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1');

function actionValues(action: Action): Values {
  if (action.type === 'set-field') return { '/value': action.params.value };
  if (action.type === 'assign' && typeof action.params.unit === 'object') return { '/unit': action.params.unit };
  if (action.type === 'announce') return below('/values', action.params.values);
  return action.type === 'start-case' ? below('/data', action.params.data) : {};
}

function inputValues(invoke: Invoke): Values {
  switch (invoke.src) {
    case 'population-register':
      return invoke.input.person === undefined ? {} : { '/person': invoke.input.person };
    case 'payment':
      return { '/amount': invoke.input.amount };
    case 'http':
      return below('/body', invoke.input.body);
    case 'hand-over':
      return below('/data', invoke.input.data);
    default:
      return {};
  }
}

function elementValues(element: UiElement): Values {
  if (element.type !== 'Control') return {};
  if (element.options.kind === 'calculated') return { '/options/value': element.options.value };
  return element.options.kind === 'payment' ? { '/options/amount': element.options.amount } : {};
}

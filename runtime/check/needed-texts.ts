import type { CaseType } from '../definition/case-type.ts';
import type { Action, PropertySchema } from '../definition/types.ts';
import { controlsOf, elementsOf, type PlacedControl } from '../definition/walk-form.ts';
import { branchesOf, statesOf } from '../flow/walk.ts';
import { actionsOf } from './actions.ts';
import { placesOf } from './expressions.ts';

/** A text that somebody reads, and what in the case type asks for it. */
export interface NeededText {
  readonly key: string;
  readonly pointer: string;
}

/** Every text that a case type must have, but for the statuses (`statuses.ts`). Help, explanations and the guide are never needed. Keys may repeat. */
export const neededTexts = (caseType: CaseType): NeededText[] => [
  { key: 'caseType.title', pointer: '/settings' },
  { key: 'caseType.summary', pointer: '/settings' },
  ...guideTexts(caseType),
  ...textsOfForms(caseType),
  ...stateTexts(caseType),
  ...eventTexts(caseType),
  ...actionsOf(caseType).flatMap(({ action, pointer }) => actionTexts(action).map((key) => ({ key, pointer })))
];

const guideTexts = ({ settings }: CaseType): NeededText[] =>
  (settings.guide?.questions ?? []).flatMap(({ id, answers }, index) => {
    const pointer = `/settings/guide/questions/${index}`;
    const keys = answers.flatMap(({ key, ends }) => [`option.${key}`, ...(ends ? [`ending.${key}`] : [])]);
    return ['label', ...keys].map((key) => ({ key: `guide.${id}.${key}`, pointer }));
  });

const OF_FORMS = new WeakMap<CaseType['forms'], readonly NeededText[]>();

/** Known of forms once: most often the flow is changed and checked anew, and the forms are the same. */
function textsOfForms(caseType: CaseType): readonly NeededText[] {
  const texts = OF_FORMS.get(caseType.forms) ?? [...formTexts(caseType), ...optionTexts(caseType)];
  OF_FORMS.set(caseType.forms, texts);
  return texts;
}

const formTexts = (caseType: CaseType): NeededText[] =>
  elementsOf(caseType).flatMap(({ element, form, pointer }) => {
    if (element.type === 'Categorization' || element.type === 'HorizontalLayout') return [];
    const label = { key: `form.${form}.${element.id}.label`, pointer };
    const stops = element.type === 'Label' && element.options.kind === 'stop';
    return stops ? [label, { key: `form.${form}.${element.id}.reason`, pointer }] : [label];
  });

const optionTexts = (caseType: CaseType): NeededText[] =>
  controlsOf(caseType).flatMap((control) =>
    optionsOf(control).map((option) => ({
      key: `form.${control.form}.${control.element.id}.option.${option}`,
      pointer: control.pointer
    }))
  );

function optionsOf({ element: { options }, schema }: PlacedControl): readonly string[] {
  if (options.kind === 'file') return options.tags ?? [];
  const chosen = ['choose-one', 'choose-many', 'searchable-list'].includes(options.kind);
  return chosen && schema ? constants(schema) : [];
}

function constants(schema: PropertySchema): readonly string[] {
  if ('$ref' in schema) return [];
  if (schema.type === 'array') return constants(schema.items);
  return schema.type === 'string' ? (schema.enum ?? schema.oneOf?.map((option) => option.const) ?? []) : [];
}

const stateTexts = ({ flow }: CaseType): NeededText[] =>
  statesOf(flow)
    .filter(({ config }) => config.states === undefined)
    .map(({ key, pointer }) => ({ key: `state.${key}.title`, pointer: `/flow${pointer}` }));

const eventTexts = ({ flow }: CaseType): NeededText[] =>
  placesOf(flow)
    .flatMap(({ config, pointer }) => branchesOf(config, pointer))
    .filter(({ trigger }) => trigger === 'on')
    .flatMap(({ name, branch, pointer }) => [
      { key: `event.${name}.label`, pointer },
      ...(branch.meta?.confirm ? [{ key: `event.${name}.confirm`, pointer }] : [])
    ]);

function actionTexts(action: Action): string[] {
  switch (action.type) {
    case 'notify':
    case 'announce':
      return [`message.${action.params.text}.subject`, `message.${action.params.text}.body`];
    case 'send':
      return action.params.text ? [`message.${action.params.text}.subject`, `message.${action.params.text}.body`] : [];
    case 'publish-status':
      return [`message.${action.params.text}.body`];
    case 'create-document':
      return [`document.${action.params.document}.title`];
    default:
      return [];
  }
}

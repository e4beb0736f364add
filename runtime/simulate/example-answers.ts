import { actionsOf } from '../check/actions.ts';
import { beslutOf } from '../check/beslut.ts';
import { placesOf } from '../check/expressions.ts';
import { whenOf } from '../check/rules/v11-tables.ts';
import { samplesOf } from '../check/samples.ts';
import { isLacking, sampleSourceOf, worldOf } from '../check/world.ts';
import type { CaseType } from '../definition/case-type.ts';
import type { Json, JsonObject } from '../definition/json.ts';
import type { Condition, PropertySchema } from '../definition/types.ts';
import { controlsOf } from '../definition/walk-form.ts';
import { evaluate } from '../form/evaluate.ts';
import { generateAnswers } from '../form/generate/generate-answers.ts';
import type { Answers, Environment } from '../form/model.ts';
import { at, isObject, put } from '../form/pointer.ts';
import { project } from '../form/project.ts';
import { branchesOf } from '../flow/walk.ts';

/** Different answers to one form that are worth trying. */
const MOST = 20;
/** Believable answers leave some questions out; another seed leaves out others. */
const SEEDS = 3;

/** Answers to the forms of a case type that take a case different ways, most ordinary first. */
export interface ExampleAnswers {
  /** What to begin from, by form; the rest is made up. */
  readonly given: (form: string) => readonly JsonObject[];
  /** The whole answers, more than one way to make up what is not given. */
  readonly whole: (form: string, given: JsonObject, env: Environment) => Iterable<Answers>;
}

/** @param prime answers by form that are known to matter: they are tried first. */
export function exampleAnswers(caseType: CaseType): (prime?: JsonObject) => ExampleAnswers {
  const conditions = conditionsIn(caseType);
  const kept = new Map<string, readonly JsonObject[]>();
  const givenOf = (form: string): readonly JsonObject[] => {
    const known = kept.get(form) ?? differing(caseType, conditions, form);
    kept.set(form, known);
    return known;
  };
  return (prime = {}) => ({
    given: (form) => {
      const own = prime[form];
      return isObject(own) ? distinct([inputsFor(caseType, form, own), ...givenOf(form)]) : givenOf(form);
    },
    *whole(form, given, env) {
      const asked = caseType.forms[form];
      if (!asked) return;
      const lacks = isLacking(caseType, form);
      const label = (id: string) => caseType.texts.sv[`form.${form}.${id}.label`];
      for (let seed = 1; seed <= SEEDS; seed += 1) {
        const answers = generateAnswers(asked, form, env, { seed, style: 'believable', given, label });
        if (answers && !lacks(project(asked, form, answers, env))) yield answers;
      }
    }
  });
}

/** Every condition that a case is led by. */
function conditionsIn(caseType: CaseType): Condition[] {
  const branches = placesOf(caseType.flow).flatMap(({ config, pointer }) => branchesOf(config, pointer));
  return [
    ...branches.flatMap(({ branch }) => [branch.guard?.params ?? [], branch.meta?.when ?? []].flat()),
    ...Object.values(caseType.decisions).flatMap((table) => table.rules.map((rule) => whenOf(table, rule)))
  ];
}

function differing(caseType: CaseType, conditions: readonly Condition[], form: string): JsonObject[] {
  const search = worldOf(caseType);
  const found: JsonObject[] = [{}];
  const add = (answers: JsonObject | undefined): void => {
    const own = answers?.[form];
    if (isObject(own) && Object.keys(own).length > 0) found.push(inputsFor(caseType, form, own));
  };
  const mine = conditions.filter((condition) => JSON.stringify(condition).includes(`"/${form}/`) || hasName(condition));
  for (const condition of mine) {
    for (const wanted of [true, false])
      add(
        search({
          conditions: [condition],
          sent: form === 'application',
          accept: ({ env }) => (evaluate(condition, env) === true) === wanted
        }).answers
      );
  }
  for (const [pointer, values] of valuesIn(caseType, mine, form))
    for (const value of values) add(put({}, pointer, value));
  return distinct(found).slice(0, MOST);
}

const hasName = (condition: Condition): boolean => JSON.stringify(condition).includes('"op":"ref"');

const distinct = (all: readonly JsonObject[]): JsonObject[] => [
  ...new Map(all.map((given) => [JSON.stringify(given), given])).values()
];

/** Single answers that something compares with, and all options of those that are carried on into fields and beslut. */
function valuesIn(caseType: CaseType, conditions: readonly Condition[], form: string): [string, Json[]][] {
  const compared = [...samplesOf(conditions, sampleSourceOf(caseType)).fields].map(
    ([pointer, samples]): [string, Json[]] => [pointer, samples.flatMap((sample) => sample ?? [])]
  );
  const carried = [
    ...actionsOf(caseType).flatMap(({ action }) => (action.type === 'set-field' ? [action.params.value] : [])),
    ...beslutOf(caseType).map(({ beslut }) => beslut.outcome)
  ].flatMap((value) => (typeof value === 'object' && 'from' in value ? [value.from] : []));
  const options = controlsOf(caseType)
    .filter(({ answer }) => carried.includes(answer))
    .map(({ answer, schema }): [string, Json[]] => [answer, schema ? optionsOf(schema) : []]);
  return [...options, ...compared].filter(([pointer]) => pointer.startsWith(`/${form}/`));
}

function optionsOf(schema: PropertySchema): Json[] {
  if ('$ref' in schema) return [];
  if (schema.type === 'boolean') return [true, false];
  return schema.type === 'string' ? (schema.enum ?? schema.oneOf?.map((option) => option.const) ?? []) : [];
}

/** What is calculated cannot be answered: a sum that is wanted becomes rows that make it. */
function inputsFor(caseType: CaseType, form: string, wanted: JsonObject): JsonObject {
  return controlsOf(caseType)
    .filter((control) => control.form === form && control.list === null)
    .reduce((given, { answer, element: { options } }) => {
      if (options.kind !== 'calculated') return given;
      const own = answer.slice(form.length + 1);
      const value = at(given, own);
      const rest = put(given, own, undefined);
      const calculation = options.value;
      if (typeof value !== 'number' || typeof calculation !== 'object' || !('calc' in calculation)) return rest;
      if (calculation.calc !== 'sum' || !calculation.list.startsWith(`/${form}/`)) return rest;
      return put(rest, calculation.list.slice(form.length + 1), rowsThatMake(caseType, calculation, value));
    }, wanted);
}

function rowsThatMake(caseType: CaseType, { list, item }: { list: string; item: string }, sum: number): Json[] {
  const schema = controlsOf(caseType).find(({ answer }) => answer === `${list}/*${item}`)?.schema;
  const most = schema && 'type' in schema && schema.type === 'integer' ? (schema.maximum ?? sum) : sum;
  const count = Math.max(1, Math.ceil(sum / Math.max(1, most)));
  const each = Math.floor(sum / count);
  return Array.from({ length: count }, (_, index) => put({}, item, index === 0 ? sum - each * (count - 1) : each));
}

import type { CaseType } from '#runtime/definition/case-type.ts';
import type { Json } from '#runtime/definition/json.ts';
import type { Condition, DecisionCell, DecisionTable } from '#runtime/definition/types.ts';
import { typeAt } from '#runtime/check/document-type.ts';
import { samplesOf, type SampleSource } from '#runtime/check/samples.ts';
import { sampleSourceOf, worldOf, type Possible } from '#runtime/check/world.ts';
import { evaluate } from '#runtime/form/evaluate.ts';
import { at, put } from '#runtime/form/pointer.ts';

/** What an input comes to in an example; null when it is not answered. */
export interface ExampleValue {
  readonly field: string;
  readonly value: Json;
}

export type Finding =
  /** No rule holds. */
  | { readonly kind: 'gap'; readonly example: readonly ExampleValue[] }
  /** Both hold, where only one may. */
  | { readonly kind: 'overlap'; readonly rules: readonly [number, number]; readonly example: readonly ExampleValue[] }
  /** Holds for nothing, or only where an earlier rule has decided. */
  | { readonly kind: 'unused'; readonly rule: number };

export interface Coverage {
  readonly findings: readonly Finding[];
  /** The rules with a cell that compares with more than values, so that other gaps and overlaps may be there. */
  readonly unsure: readonly number[];
  /** Whether there was more than could be looked through or shown. */
  readonly more: boolean;
}

/** The day that examples are of, where a rule counts days from today. */
export const EXAMPLE_DAY = '2026-06-15';

const MOST_SHOWN = 5;
const MOST_SEARCHES = 60;
const MOST_STEPS = 50_000;

/**
 * What a decision table leaves open or answers twice. A rule is a box: a set of answers for each input. The samples of an input fall into
 * classes that no rule tells apart, so that looking through the classes is looking through all answers. Each example has been tried in
 * the form itself: what is hidden or required is as there. Pure.
 */
export function coverageOf(caseType: CaseType, table: DecisionTable): Coverage {
  const source = sampleSourceOf(caseType);
  const axes = axesOf(table, source);
  const looking: Looking = { caseType, table, axes, search: worldOf(caseType), searches: 0, steps: 0 };
  const findings = [...gaps(looking), ...(table.hitPolicy === 'unique' ? overlaps(looking) : unused(looking))];
  const shown = findings.filter(
    ({ kind }, index) => findings.slice(0, index).filter((one) => one.kind === kind).length < MOST_SHOWN
  );
  return {
    findings: shown,
    unsure: table.rules.flatMap(({ when }, rule) =>
      when.some((cell, column) => cell && isOpen(cell, table.inputs[column]?.field ?? '', source)) ? [rule] : []
    ),
    more: shown.length < findings.length || looking.searches >= MOST_SEARCHES || looking.steps >= MOST_STEPS
  };
}

/** Whether samples cannot stand for all that a cell may tell apart. */
function isOpen(cell: DecisionCell, field: string, source: SampleSource): boolean {
  if (!('value' in cell)) return false;
  const kind = typeAt(source.document, field)?.kind;
  if (kind === undefined || kind === 'any' || kind === 'object' || kind === 'list') return true;
  if (cell.op === 'contains') return true;
  return [cell.value].flat().some((value) => typeof value === 'object');
}

/** The answers to one input that no rule tells apart. */
interface Class {
  readonly samples: readonly (Json | undefined)[];
  /** For each rule whether its cells for the input hold. */
  readonly holds: readonly boolean[];
}

interface Axis {
  readonly field: string;
  readonly classes: readonly Class[];
}

interface Looking {
  readonly caseType: CaseType;
  readonly table: DecisionTable;
  readonly axes: readonly Axis[];
  readonly search: ReturnType<typeof worldOf>;
  searches: number;
  steps: number;
}

const conditionsOf = ({ inputs, rules }: DecisionTable, field?: string): Condition[][] =>
  rules.map(({ when }) =>
    inputs.flatMap((input, column) => {
      const cell = when[column];
      return cell && (field === undefined || input.field === field) ? [{ ...cell, field: input.field }] : [];
    })
  );

function axesOf(table: DecisionTable, source: SampleSource): Axis[] {
  // What no rule looks at makes no difference.
  const looked = table.inputs.filter((_, column) => table.rules.some(({ when }) => (when[column] ?? null) !== null));
  const fields = [...new Set(looked.map(({ field }) => field))];
  const alone = { ...source, today: EXAMPLE_DAY, behind: () => ({ conditions: [], computed: false }) };
  return fields.map((field) => {
    const rules = conditionsOf(table, field);
    const { fields: found } = samplesOf(rules.flat(), alone);
    const [none, ...some] = found.get(field) ?? [undefined];
    const classes = new Map<string, Class>();
    // What is answered first, so that examples are plain.
    for (const sample of [...some, none]) {
      const data = sample === undefined ? {} : put({}, field, sample);
      const env = { data, today: EXAMPLE_DAY, conditions: source.named };
      const holds = rules.map((cells) => cells.every((cell) => evaluate(cell, env) === true));
      const key = `${String(sample === undefined)} ${holds.join()}`;
      classes.set(key, { holds, samples: [...(classes.get(key)?.samples ?? []), sample] });
    }
    return { field, classes: [...classes.values()] };
  });
}

type Box = readonly Class[];

/** Boxes, a class for each of the first axes, where none of the rules holds, within what `inside` allows. */
function* uncovered(
  looking: Looking,
  rules: readonly number[],
  inside: (one: Class) => boolean,
  box: Box = []
): Generator<Box> {
  looking.steps += 1;
  if (looking.steps >= MOST_STEPS) return;
  if (rules.length === 0) return yield box;
  const rest = looking.axes.slice(box.length);
  const [axis] = rest;
  if (!axis || rules.some((rule) => rest.every(({ classes }) => classes.every(({ holds }) => holds[rule])))) return;
  for (const one of axis.classes.filter(inside))
    yield* uncovered(
      looking,
      rules.filter((rule) => one.holds[rule]),
      inside,
      [...box, one]
    );
}

/** An example in a box that can be given in the form, and for which just these rules hold; undefined when none can. */
function exampleIn(looking: Looking, box: Box, wanted: (holds: (rule: number) => boolean) => boolean) {
  const { table, axes, search } = looking;
  if (looking.searches >= MOST_SEARCHES) return undefined;
  looking.searches += 1;
  const rules = conditionsOf(table);
  let example: ExampleValue[] | undefined;
  const samples = axes.map(({ field, classes }, index): [string, readonly (Json | undefined)[]] => [
    field,
    box[index]?.samples ?? classes.flatMap((one) => one.samples)
  ]);
  search({
    conditions: rules.flat(),
    sent: true,
    only: new Map(samples),
    accept: ({ env, projection }) => {
      const isMeant = samples.every(([field, some]) => some.some((one) => same(one, at(env.data, field))));
      const holds = (rule: number) => (rules[rule] ?? []).every((cell) => evaluate(cell, env) === true);
      if (!isMeant || !wanted(holds)) return false;
      const told = axes.map(({ field }) => ({ field, value: at(env.data, field) ?? null }));
      // That what is hidden is not answered goes without saying.
      example = told.filter(({ field, value }) => value !== null || !isHidden(field, projection));
      return true;
    }
  });
  return example;
}

function isHidden(field: string, projection: Possible['projection']): boolean {
  const [, form = ''] = field.split('/');
  const controls = projection(form)?.controls;
  return controls?.every(({ pointer }) => !`${field}/`.startsWith(`/${form}${pointer}/`)) ?? false;
}

const same = (one: Json | undefined, other: Json | undefined): boolean => JSON.stringify(one) === JSON.stringify(other);

function gaps(looking: Looking): Finding[] {
  const all = [...looking.table.rules.keys()];
  const found: Finding[] = [];
  for (const box of uncovered(looking, all, () => true)) {
    const example = exampleIn(looking, box, (holds) => !all.some(holds));
    if (example) found.push({ kind: 'gap', example });
    if (found.length > MOST_SHOWN) break;
  }
  return found;
}

function overlaps(looking: Looking): Finding[] {
  const { axes, table } = looking;
  const found: Finding[] = [];
  const all = [...table.rules.keys()];
  const pairs = all.flatMap((second) => all.slice(0, second).map((first) => [first, second] as const));
  for (const [first, second] of pairs) {
    const shared = axes.map(({ classes }) => classes.filter(({ holds }) => holds[first] && holds[second]));
    if (shared.some((classes) => classes.length === 0)) continue;
    const box = shared.map((classes): Class => ({ holds: [], samples: classes.flatMap(({ samples }) => samples) }));
    const example = exampleIn(looking, box, (holds) => holds(first) && holds(second));
    if (example) found.push({ kind: 'overlap', rules: [first, second], example });
    if (found.length > MOST_SHOWN) break;
  }
  return found;
}

/** Where the first rule decides: those that nothing is left for. */
const unused = (looking: Looking): Finding[] =>
  [...looking.table.rules.keys()].flatMap((rule): Finding[] => {
    const earlier = [...Array(rule).keys()];
    const inside = ({ holds }: Class) => holds[rule] === true;
    const isLeft = uncovered({ ...looking, steps: 0 }, earlier, inside).next().done !== true;
    const holdsSomewhere = looking.axes.every(({ classes }) => classes.some(inside));
    return isLeft && holdsSomewhere ? [] : [{ kind: 'unused', rule }];
  });

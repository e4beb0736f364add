import { DmnModdle, type ModdleElement } from 'dmn-moddle';
import type { DecisionOutput, DecisionRule, DecisionTable } from '#runtime/definition/types.ts';
import { freeKey, isKey } from '../commands/keys.ts';
import type { Vocabulary } from '../conditions/vocabulary.ts';
import {
  readCell,
  readPath,
  readValue,
  writeCell,
  writePath,
  writeValue,
  type FindPointer,
  type Kind
} from './feel.ts';

export type DmnFaultName =
  | 'not-dmn'
  | 'no-table'
  | 'not-a-table'
  | 'hit-policy'
  | 'unknown-input'
  | 'cell'
  | 'result'
  | 'annotations'
  | 'default';

/** What could not be taken out or in. */
export interface DmnFault {
  readonly fault: DmnFaultName;
  /** The decision, or its column. */
  readonly name?: string;
  /** From 1. */
  readonly row?: number;
  /** As it stands there. */
  readonly text?: string;
}

type FindKind = (pointer: string) => Kind;

const kindsIn =
  ({ subjects }: Vocabulary): FindKind =>
  (pointer) =>
    subjects.find((one) => !one.isItem && one.pointer === pointer)?.type.kind ?? 'any';

const OUTPUT_KINDS: Readonly<Record<DecisionOutput['type'], Kind>> = {
  string: 'text',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  date: 'date'
};
const FEEL_TYPES: Readonly<Partial<Record<Kind, string>>> = {
  text: 'string',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
  'date-time': 'date',
  time: 'time'
};

/**
 * A decision table as DMN 1.3, with FEEL in its cells. A row with what FEEL is not written for here (a calculation) is left out and told. Pure.
 */
export async function tableToDmn(
  key: string,
  table: DecisionTable,
  vocabulary: Vocabulary
): Promise<{ readonly xml: string; readonly faults: readonly DmnFault[] }> {
  const moddle = new DmnModdle();
  const kindOf = kindsIn(vocabulary);
  const literal = (type: string, id: string, text: string) => moddle.create(type, { id, text });
  const faults: DmnFault[] = [];
  const inputs = table.inputs.map(({ field }, index) => {
    const label = vocabulary.subjects.find((one) => !one.isItem && one.pointer === field)?.label ?? field;
    const typeRef = FEEL_TYPES[kindOf(field)];
    const expression = moddle.create('dmn:LiteralExpression', {
      id: `input-${index + 1}-expression`,
      text: writePath(field) ?? field,
      ...(typeRef === undefined ? {} : { typeRef })
    });
    return moddle.create('dmn:InputClause', { id: `input-${index + 1}`, label, inputExpression: expression });
  });
  const outputs = table.outputs.map(({ key: name, type }, index) =>
    moddle.create('dmn:OutputClause', { id: `output-${index + 1}`, name, typeRef: type })
  );
  const rules = table.rules.flatMap(({ when, then }, row) => {
    const tests = table.inputs.map(({ field }, column) => writeCell(when[column] ?? null, kindOf(field)));
    const results = table.outputs.map(({ type }, column) => writeValue(then[column] ?? '', OUTPUT_KINDS[type]));
    if (tests.includes(undefined)) faults.push({ fault: 'cell', row: row + 1 });
    if (results.includes(undefined)) faults.push({ fault: 'result', row: row + 1 });
    if ([...tests, ...results].includes(undefined)) return [];
    const id = `rule-${row + 1}`;
    return moddle.create('dmn:DecisionRule', {
      id,
      inputEntry: tests.map((text, column) => literal('dmn:UnaryTests', `${id}-when-${column + 1}`, text ?? '')),
      outputEntry: results.map((text, column) =>
        literal('dmn:LiteralExpression', `${id}-then-${column + 1}`, text ?? '')
      )
    });
  });
  const decisionLogic = moddle.create('dmn:DecisionTable', {
    id: `${key}-table`,
    hitPolicy: table.hitPolicy.toUpperCase(),
    input: inputs,
    output: outputs,
    rule: rules
  });
  const definitions = moddle.create('dmn:Definitions', {
    id: 'definitions',
    name: key,
    namespace: 'https://smedja.example/decisions',
    // FEEL has numbers only: a whole one is a type of ours.
    itemDefinition: table.outputs.some(({ type }) => type === 'integer')
      ? [moddle.create('dmn:ItemDefinition', { id: 'integer', name: 'integer', typeRef: 'number' })]
      : [],
    drgElement: [moddle.create('dmn:Decision', { id: key, name: key, decisionLogic })]
  });
  const { xml } = await moddle.toXML(definitions, { format: true });
  return { xml, faults };
}

export interface DmnRead {
  readonly tables: readonly { readonly key: string; readonly table: DecisionTable }[];
  readonly faults: readonly DmnFault[];
}

/**
 * The decision tables of a DMN 1.3 file. A table that looks at what the case type does not have, or with another hit policy, is not
 * taken; a row that says more than a row can is left out. All of it is told. Pure; never rejects.
 */
export async function tablesFromDmn(xml: string, vocabulary: Vocabulary): Promise<DmnRead> {
  const root = await new DmnModdle().fromXML(xml).then(
    ({ rootElement }) => rootElement,
    () => undefined
  );
  if (root?.$type !== 'dmn:Definitions') return { tables: [], faults: [{ fault: 'not-dmn' }] };
  const decisions = elementsIn(root, 'drgElement').filter(({ $type }) => $type === 'dmn:Decision');
  const read = decisions.map((decision) => readDecision(decision, vocabulary));
  const tables = read.flatMap(({ found }) => (found ? [found] : []));
  const faults = read.flatMap((one) => one.faults);
  return { tables, faults: decisions.length === 0 ? [{ fault: 'no-table' }] : faults };
}

interface DecisionRead {
  readonly found: { readonly key: string; readonly table: DecisionTable } | undefined;
  readonly faults: readonly DmnFault[];
}

function readDecision(decision: ModdleElement, vocabulary: Vocabulary): DecisionRead {
  const name = textIn(decision, 'name') || textIn(decision, 'id');
  const refused = (fault: DmnFault): DecisionRead => ({ found: undefined, faults: [{ name, ...fault }] });
  const logic = elementIn(decision, 'decisionLogic');
  if (logic?.$type !== 'dmn:DecisionTable') return refused({ fault: 'not-a-table' });
  const policy = textIn(logic, 'hitPolicy') || 'UNIQUE';
  if (policy !== 'FIRST' && policy !== 'UNIQUE') return refused({ fault: 'hit-policy', text: policy });
  const inputs = elementsIn(logic, 'input').map((input) => ({
    text: textIn(elementIn(input, 'inputExpression'), 'text') || textIn(input, 'label'),
    field: fieldOf(input, vocabulary)
  }));
  const fields = inputs.flatMap(({ field }) => (field === undefined ? [] : [{ field }]));
  const unknown = inputs.filter(({ field }) => field === undefined);
  const outputs = outputsIn(logic);
  if (unknown.length > 0 || fields.length === 0 || outputs.length === 0)
    return { found: undefined, faults: unknown.map(({ text }) => ({ fault: 'unknown-input', name, text })) };
  const rows = elementsIn(logic, 'rule').map((rule, row) =>
    readRule(rule, row, { inputs: fields, outputs, vocabulary })
  );
  const rules = rows.flatMap((row) => ('fault' in row ? [] : [row]));
  const lost = [
    ...rows.flatMap((row) => ('fault' in row ? [row] : [])),
    ...(elementsIn(logic, 'rule').some((rule) => elementsIn(rule, 'annotationEntry').length > 0)
      ? [{ fault: 'annotations' as const }]
      : []),
    ...(elementsIn(logic, 'output').some((output) => elementIn(output, 'defaultOutputEntry'))
      ? [{ fault: 'default' as const }]
      : [])
  ];
  const faults = lost.map((fault) => ({ name, ...fault }));
  if (rules.length === 0) return { found: undefined, faults: [...faults, { fault: 'no-table', name }] };
  const key = [textIn(decision, 'id'), name].find(isKey) ?? 'tabell';
  const hitPolicy = policy === 'FIRST' ? 'first' : 'unique';
  return { found: { key, table: { hitPolicy, inputs: fields, outputs, rules } }, faults };
}

/** By its path, or by a heading that is the question's. */
function fieldOf(input: ModdleElement, { subjects }: Vocabulary): string | undefined {
  const pointer = readPath(textIn(elementIn(input, 'inputExpression'), 'text'));
  const outer = subjects.filter(({ isItem }) => !isItem);
  const label = textIn(input, 'label').toLocaleLowerCase();
  return (
    outer.find((one) => one.pointer === pointer) ??
    outer.find((one) => label !== '' && one.label.toLocaleLowerCase() === label)
  )?.pointer;
}

const TYPES: Readonly<Record<string, DecisionOutput['type']>> = {
  integer: 'integer',
  long: 'integer',
  number: 'number',
  double: 'number',
  boolean: 'boolean',
  date: 'date'
};

function outputsIn(logic: ModdleElement): DecisionOutput[] {
  const found: DecisionOutput[] = [];
  for (const output of elementsIn(logic, 'output')) {
    const wanted = [textIn(output, 'name'), textIn(output, 'label')].find(isKey) ?? 'result';
    const key = freeKey(new Set(found.map((one) => one.key)), wanted);
    found.push({ key, type: TYPES[textIn(output, 'typeRef')] ?? 'string' });
  }
  return found;
}

interface Columns {
  readonly inputs: DecisionTable['inputs'];
  readonly outputs: DecisionTable['outputs'];
  readonly vocabulary: Vocabulary;
}

function readRule(rule: ModdleElement, row: number, { inputs, outputs, vocabulary }: Columns): DecisionRule | DmnFault {
  const kindOf = kindsIn(vocabulary);
  const find: FindPointer = (path) => {
    const pointer = readPath(path);
    return vocabulary.subjects.find((one) => !one.isItem && one.pointer === pointer)?.pointer;
  };
  const tests = elementsIn(rule, 'inputEntry').map((entry) => textIn(entry, 'text'));
  const results = elementsIn(rule, 'outputEntry').map((entry) => textIn(entry, 'text'));
  const when = inputs.map(({ field }, column) => readCell(tests[column] ?? '', kindOf(field), find));
  const then = outputs.map((_, column) => readValue(results[column] ?? '', find));
  const [wrong, odd] = [when.indexOf(undefined), then.indexOf(undefined)];
  if (wrong >= 0) return { fault: 'cell', row: row + 1, text: tests[wrong] ?? '' };
  if (odd >= 0) return { fault: 'result', row: row + 1, text: results[odd] ?? '' };
  return { when: when.map((cell) => cell ?? null), then: then.flatMap((value) => value ?? []) };
}

const isModdle = (value: unknown): value is ModdleElement =>
  typeof value === 'object' && value !== null && '$type' in value;

function elementIn(element: ModdleElement | undefined, property: string): ModdleElement | undefined {
  const value = element?.[property];
  return isModdle(value) ? value : undefined;
}

function elementsIn(element: ModdleElement, property: string): ModdleElement[] {
  const value = element[property];
  return Array.isArray(value) ? value.filter(isModdle) : [];
}

function textIn(element: ModdleElement | undefined, property: string): string {
  const value = element?.[property];
  return typeof value === 'string' ? value.trim() : '';
}

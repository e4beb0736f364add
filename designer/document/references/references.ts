import type { Json, JsonObject } from '#runtime/definition/json.ts';
import { elementsOf, objectOf } from '../elements.ts';
import type { CaseTypeDocument } from '../model.ts';
import { Collector, listOf, rowsOf } from './collector.ts';
import { fromFlow } from './flow.ts';
import type { Reference } from './model.ts';
import { fromScenarios } from './scenarios.ts';
import { fromLayout, fromTexts } from './texts.ts';

type Reader = (document: CaseTypeDocument, collector: Collector) => void;

/** What reads references, with the parts that it reads them in. */
const READERS = {
  behaviour: [
    [fromSettings, ['settings']],
    [fromForms, ['forms']],
    [fromFlow, ['flow']],
    [fromDecisions, ['decisions']],
    [fromScenarios, ['scenarios', 'flow']]
  ],
  description: [
    [fromTexts, ['texts', 'layout', 'forms']],
    [fromLayout, ['layout']]
  ]
} as const satisfies Record<string, readonly (readonly [Reader, readonly string[]])[]>;

/** Everything in a document that names something else in it. Pure; a draft that is wrong gives what can be read. */
export const referencesIn = (document: CaseTypeDocument): readonly Reference[] => [
  ...referencesOfBehaviour(document),
  ...READERS.description.flatMap(([read, parts]) => known(read, parts, document))
];

/** Those that are no texts and no drawing. */
export const referencesOfBehaviour = (document: CaseTypeDocument): readonly Reference[] =>
  READERS.behaviour.flatMap(([read, parts]) => known(read, parts, document));

interface Known {
  readonly parts: readonly (Json | undefined)[];
  readonly found: readonly Reference[];
}

/** Parts are never changed in place: what was read in them stands for as long as they are the same. By the first of them. */
const lastRead = new Map<Reader, WeakMap<JsonObject, Known>>();

function known(read: Reader, names: readonly string[], document: CaseTypeDocument): readonly Reference[] {
  const parts = names.map((name) => document[name]);
  const all = lastRead.get(read) ?? new WeakMap<JsonObject, Known>();
  lastRead.set(read, all);
  const first = objectOf(parts[0]);
  const before = all.get(first);
  if (before?.parts.every((part, index) => part === parts[index])) return before.found;
  const collector = new Collector();
  read(document, collector);
  all.set(first, { parts, found: collector.found });
  return collector.found;
}

function fromSettings({ settings }: CaseTypeDocument, collector: Collector): void {
  const { conditions, delays, deadlines, handlingstyper, ...laws } = objectOf(settings);
  const root = 'settings';
  for (const [name, condition] of Object.entries(objectOf(conditions)))
    collector.expression(condition, { kind: 'condition', place: [root, 'conditions', name], list: null });
  for (const [name, delay] of Object.entries(objectOf(delays)))
    for (const key of ['from', 'before'])
      collector.field(objectOf(delay)[key], { kind: 'delay', place: [root, 'delays', name, key] });
  rowsOf(objectOf(deadlines).statutory).forEach(({ from }, index) =>
    collector.field(from, { kind: 'law', place: [root, 'deadlines', 'statutory', index, 'from'] })
  );
  for (const law of ['personalData', 'confidentiality'])
    rowsOf(laws[law]).forEach((row, index) => {
      const place = [root, law, index];
      listOf(row.fields).forEach((each, at) => collector.field(each, { kind: 'law', place: [...place, 'fields', at] }));
      listOf(row.handlingstyper).forEach((each, at) =>
        collector.add('handlingstyp', each, { kind: 'law', place: [...place, 'handlingstyper', at] })
      );
    });
  rowsOf(handlingstyper).forEach(({ forms }, index) =>
    listOf(forms).forEach((each, at) =>
      collector.add('form', each, { kind: 'handlingstyp', place: [root, 'handlingstyper', index, 'forms', at] })
    )
  );
}

function fromForms(document: CaseTypeDocument, collector: Collector): void {
  for (const { element, place, list } of elementsOf(document)) {
    collector.expression(element.visibleWhen, { kind: 'condition', place: [...place, 'visibleWhen'], list });
    const options = objectOf(element.options);
    for (const key of ['value', 'amount'])
      collector.expression(options[key], { kind: 'value', place: [...place, 'options', key], list });
  }
}

function fromDecisions({ decisions }: CaseTypeDocument, collector: Collector): void {
  for (const [name, table] of Object.entries(objectOf(decisions))) {
    const kind = 'decision';
    const inputs = rowsOf(objectOf(table).inputs);
    inputs.forEach(({ field }, index) =>
      collector.field(field, { kind, place: ['decisions', name, 'inputs', index, 'field'] })
    );
    rowsOf(objectOf(table).rules).forEach(({ when }, row) =>
      listOf(when).forEach((cell, column) => {
        const place = ['decisions', name, 'rules', row, 'when', column, 'value'];
        collector.option(inputs[column]?.field, objectOf(cell).value, { kind, place });
      })
    );
  }
}

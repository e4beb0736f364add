import { describe, expect, it } from 'vitest';
import { workedExample, workedExampleFiles } from '../testing/case-types.ts';
import type { Json } from './json.ts';
import { parseCaseType, parseDocument } from './parse.ts';
import { placeOf } from './problem.ts';

/** The worked example as one document with one value changed, and what is said of it. */
function problemsWith(change: (document: ReturnType<typeof loose>) => void) {
  const document = loose();
  change(document);
  return parseDocument(document).problems?.map(({ code, fault, pointer }) => `${code}.${fault} ${pointer}`);
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what is tested is documents of any shape
const loose = (): any => structuredClone(workedExample());

describe('a case type that follows the format', () => {
  it('is read from its files', () => {
    const { caseType, problems } = parseCaseType(workedExampleFiles());
    expect(problems).toBeUndefined();
    expect(caseType?.settings.slug).toBe('foreningsbidrag');
    expect(Object.keys(caseType?.forms ?? {})).toEqual(['application', 'beslut']);
  });
});

describe('a document that breaks the format', () => {
  it.each<[string, (document: ReturnType<typeof loose>) => void, string[]]>([
    ['has a key too many', (d) => (d.flow.onn = {}), ['V1.unknown-key /flow/onn']],
    ['lacks a key', (d) => delete d.settings.slug, ['V1.missing-key /settings']],
    ['lacks a part', (d) => delete d.flow, ['V1.missing-key ']],
    ['lacks the application', (d) => delete d.forms.application, ['V1.missing-key /forms']],
    [
      'has a word for a number',
      (d) => (d.settings.eService.draftDays = 'x'),
      ['V1.wrong-type /settings/eService/draftDays']
    ],
    [
      'uses a type of state that is none',
      (d) => (d.flow.states.granska.type = 'finale'),
      ['V1.not-allowed /flow/states/granska/type']
    ],
    [
      'names a state with a dot',
      (d) => (d.flow.states['a.b'] = { type: 'final' }),
      ['V2.malformed-key /flow/states/a.b']
    ],
    [
      'names an event as XState does',
      (d) => (d.flow.states.granska.on['xstate-done'] = { target: 'besluta' }),
      ['V2.malformed-key /flow/states/granska/on/xstate-done']
    ],
    [
      'names a state as JavaScript does',
      (d) => (d.flow.states.constructor = { type: 'final' }),
      ['V2.malformed-key /flow/states/constructor']
    ],
    [
      'misspells an action',
      (d) => (d.flow.states.komplettering.entry[0].type = 'notifi'),
      ['V6.unknown-action /flow/states/komplettering/entry/0/type']
    ],
    [
      'misspells an automation',
      (d) => (d.flow.states.utbetala.invoke.src = 'pay'),
      ['V6.unknown-automation /flow/states/utbetala/invoke/src']
    ],
    [
      'forgets what happens when an automation fails',
      (d) => delete d.flow.states.utbetala.invoke.onError,
      ['V6.missing-on-error /flow/states/utbetala/invoke']
    ],
    [
      'has a beslut without kind',
      (d) => delete d.flow.states.besluta.on.beslut[0].meta.beslut.kind,
      ['V24.missing-kind /flow/states/besluta/on/beslut/0/meta/beslut']
    ],
    [
      'misspells an operator deep in a condition',
      (d) => (d.settings.conditions['stor-budget'].op = 'gtt'),
      ['V1.unknown-tag /settings/conditions/stor-budget/op']
    ],
    [
      'points without a slash in a value',
      (d) => (d.flow.states.utbetala.invoke.input.amount = { from: 'x' }),
      ['V1.malformed /flow/states/utbetala/invoke/input/amount/from']
    ],
    [
      'calculates by a word that is none',
      (d) => (d.forms.application.ui.elements[1].elements[1].options.value.calc = 'summ'),
      ['V1.unknown-tag /forms/application/ui/elements/1/elements/1/options/value/calc']
    ],
    [
      'compares both a field and a row',
      (d) => (d.settings.conditions['stor-budget'].item = '/x'),
      ['V1.keys-exclude-each-other /settings/conditions/stor-budget']
    ],
    [
      'has a text without a maximum',
      (d) => delete d.forms.application.schema.properties.name.maxLength,
      ['V1.missing-key /forms/application/schema/properties/name']
    ],
    [
      'refers to another host',
      (d) => (d.forms.application.schema.properties.name = { $ref: 'https://other.example/x' }),
      ['V1.malformed /forms/application/schema/properties/name/$ref']
    ]
  ])('%s', (_, change, expected) => {
    expect(problemsWith(change)).toEqual(expected);
  });

  it('tells every fault at once', () => {
    const problems = problemsWith((d) => {
      d.flow.onn = 1;
      d.settings.slug = '9';
    });
    expect(problems?.toSorted()).toEqual(['V1.malformed /settings/slug', 'V1.unknown-key /flow/onn']);
  });

  it('is refused whatever it is', () => {
    for (const document of [null, 1, 'x', [], {}] satisfies Json[])
      expect(parseDocument(document).problems).not.toEqual([]);
  });

  it('may not hold a file that the format does not know', () => {
    const { problems } = parseCaseType({ ...workedExampleFiles(), 'flow.yaml': {}, 'forms/application.json': {} });
    expect(problems?.map(({ params }) => params)).toEqual([{ file: 'flow.yaml' }, { file: 'forms/application.json' }]);
  });
});

describe('where a problem is', () => {
  it.each([
    ['/flow/states/granska', 'flow.json', '/states/granska'],
    ['/settings', 'case-type.json', ''],
    ['/forms/application/ui/id', 'form.json', '/ui/id'],
    ['/forms/beslut/schema', 'forms/beslut.json', '/schema'],
    ['/texts/sv', 'texts/sv.json', '']
  ])('%s stands in %s', (pointer, file, inside) => {
    expect(placeOf(pointer)).toEqual({ file, pointer: inside });
  });
});

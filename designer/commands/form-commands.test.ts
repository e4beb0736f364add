import { describe, expect, it } from 'vitest';
import type { Json } from '#runtime/definition/json.ts';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { soundExample } from '#runtime/testing/case-types.ts';
import { isValid } from '#runtime/definition/explain.ts';
import { checkDraft } from '#runtime/check/check-draft.ts';
import { elementOf } from '../document/elements.ts';
import type { CaseTypeDocument, Command } from '../document/model.ts';
import { applyPatches } from '../document/patch.ts';
import { follow, type Place } from '../document/path.ts';
import { KIND_ENTRIES, isKind } from '../form/kinds.ts';
import { newElement } from '../form/new-element.ts';
import { placeOfSetting, SETTINGS } from '../form/settings.ts';
import { addElement } from './add-element.ts';
import { optionValues, setOptions } from './set-options.ts';
import { setPart } from './set-part.ts';
import { setPurpose } from './set-purpose.ts';
import { setRequired } from './set-required.ts';
import { setSetting } from './set-setting.ts';
import { setText } from './set-text.ts';

const example: CaseTypeDocument = JSON.parse(JSON.stringify(soundExample()));
const text = (document: Json) => JSON.stringify(document);

/** Does a command, and sees that undoing it gives the same bytes and redoing it the same change. */
function done(command: Command, document = example): CaseTypeDocument {
  const edit = command(document);
  if (isRefusal(edit)) throw new Error(edit.refused);
  const after = applyPatches(document, edit.patches);
  if (isRefusal(after)) throw new Error(after.refused);
  const back = applyPatches(after.document, edit.inverse);
  if (isRefusal(back)) throw new Error(back.refused);
  expect(text(back.document)).toBe(text(document));
  const again = applyPatches(back.document, edit.patches);
  expect(!isRefusal(again) && text(again.document)).toBe(text(after.document));
  return after.document;
}

const at = (document: CaseTypeDocument, ...place: Place) => follow(document, place);
const kind = { form: 'application', id: 'kind' };
const schema = ['forms', 'application', 'schema'];

describe('a setting', () => {
  it('is set and taken away where it stands', () => {
    const longer = (value: Json | undefined) =>
      setSetting({ form: 'application', id: 'name' }, (one) => placeOfSetting(one, SETTINGS.minLength), value);
    expect(at(done(longer(5)), ...schema, 'properties', 'name', 'minLength')).toBe(5);
    expect(at(done(longer(undefined)), ...schema, 'properties', 'name')).toEqual({ type: 'string', maxLength: 120 });
  });

  it('says whether an answer is demanded, in the form or in a row', () => {
    expect(at(done(setRequired(kind, false)), ...schema, 'required')).not.toContain('kind');
    const row = done(setRequired({ form: 'application', id: 'what' }, true));
    expect(at(row, ...schema, 'properties', 'budget', 'items', 'required')).toContain('what');
  });
});

describe('the options of a choice', () => {
  it('come and change order, and keep their values', () => {
    const after = done(
      setOptions(kind, [{ value: 'evenemang' }, { value: 'lager', text: 'Läger' }, { value: 'drift' }])
    );
    const element = elementOf(after, 'application', 'kind');
    expect(element && optionValues(after, element)).toEqual(['evenemang', 'lager', 'drift']);
    expect(at(after, 'texts', 'sv', 'form.application.kind.option.lager')).toBe('Läger');
  });

  it('take their texts with them when they go', () => {
    const after = done(setOptions(kind, [{ value: 'drift' }]));
    expect(at(after, 'texts', 'sv', 'form.application.kind.option.evenemang')).toBeUndefined();
  });
});

it('puts a text in a language that the case type did not have, and takes it away again', () => {
  const english = done(setText('en', 'form.application.kind.label', 'What is it for?'));
  expect(at(english, 'texts', 'en')).toEqual({ 'form.application.kind.label': 'What is it for?' });
  expect(at(done(setText('en', 'form.application.kind.label', ''), english), 'texts', 'en')).toEqual({});
});

it('asks for the parts of an address in the order of the kind', () => {
  const made = done(
    addElement(newElement({ chosen: 'address', label: 'Adress', language: 'sv', options: [] }), {
      form: 'application',
      parent: 'om'
    })
  );
  const without = done(
    setPart({ form: 'application', id: 'adress' }, { part: 'careOf', schema: undefined, order: ['careOf', 'street'] }),
    made
  );
  expect(Object.keys(Object(at(without, ...schema, 'properties', 'adress', 'properties')))).not.toContain('careOf');
  const again = done(
    setPart(
      { form: 'application', id: 'adress' },
      { part: 'careOf', schema: { type: 'string', maxLength: 100 }, order: ['careOf', 'street'] }
    ),
    without
  );
  expect(Object.keys(Object(at(again, ...schema, 'properties', 'adress', 'properties')))[0]).toBe('careOf');
});

it('says what an answer is asked for, and moves it from one purpose to another', () => {
  const contact = '/application/contact';
  const first = done(setPurpose(contact, 'handlaggning'));
  expect(at(first, 'settings', 'personalData')).toContainEqual(
    expect.objectContaining({ purpose: 'handlaggning', fields: [contact] })
  );
  const moved = done(setPurpose(contact, 'statistik'), first);
  expect(at(moved, 'settings', 'personalData', 0, 'fields')).toEqual([]);
  expect(isValid(moved)).toBe(true);
});

describe('a new question', () => {
  it.each(Object.keys(KIND_ENTRIES).filter(isKind))(
    'of the kind %s leaves no fault behind but what only its author knows',
    (chosen) => {
      const made = newElement({ chosen, label: 'En ny fråga?', language: 'sv', options: ['Ja tack', 'Nej tack'] });
      const document = done(addElement(made, { form: 'application', parent: 'om' }));
      const before = checkDraft(example).map(({ code, pointer }) => `${code} ${pointer}`);
      const problems = checkDraft(document).filter(
        ({ code, severity, pointer }) => severity === 'error' && !before.includes(`${code} ${pointer}`)
      );
      // The purpose of personal data, and what one row is called, are asked for in the inspector.
      expect(problems.filter(({ code }) => code !== 'V26' && code !== 'V17')).toEqual([]);
    }
  );
});

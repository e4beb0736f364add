import { describe, expect, it } from 'vitest';
import { checkOnServer } from '#runtime/case/check-case-type.server.ts';
import type { FieldKind } from '#runtime/definition/types.ts';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { addElement } from '../commands/add-element.ts';
import { setSetting } from '../commands/set-setting.ts';
import { setText } from '../commands/set-text.ts';
import { setValue } from '../commands/set-value.ts';
import { elementOf, elementsOf } from '../document/elements.ts';
import type { CaseTypeDocument, Command } from '../document/model.ts';
import { applyPatches } from '../document/patch.ts';
import { valueAt } from '../document/path.ts';
import { templateOf } from '../start/template.ts';
import { changeKind, kindsFor, lossOf } from './change-kind.ts';
import { isKind, KIND_ENTRIES } from './kinds.ts';
import { newElement } from './new-element.ts';

function done(document: CaseTypeDocument, command: Command) {
  const edit = command(document);
  if (isRefusal(edit)) throw new Error(JSON.stringify(edit));
  const outcome = applyPatches(document, edit.patches);
  if (isRefusal(outcome)) throw new Error(JSON.stringify(outcome));
  return { after: outcome.document, edit };
}
const after = (document: CaseTypeDocument, ...commands: Command[]): CaseTypeDocument =>
  commands.reduce((here, command) => done(here, command).after, document);

const owner = { organ: 'namnden', kind: 'namnd', unit: 'enheten' } as const;
const empty = templateOf({ slug: 'prov', title: 'Prov', category: 'anmalan', owner });
const page = elementsOf(empty, 'application').find(({ element }) => element.type === 'Category')?.id ?? '';
const name = { form: 'application', id: 'fragan' };
const asked = (chosen: FieldKind, options: readonly string[] = []) =>
  after(
    empty,
    addElement(
      { ...newElement({ chosen, label: 'Fragan', language: 'sv', options }), id: 'fragan' },
      { form: 'application', parent: page }
    )
  );
const the = (document: CaseTypeDocument) =>
  elementOf(document, 'application', 'fragan') ?? expect.unreachable('it is gone');
const schema = (document: CaseTypeDocument) => valueAt(document, '/forms/application/schema/properties/fragan');
/** Purposes, and texts that a new question of the kind lacks too, are not the kind's. */
const errors = (document: CaseTypeDocument) =>
  checkOnServer(document).filter(({ severity, code }) => severity === 'error' && code !== 'V26');

describe('every kind of question', () => {
  const kinds = Object.keys(KIND_ENTRIES).filter(isKind);
  it.each(kinds)(
    '%s becomes every kind that it can become, as good as a new one, and comes back byte for byte',
    (kind) => {
      const document = asked(kind);
      for (const next of kindsFor(the(document))) {
        const { after: changed, edit } = done(document, changeKind(name, next));
        const told = (one: CaseTypeDocument) =>
          errors(one).map(({ code, fault, pointer }) => `${code} ${fault} ${pointer}`);
        expect([next, told(changed)]).toEqual([next, told(asked(next))]);
        const undone = applyPatches(changed, edit.inverse);
        expect(isRefusal(undone) || JSON.stringify(undone.document)).toBe(JSON.stringify(document));
      }
    }
  );
});

describe('a question that becomes another kind', () => {
  it('keeps its texts, when it shows, that it must be answered, and the limits that both kinds have', () => {
    const text = after(
      asked('text'),
      setSetting(name, ({ schemaPlace = [] }) => [...schemaPlace, 'maxLength'], 40),
      setSetting(name, ({ schemaPlace = [] }) => [...schemaPlace, 'pattern'], '^a'),
      setText('sv', 'form.application.fragan.help', 'Så här'),
      setValue('/forms/application/ui/@fragan/visibleWhen', { op: 'answered', field: '/application/handelse' })
    );
    expect(lossOf(text, the(text), 'long-text').settings).toEqual(['pattern']);
    const long = after(text, changeKind(name, 'long-text'));
    expect(schema(long)).toMatchObject({ maxLength: 40 });
    expect(schema(long)).not.toHaveProperty('pattern');
    expect(the(long).element).toMatchObject({ options: { kind: 'long-text' }, visibleWhen: { op: 'answered' } });
    expect(valueAt(long, '/texts/sv/form.application.fragan.help')).toBe('Så här');
    expect(valueAt(long, '/forms/application/schema/required')).toContain('fragan');
  });

  it('keeps its options between choices, and loses them with their texts to what has none', () => {
    const one = asked('choose-one', ['Hund', 'Katt']);
    const many = after(one, changeKind(name, 'choose-many'));
    expect(schema(many)).toMatchObject({ type: 'array', items: { enum: ['hund', 'katt'] } });
    expect(valueAt(many, '/texts/sv/form.application.fragan.option.hund')).toBe('Hund');
    expect(after(many, changeKind(name, 'choose-one'))).toMatchObject({ forms: one.forms, texts: one.texts });
    expect(lossOf(one, the(one), 'text').settings).toEqual(['options']);
    const text = after(one, changeKind(name, 'text'));
    expect(JSON.stringify(text)).not.toContain('fragan.option');
  });

  it('keeps the parts that both have', () => {
    const person = asked('person');
    const company = after(person, changeKind(name, 'company'));
    expect(schema(company)).toMatchObject({ required: ['name', 'organisationNumber'] });
    expect(Object.keys(JSON.parse(JSON.stringify(schema(company))).properties)).toEqual(
      expect.arrayContaining(['street', 'postalCode', 'city', 'email', 'phone'])
    );
  });

  it('says what reads its answer when that becomes of another sort', () => {
    const choice = after(
      asked('choose-one', ['Hund', 'Katt']),
      setValue('/forms/application/ui/@handelse/visibleWhen', { op: 'eq', field: '/application/fragan', value: 'hund' })
    );
    expect(lossOf(choice, the(choice), 'yes-no').uses.map(({ element }) => element?.id)).toEqual(['handelse']);
    expect(lossOf(choice, the(choice), 'searchable-list').uses).toEqual([]);
  });

  it('is refused what is answered elsewhere', () => {
    expect(changeKind(name, 'information')(asked('text'))).toEqual({ refused: 'edit.not_here' });
    expect(changeKind(name, 'table')(asked('text'))).toEqual({ refused: 'edit.not_here' });
  });
});

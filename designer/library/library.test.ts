import { describe, expect, it } from 'vitest';
import { checkOnServer } from '#runtime/case/check-case-type.server.ts';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { addElement } from '../commands/add-element.ts';
import { deleteElement } from '../commands/delete-element.ts';
import { fragmentOf, type Fragment } from '../commands/fragment.ts';
import { duplicate, paste } from '../commands/paste.ts';
import { renameKey } from '../commands/rename-key.ts';
import { setText } from '../commands/set-text.ts';
import { setValue } from '../commands/set-value.ts';
import { elementsOf } from '../document/elements.ts';
import type { CaseTypeDocument, Command } from '../document/model.ts';
import { applyPatches } from '../document/patch.ts';
import { valueAt } from '../document/path.ts';
import { templateOf } from '../start/template.ts';
import { forLibrary, fragmentOfPart, originOf, type Part } from './part.ts';
import { setOrigin } from './set-origin.ts';
import { shippedParts } from './shipped.ts';
import { newsOf, takeNewer } from './take-newer.ts';

const after = (document: CaseTypeDocument, ...commands: Command[]): CaseTypeDocument =>
  commands.reduce((here, command) => {
    const edit = command(here);
    if (isRefusal(edit)) throw new Error(JSON.stringify(edit));
    const done = applyPatches(here, edit.patches);
    if (isRefusal(done)) throw new Error(JSON.stringify(done));
    return done.document;
  }, document);

const owner = { organ: 'namnden', kind: 'namnd', unit: 'enheten' } as const;
const empty = templateOf({ slug: 'prov', title: 'Prov', category: 'ansokan', owner });
const page = elementsOf(empty, 'application').find(({ element }) => element.type === 'Category')?.id ?? '';
const into = { form: 'application', parent: page };
/** For what purpose something is asked about a person (V26) is the case type's to say, and no part's. */
const errors = (document: CaseTypeDocument) =>
  checkOnServer(document)
    .filter(({ severity, code }) => severity === 'error' && code !== 'V26')
    .map(({ code, pointer }) => `${code} ${pointer}`);

describe('a part that comes with the product', () => {
  it.each(shippedParts('sv').map((part) => [part.name, part] as const))(
    '“%s” can be put into a new case type, and the check has nothing to say of it',
    (_, part) => {
      const once = after(empty, paste(fragmentOfPart(part), into));
      expect(elementsOf(once).length).toBeGreaterThan(elementsOf(empty).length);
      expect(errors(once)).toEqual(errors(empty));
    }
  );

  it('is in both languages', () => {
    for (const { fragment } of shippedParts('en')) {
      const { sv, en } = JSON.parse(JSON.stringify(fragment.document.texts));
      expect(Object.keys(en)).toEqual(Object.keys(sv));
    }
  });
});

const CONTACT = 'kontaktperson';
const [contact] = shippedParts('sv').filter(({ id }) => id === CONTACT);
const part = contact ?? expect.unreachable('there is no contact person');
const copied = after(empty, paste(fragmentOfPart(part), into));
/** The part after somebody has changed it in the library. */
const changed = (...commands: Command[]): Part => {
  const made = after(part.fragment.document, ...commands);
  return { ...part, version: 2, fragment: { ...part.fragment, document: made } };
};
const mobile = addElement(
  { type: 'Control', id: 'mobil', options: { kind: 'phone' }, required: true, texts: { sv: { label: 'Mobil' } } },
  { form: 'application', parent: CONTACT }
);

describe('a copy of a part', () => {
  it('remembers which part and version it is, also when it is copied on, and forgets when it goes', () => {
    expect(originOf(copied, 'application', CONTACT)).toMatchObject({ part: CONTACT, version: 1 });
    const twice = after(copied, duplicate('application', CONTACT));
    const origin = originOf(twice, 'application', `${CONTACT}-2`);
    expect(origin).toMatchObject({ part: CONTACT, version: 1 });
    expect(origin?.ids.kontaktNamn).toBe('kontaktNamn-2');
    const gone = after(twice, deleteElement('application', `${CONTACT}-2`));
    expect(originOf(gone, 'application', `${CONTACT}-2`)).toBeUndefined();
    expect(errors(gone)).toEqual(errors(copied));
  });

  it('becomes what the part has become, and keeps its ids, its keys and what was added to it', () => {
    const own = after(
      copied,
      renameKey({ to: 'field', form: 'application', id: 'kontaktNamn' }, 'vemSvarar'),
      addElement(
        { type: 'Control', id: 'titel', options: { kind: 'text' }, required: true, texts: { sv: { label: 'Titel' } } },
        { form: 'application', parent: CONTACT }
      ),
      setValue('/forms/application/ui/@kontaktEpost/visibleWhen', { op: 'answered', field: '/application/vemSvarar' })
    );
    const newer = changed(setText('sv', 'form.application.kontaktNamn.label', 'Vem svarar?'), mobile);
    const taken = after(own, takeNewer(newer, { form: 'application', id: CONTACT }));
    const answers = elementsOf(taken, 'application').flatMap(({ answer = [], within }) =>
      within.includes(CONTACT) ? answer : []
    );
    expect(answers).toEqual(
      ['vemSvarar', 'kontaktEpost', 'kontaktTelefon', 'mobil', 'titel'].map((key) => `/application/${key}`)
    );
    expect(valueAt(taken, '/texts/sv/form.application.kontaktNamn.label')).toBe('Vem svarar?');
    expect(valueAt(taken, '/forms/application/schema/required')).toEqual(
      expect.arrayContaining(['vemSvarar', 'titel', 'mobil'])
    );
    expect(originOf(taken, 'application', CONTACT)).toMatchObject({ version: 2, ids: { mobil: 'mobil' } });
    expect(errors(taken)).toEqual(errors(own));
  });

  it('says in words what the newer part would change, and nothing when it changes nothing', () => {
    const newer = changed(mobile);
    const news = newsOf(copied, newer, { form: 'application', id: CONTACT });
    expect(news).toEqual([expect.objectContaining({ what: 'field.added', name: 'Mobil' })]);
    expect(newsOf(copied, part, { form: 'application', id: CONTACT })).toEqual([]);
  });

  it('is not changed when what would go is read elsewhere', () => {
    const read = after(
      copied,
      addElement({ type: 'Label', id: 'obs', options: { kind: 'information' }, texts: { sv: { label: 'Obs' } } }, into),
      setValue('/forms/application/ui/@obs/visibleWhen', { op: 'answered', field: '/application/kontaktTelefon' })
    );
    const newer = changed(deleteElement('application', 'kontaktTelefon'));
    expect(takeNewer(newer, { form: 'application', id: CONTACT })(read)).toMatchObject({ refused: 'edit.in_use' });
    const taken = after(copied, takeNewer(newer, { form: 'application', id: CONTACT }));
    expect(JSON.stringify(taken)).not.toContain('kontaktTelefon');
  });
});

describe('what is saved in the library', () => {
  const saved = (document: CaseTypeDocument, id: string): Fragment =>
    forLibrary(fragmentOf(document, 'application', id) ?? expect.unreachable('there is nothing to save'));

  it('has the ids that it has there already, so that other copies can take it', () => {
    const second = after(copied, paste(fragmentOfPart(part), into));
    const name = { form: 'application', id: `${CONTACT}-2` };
    const edited = after(second, setText('sv', 'form.application.kontaktNamn-2.label', 'Vem?'));
    const fragment = saved(edited, name.id);
    const newer: Part = { ...part, version: 2, fragment };
    expect(fragment.document.layout).toBeUndefined();
    const taken = after(edited, setOrigin(newer, name), takeNewer(newer, { form: 'application', id: CONTACT }));
    expect(valueAt(taken, '/texts/sv/form.application.kontaktNamn.label')).toBe('Vem?');
    expect(originOf(taken, 'application', name.id)).toEqual({
      ...originOf(edited, 'application', name.id),
      version: 2
    });
    expect(newsOf(taken, newer, name)).toEqual([]);
  });

  it('can be a page of an own form, with rows and conditions, and comes back in another case type', () => {
    const list = addElement(
      { type: 'Control', id: 'rader', options: { kind: 'repeating-group' }, texts: { sv: { label: 'Rader' } } },
      into
    );
    const row = addElement(
      { type: 'Control', id: 'vad', options: { kind: 'text' }, texts: { sv: { label: 'Vad' } } },
      { form: 'application', parent: 'rader' }
    );
    const full = after(empty, list, row, setText('sv', 'form.application.rader-rad.label', 'Rad'));
    const made: Part = { id: 'namnden/sida', version: 1, name: 'Sida', fragment: saved(full, page), saved: null };
    const other = after(empty, paste(fragmentOfPart(made), { form: 'application', parent: null }));
    expect(elementsOf(other, 'application').map(({ answer }) => answer)).toContain('/application/rader/*/vad');
    expect(errors(other)).toEqual(errors(full));
    expect(newsOf(other, made, { form: 'application', id: `${page}-2` })).toEqual([]);
  });
});

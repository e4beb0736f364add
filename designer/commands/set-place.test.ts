import { describe, expect, it } from 'vitest';
import { isRefusal } from '#runtime/errors/refusal.ts';
import type { CaseTypeDocument, Command } from '../document/model.ts';
import { applyPatches, inverseOf } from '../document/patch.ts';
import { follow } from '../document/path.ts';
import { shippedDocuments } from '../testing/documents.ts';
import { addNamed, addRow, moveRow, removeNamed, removeRow, setPlace } from './set-place.ts';

const { bygglov = {} } = await shippedDocuments();

/** The document after a command, which undone gives the same bytes. */
function done(document: CaseTypeDocument, command: Command): CaseTypeDocument {
  const edit = command(document);
  if (isRefusal(edit)) throw new Error(edit.refused);
  const after = applyPatches(document, edit.patches);
  if (isRefusal(after)) throw new Error(after.refused);
  const undone = applyPatches(after.document, inverseOf(edit).patches);
  expect(isRefusal(undone) ? undone : JSON.stringify(undone.document)).toBe(JSON.stringify(document));
  return after.document;
}

const series = ['settings', 'adopters', 0, 'contact', 'email'];

describe('a setting', () => {
  it('makes what it stands in, and takes it away when nothing is left', () => {
    const place = ['settings', 'servicePromise', 'period'];
    const set = done(bygglov, setPlace(place, 'P5D'));
    expect(follow(set, ['settings', 'servicePromise'])).toEqual({ period: 'P5D' });
    expect(follow(done(set, setPlace(place, undefined)), ['settings', 'servicePromise'])).toBeUndefined();
  });

  it('stands in a row as well', () => {
    const added = done(bygglov, addRow(['settings', 'adopters'], { organ: 'kommunstyrelsen' }));
    expect(follow(done(added, setPlace(series, 'ks@lindsjo.example')), series)).toBe('ks@lindsjo.example');
  });
});

describe('the rows of a list', () => {
  const list = ['settings', 'legalBasis'];
  const statutes = (document: CaseTypeDocument) => {
    const rows = follow(document, list);
    return Array.isArray(rows) ? rows.map((row) => JSON.stringify(row)) : [];
  };

  it('move one step, and nowhere at the ends', () => {
    const before = statutes(bygglov);
    const [first, second, ...rest] = before;
    expect(statutes(done(bygglov, moveRow([...list, 0], 1)))).toEqual([second, first, ...rest]);
    expect(statutes(done(bygglov, moveRow([...list, 1], -1)))).toEqual([second, first, ...rest]);
    const last = before.length - 1;
    expect(statutes(done(bygglov, moveRow([...list, last - 1], 1))).at(-1)).toBe(before[last - 1]);
    expect(statutes(done(bygglov, moveRow([...list, last], 1)))).toEqual(before);
  });

  it('go, unless something uses them', () => {
    expect(statutes(done(bygglov, removeRow([...list, 0])))).toHaveLength(statutes(bygglov).length - 1);
    const used = removeRow(['settings', 'handlingstyper', 0])(bygglov);
    expect(used).toMatchObject({ refused: 'edit.in_use' });
  });
});

describe('what is named', () => {
  it('has a key that is free and right', () => {
    const delays = ['settings', 'delays'];
    expect(follow(done(bygglov, addNamed(delays, 'ny-tid', { period: 'P1D' })), [...delays, 'ny-tid'])).toBeDefined();
    expect(addNamed(delays, 'Ny tid', {})(bygglov)).toMatchObject({ refused: 'edit.key_refused' });
    const [taken = ''] = Object.keys(Object(follow(bygglov, delays)));
    expect(addNamed(delays, taken, {})(bygglov)).toMatchObject({ refused: 'edit.key_taken' });
    expect(removeNamed([...delays, taken])(bygglov)).toMatchObject({ refused: 'edit.in_use' });
  });
});

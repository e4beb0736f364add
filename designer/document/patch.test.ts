import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '#runtime/definition/json.ts';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { below, isObject } from '#runtime/form/pointer.ts';
import { setValue } from '../commands/set-value.ts';
import { openDraft, received, resolved, runCommand, takeBack, type Draft } from './draft.ts';
import type { CaseTypeDocument, Command, LogEntry, Patch, Path } from './model.ts';
import { applyPatches, editOf } from './patch.ts';
import { pathOf } from './path.ts';

const form = {
  forms: {
    application: {
      schema: { properties: { a: { type: 'string' }, b: { type: 'string' } } },
      ui: {
        id: 'root',
        elements: [
          { id: 'one', elements: [{ id: 'a' }, { id: 'b' }] },
          { id: 'two', elements: [{ id: 'c', options: { detail: { id: 'd', elements: [{ id: 'e' }] } } }] }
        ]
      }
    }
  },
  texts: { sv: { x: '1' } }
};

const applied = (on: CaseTypeDocument, ...patches: Patch[]): CaseTypeDocument => {
  const done = applyPatches(on, patches);
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
  return done.document;
};

function must<Value extends object>(outcome: Value): Exclude<Value, { refused: unknown }> {
  if (isRefusal(outcome)) throw new Error(JSON.stringify(outcome));
  return outcome as Exclude<Value, { refused: unknown }>;
}

describe('a path', () => {
  it('finds an element by its id however deep it stands, also in the rows of a repeating group', () => {
    const put = applied(form, { op: 'put', at: '/forms/application/ui/@e/scope', value: '#' });
    expect(JSON.stringify(put)).toContain('{"id":"e","scope":"#"}');
  });

  it('holds when the element has been moved', () => {
    const moved = applied(form, {
      op: 'move',
      at: '/forms/application/ui/@a',
      into: '/forms/application/ui/@two/elements',
      before: '@c'
    });
    const put = applied(moved, { op: 'put', at: '/forms/application/ui/@a/scope', value: '#' });
    expect(JSON.stringify(put)).toContain('[{"id":"a","scope":"#"},{"id":"c"');
  });

  it('cannot put an element into itself', () => {
    const done = applyPatches(form, [
      { op: 'move', at: '/forms/application/ui/@one', into: '/forms/application/ui/@one/elements' }
    ]);
    expect(isRefusal(done)).toBe(true);
  });
});

describe('two hundred changes of any kind', () => {
  it('leave the document as it was, byte for byte, when a reloaded editor undoes them, and as they made it when it redoes them', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 200, maxLength: 200 }), (dice) => {
        const log: LogEntry[] = [];
        let draft: Draft = openDraft({ me: 'me', seq: 0, document: form, log });
        dice.forEach(([kind, where, what], index) => {
          const entry = { id: `${index}`, gesture: `${Math.floor(index / (1 + (what % 3)))}` };
          const outcome = runCommand(draft, anyCommand([kind, where, what], index), entry);
          if (!isRefusal(outcome)) draft = outcome;
        });
        const changed = JSON.stringify(draft.document);
        draft = openDraft({ me: 'me', ...(JSON.parse(JSON.stringify(saved(draft))) as ReturnType<typeof saved>) });
        let steps = 0;
        while (draft.history.done.length > 0) draft = must(takeBack(draft, 'undo', `u${steps++}`));
        expect(JSON.stringify(draft.document)).toBe(JSON.stringify(form));
        while (draft.history.undone.length > 0) draft = must(takeBack(draft, 'redo', `r${steps++}`));
        expect(JSON.stringify(draft.document)).toBe(changed);
      }),
      { numRuns: 20, endOnFailure: true }
    );
  });
});

const saved = (draft: Draft) => ({ seq: draft.pending.length, document: draft.document, log: draft.pending });

/** A change at a place that the dice choose. */
const anyCommand =
  ([kind, where, what]: readonly [number, number, number], index: number): Command =>
  (here) => {
    const places = placesOf(here);
    const { place, value } = places[where % places.length] ?? { place: [], value: null };
    const at = pathOf(here, place);
    const lists = places.filter((other) => Array.isArray(other.value));
    const into = pathOf(here, lists[what % lists.length]?.place ?? []);
    const inList = typeof place.at(-1) === 'number';
    if (kind % 6 === 0) return setValue(at, what)(here);
    if (kind % 6 === 1) return editOf(here, 'x', [inList ? { op: 'remove', at } : { op: 'drop', at }]);
    if (kind % 6 === 2 && isObject(value)) {
      const before = Object.keys(value)[what % 3];
      return setValue(below(at, `new${what % 7}`), { id: `n${index}` }, before)(here);
    }
    if (kind % 6 === 3 && inList) return editOf(here, 'x', [{ op: 'move', at, into, before: `${what % 5}` }]);
    if (kind % 6 === 4)
      return editOf(here, 'x', [{ op: 'insert', into, value: { id: `i${index}` }, before: `${what % 4}` }]);
    return setValue(at, { id: `s${index}`, elements: [] })(here);
  };

interface Found {
  readonly place: readonly (string | number)[];
  readonly value: Json;
}

/** Every value below the parts. */
function placesOf(root: Json, place: readonly (string | number)[] = []): Found[] {
  const children: [string | number, Json][] = Array.isArray(root)
    ? root.map((value, index): [number, Json] => [index, value])
    : isObject(root)
      ? Object.entries(root)
      : [];
  const inner = children.flatMap(([key, value]) => placesOf(value, [...place, key]));
  return place.length > 1 ? [{ place, value: root }, ...inner] : inner;
}

describe('two who edit one draft', () => {
  const at = (path: Path): Path => `/forms/application/ui/${path}`;
  const open = (me: string) => openDraft({ me, seq: 0, document: form, log: [] });
  const run = (draft: Draft, command: Command, id: string) => must(runCommand(draft, command, { id, gesture: id }));

  it('have both their changes when they change different things, even where one moved what the other changed', () => {
    const anna = run(
      open('anna'),
      (d) => editOf(d, 'move', [{ op: 'move', at: at('@a'), into: at('@two/elements') }]),
      '1'
    );
    const bo = run(open('bo'), setValue(at('@a/scope'), '#'), '2');
    const both = must(received(bo, anna.pending));
    expect(both.conflict).toBeUndefined();
    expect(JSON.stringify(both.document)).toContain('},{"id":"a","scope":"#"}]');
  });

  it('are asked when they change the same, and either answer holds', () => {
    const anna = run(open('anna'), setValue('/texts/sv/x', 'Annas'), '1');
    const bo = run(run(open('bo'), setValue('/texts/sv/x', 'Bos'), '2'), setValue('/texts/sv/y', 'också'), '3');
    const asked = must(received(bo, anna.pending));
    expect(asked.conflict).toMatchObject({ path: '/texts/sv/x' });
    expect(resolved(asked, 'mine').document.texts).toEqual({ sv: { x: 'Bos', y: 'också' } });
    expect(resolved(asked, 'theirs').document.texts).toEqual({ sv: { x: 'Annas', y: 'också' } });
    expect(resolved(asked, 'theirs').pending).toHaveLength(1);
  });

  it('are asked when one deletes what the other has worked in', () => {
    const anna = run(
      open('anna'),
      (d) => editOf(d, 'add', [{ op: 'insert', into: at('@one/elements'), value: { id: 'new' } }]),
      '1'
    );
    const bo = run(open('bo'), (d) => editOf(d, 'delete', [{ op: 'remove', at: at('@one') }]), '2');
    expect(must(received(bo, anna.pending)).conflict).toMatchObject({ path: at('@one') });
  });

  it('undo their own, not the other’s', () => {
    const anna = run(open('anna'), setValue('/texts/sv/x', 'Annas'), '1');
    const bo = must(received(run(open('bo'), setValue('/texts/sv/y', 'Bos'), '2'), anna.pending));
    expect(must(takeBack(bo, 'undo', '3')).document.texts).toEqual({ sv: { x: 'Annas' } });
  });

  it('are told when what they undo has been changed since', () => {
    const anna = run(open('anna'), setValue('/texts/sv/x', 'Annas'), '1');
    const seen = must(received(open('bo'), anna.pending));
    const bo = run(seen, setValue('/texts/sv/x', 'Bos'), '2');
    const news = must(received(must(received(anna, anna.pending)), bo.pending));
    expect(takeBack(news, 'undo', '3')).toEqual({ refused: 'edit.conflict', params: { path: '/texts/sv/x' } });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#runtime/definition/json.ts';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { conditionsOf, elementsOf, formsOf, objectOf } from '../document/elements.ts';
import { openDraft, runCommand, takeBack } from '../document/draft.ts';
import type { CaseTypeDocument, Command, LogEntry } from '../document/model.ts';
import { applyPatches } from '../document/patch.ts';
import { valueAt } from '../document/path.ts';
import { usesOf, usesOfElement } from '../document/uses.ts';
import { addStep } from '../flow/commands/add-step.ts';
import { addOutcome } from '../flow/commands/add-way.ts';
import { deleteStep } from '../flow/commands/delete-step.ts';
import { moveStep } from '../flow/commands/move-step.ts';
import { duplicateStep } from '../flow/commands/paste-step.ts';
import { STEP_KINDS } from '../flow/commands/step-kinds.ts';
import { turnInto } from '../flow/commands/turn-into.ts';
import { sampled } from '../../tests/support/sample.ts';
import { shippedDocuments, workedDocument } from '../testing/documents.ts';
import { addElement } from './add-element.ts';
import { deleteElement } from './delete-element.ts';
import { fragmentOf, readFragment, type Fragment } from './fragment.ts';
import { moveByOne, moveElement } from './move-element.ts';
import { duplicate, paste } from './paste.ts';
import { renameKey } from './rename-key.ts';
import { setPlace } from './set-place.ts';
import { setValue } from './set-value.ts';

const example = await workedDocument();
const shipped = await shippedDocuments();

const after = (document: CaseTypeDocument, command: Command): CaseTypeDocument => {
  const edit = command(document);
  if (isRefusal(edit)) throw new Error(JSON.stringify(edit));
  const done = applyPatches(document, edit.patches);
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
  return done.document;
};

const field = (id: string) =>
  ({ type: 'Control', id, options: { kind: 'text' }, required: true, texts: { sv: { label: 'Nytt' } } }) as const;

const anyCommand = (document: CaseTypeDocument, [kind, where, other]: readonly [number, number, number]): Command => {
  const forms = formsOf(document);
  const form = forms[other % forms.length] ?? 'application';
  const elements = elementsOf(document, form);
  const one = elements[where % elements.length];
  const two = elements[other % elements.length];
  const id = one?.id ?? '';
  const target = { form, parent: two?.id ?? null };
  const states = Object.keys(objectOf(objectOf(document.flow).states));
  const state = states[where % states.length] ?? '';
  const otherState = states[other % states.length] ?? '';
  const commands: Command[] = [
    addElement(field('nytt'), target),
    addElement({ type: 'Category', id: 'sida', texts: { sv: { label: 'Sida' } } }, { form, parent: null }),
    moveElement(id, target),
    moveByOne(form, id, other % 2 ? 1 : -1),
    duplicate(form, id),
    deleteElement(form, id, 'remove'),
    deleteElement(form, id, two ? { replaceWith: { form, id: two.id } } : 'none'),
    renameKey({ to: 'field', form, id }, `nyckel${other % 50}`),
    renameKey({ to: 'state', key: states[where % states.length] ?? '' }, `lage${other % 50}`),
    renameKey({ to: 'form', key: form }, `blankett${other % 9}`),
    ...[addStep('regions', `Steg ${where}`, { group: null }), duplicateStep(state), deleteStep(state, otherState)],
    ...[moveStep(state, { group: otherState }), turnInto(state, STEP_KINDS[other % STEP_KINDS.length] ?? 'step')],
    addOutcome(state, { label: `Knapp ${where}`, target: otherState, roles: ['caseworker'] }),
    setValue(`/texts/sv/form.${form}.${id}.label`, `Text ${other}`),
    setValue(`/forms/${form}/ui/@${id}/visibleWhen`, { op: 'answered', field: two?.answer ?? '/x' })
  ];
  return commands[kind % commands.length] ?? setValue('/layout', {});
};

describe('every command', () => {
  it('is undone byte for byte after a reload, and redone: two hundred in a row', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 200, maxLength: 200 }), (dice) => {
        let draft = openDraft({ me: 'me', seq: 0, document: example, log: [] });
        dice.forEach((die, index) => {
          const outcome = runCommand(draft, anyCommand(draft.document, die), { id: `${index}`, gesture: `${index}` });
          if (isRefusal(outcome)) return;
          const undone = takeBack(outcome, 'undo', 'u');
          const redone = isRefusal(undone) ? undone : takeBack(undone, 'redo', 'r');
          if (isRefusal(undone) || isRefusal(redone))
            throw new Error(JSON.stringify([undone, outcome.pending.at(-1)]).slice(0, 2000));
          expect(JSON.stringify(undone.document)).toBe(JSON.stringify(draft.document));
          expect(JSON.stringify(redone.document)).toBe(JSON.stringify(outcome.document));
          draft = outcome;
        });
        const stored: { log: LogEntry[]; document: CaseTypeDocument } = JSON.parse(
          JSON.stringify({ log: draft.pending, document: draft.document })
        );
        draft = openDraft({ me: 'me', seq: stored.log.length, ...stored });
        for (let step = 0; draft.history.done.length > 0; step++) {
          const undone = takeBack(draft, 'undo', `u${step}`);
          if (isRefusal(undone)) throw new Error(JSON.stringify(undone));
          draft = undone;
        }
        expect(JSON.stringify(draft.document)).toBe(JSON.stringify(example));
      }),
      { numRuns: 3, endOnFailure: true }
    );
  }, 60_000);
});

describe('renaming the key of a question', () => {
  it.each(Object.entries(shipped))('rewrites every use in %s and leaves nothing of the old', (slug, document) => {
    const questions = elementsOf(document).filter(({ schemaPlace }) => schemaPlace);
    for (const { form, id, answer } of sampled(slug, questions, 10)) {
      const before = usesOf(document, 'field', answer ?? '').length;
      const renamed = after(document, renameKey({ to: 'field', form, id }, 'nyckelSomIngenHar'));
      const next = elementsOf(renamed, form).find((element) => element.id === id)?.answer ?? '';
      expect(usesOf(renamed, 'field', answer ?? '')).toEqual([]);
      expect([answer, usesOf(renamed, 'field', next).length]).toEqual([answer, before]);
      expect(valueAt(renamed, `/forms/${form}/ui/@${id}/id`)).toBe(id);
    }
  });

  it('is refused when the key is taken, or no key', () => {
    const taken = renameKey({ to: 'field', form: 'application', id: 'contact' }, 'kind')(example);
    expect(taken).toMatchObject({ refused: 'edit.key_taken' });
    const wrong = renameKey({ to: 'field', form: 'application', id: 'contact' }, 'Två ord')(example);
    expect(wrong).toMatchObject({ refused: 'edit.key_refused' });
  });
});

describe('deleting a question', () => {
  const budget = { form: 'application', id: 'budget' };

  it('tells every use, and which must be replaced', () => {
    const uses = usesOfElement(example, 'application', 'kind');
    expect(uses.map(({ kind, removable }) => `${kind} ${removable}`)).toContain('condition true');
    expect(uses.map(({ kind, removable }) => `${kind} ${removable}`)).toContain('scenario true');
    expect(deleteElement('application', 'kind')(example)).toMatchObject({ refused: 'edit.in_use' });
  });

  it('takes its uses in conditions with it when that is chosen, but no more of them than must go', () => {
    const gone = after(example, deleteElement('application', 'post', 'remove'));
    expect(usesOf(gone, 'field', '/application/budget/*/post')).toEqual([]);
    expect(valueAt(gone, '/forms/application/ui/@what/visibleWhen')).toBeUndefined();
    expect(valueAt(gone, '/forms/application/ui/@permit/visibleWhen')).toEqual({
      op: 'and',
      args: [{ op: 'eq', field: '/application/kind', value: 'evenemang' }]
    });
    expect(JSON.stringify(valueAt(gone, '/texts/sv'))).not.toContain('form.application.post.');
    expect(valueAt(gone, '/forms/application/schema/properties/budget/items/required')).toEqual(['amount', 'permit']);
    expect(JSON.stringify(gone.scenarios)).not.toContain('"post"');
  });

  it('is refused when the flow or a calculation would decide otherwise, until another question takes its place', () => {
    const refused = deleteElement(budget.form, budget.id, 'remove')(example);
    expect(refused).toMatchObject({ refused: 'edit.in_use' });
    const two = after(example, duplicate('application', 'budget'));
    const replaced = after(
      two,
      deleteElement(budget.form, budget.id, { replaceWith: { form: 'application', id: 'budget-2' } })
    );
    expect(valueAt(replaced, '/forms/application/ui/@total/options/value/list')).toBe('/application/budget-2');
  });
});

describe('what is copied', () => {
  it('gets ids, keys and texts of its own, and its conditions read the copies', () => {
    const copied = after(example, duplicate('application', 'om'));
    expect(valueAt(copied, '/forms/application/ui/@event-date-2/visibleWhen')).toEqual({
      op: 'eq',
      field: '/application/kind-2',
      value: 'evenemang'
    });
    expect(valueAt(copied, '/texts/sv/form.application.name-2.label')).toBe(
      valueAt(example, '/texts/sv/form.application.name.label')
    );
  });

  it('can be put into another case type by way of text', () => {
    const fragment = readFragment(JSON.stringify(fragmentOf(example, 'application', 'pengar')));
    if (!fragment) throw new Error('The fragment is not read.');
    const document = shipped.felanmalan ?? {};
    const pasted = after(document, paste(fragment, { form: 'application', parent: null }));
    const total = elementsOf(pasted, 'application').find(
      ({ element }) => objectOf(element.options).kind === 'calculated'
    );
    expect(total?.element.options).toMatchObject({ value: { list: '/application/budget' } });
    expect(fragment.from).toEqual({ caseType: 'foreningsbidrag', form: 'application', element: 'pengar' });
  });

  describe('and is shown by a named condition', () => {
    const named = (condition: JsonObject) =>
      after(
        after(example, setPlace(['settings', 'conditions', 'evenemang'], condition)),
        setValue('/forms/application/ui/@event-date/visibleWhen', { op: 'ref', condition: 'evenemang' })
      );
    const isEvent = { op: 'eq', field: '/application/kind', value: 'evenemang' };
    const source = named(isEvent);
    const copied = (id: string): Fragment =>
      fragmentOf(source, 'application', id) ?? expect.unreachable('there is no such element');
    const into = { form: 'application', parent: null };

    it('takes the condition along to a case type that lacks it', () => {
      const pasted = after(shipped.felanmalan ?? {}, paste(copied('om'), into));
      expect(valueAt(pasted, '/settings/conditions/evenemang')).toEqual(isEvent);
    });

    it('uses the condition that is the same there, and names it anew beside another of the same name', () => {
      const same = after(source, paste(copied('event-date'), { form: 'application', parent: 'om' }));
      expect(conditionsOf(same)).toEqual(conditionsOf(source));
      const other = named({ op: 'answered', field: '/application/name' });
      const pasted = after(other, paste(copied('event-date'), { form: 'application', parent: 'om' }));
      expect(conditionsOf(pasted)).toMatchObject({ evenemang: { op: 'answered' }, 'evenemang-2': isEvent });
      expect(valueAt(pasted, '/forms/application/ui/@event-date-2/visibleWhen')).toEqual({
        op: 'ref',
        condition: 'evenemang-2'
      });
    });

    it('reads the copies when what it reads is copied too', () => {
      const pasted = after(source, duplicate('application', 'om'));
      expect(valueAt(pasted, '/settings/conditions/evenemang-2')).toEqual({ ...isEvent, field: '/application/kind-2' });
    });
  });

  it('is nothing when it is no fragment', () => {
    expect(readFragment('hej')).toBeUndefined();
    expect(readFragment('{"fragment":1}')).toBeUndefined();
  });
});

describe('moving', () => {
  const order = (document: CaseTypeDocument) =>
    elementsOf(document, 'application')
      .map(({ id }) => id)
      .join(' ');

  it('goes past the neighbour, and to the next page from the last', () => {
    const moved = after(example, moveByOne('application', 'name', 1));
    expect(order(moved)).toContain('om contact name kind');
    const last = after(example, moveByOne('application', 'event-date', 1));
    expect(order(last)).toContain('pengar event-date budget');
    expect(order(after(last, moveByOne('application', 'event-date', -1)))).toBe(order(example));
  });

  it('stops at the border of a repeating group, whose answers are others', () => {
    expect(moveElement('name', { form: 'application', parent: 'budget' })(example)).toEqual({
      refused: 'edit.not_here'
    });
    expect(moveElement('post', { form: 'application', parent: 'om' })(example)).toEqual({ refused: 'edit.not_here' });
  });
});

import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#runtime/definition/json.ts';
import { checkOnServer } from '#runtime/case/check-case-type.server.ts';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { conditionsOf, elementOf } from '../document/elements.ts';
import type { CaseTypeDocument, Command } from '../document/model.ts';
import { applyPatches } from '../document/patch.ts';
import { valueAt } from '../document/path.ts';
import { soundExample } from '#runtime/testing/case-types.ts';
import { nameCondition, placesOf, unnameCondition } from './name-condition.ts';
import { renameKey } from './rename-key.ts';
import { setValue } from './set-value.ts';

const after = (document: CaseTypeDocument, ...commands: Command[]): CaseTypeDocument =>
  commands.reduce((here, command) => {
    const edit = command(here);
    if (isRefusal(edit)) throw new Error(JSON.stringify(edit));
    const done = applyPatches(here, edit.patches);
    if (isRefusal(done)) throw new Error(JSON.stringify(done));
    return done.document;
  }, document);

const example: JsonObject = JSON.parse(JSON.stringify(soundExample()));
const isEvent = { op: 'eq', field: '/application/kind', value: 'evenemang' };
const shownAt = (id: string) => [...(elementOf(example, 'application', id)?.place ?? []), 'visibleWhen'];
const at = (id: string) => `/forms/application/ui/@${id}/visibleWhen`;
const ref = { op: 'ref', condition: 'ar-evenemang' };
const errors = (document: CaseTypeDocument) => checkOnServer(document).filter(({ severity }) => severity === 'error');

describe('naming a condition', () => {
  it('gives it a name where it stands, and elsewhere only when that is wanted', () => {
    const count = placesOf(example, isEvent).length;
    expect(count).toBeGreaterThan(1);
    const one = after(example, nameCondition(shownAt('event-date'), 'ar-evenemang'));
    expect(valueAt(one, at('event-date'))).toEqual(ref);
    expect(conditionsOf(one)).toMatchObject({ 'ar-evenemang': isEvent });
    expect(placesOf(one, ref)).toHaveLength(1);
    const all = after(example, nameCondition(shownAt('event-date'), 'ar-evenemang', true));
    expect(placesOf(all, ref)).toHaveLength(count);
    expect(errors(all)).toEqual(errors(example));
  });

  it('can be renamed, and taken back everywhere: then all is as it was', () => {
    const named = after(example, nameCondition(shownAt('event-date'), 'ar-evenemang', true));
    const renamed = after(named, renameKey({ to: 'condition', key: 'ar-evenemang' }, 'evenemang'));
    expect(valueAt(renamed, at('event-date'))).toEqual({ op: 'ref', condition: 'evenemang' });
    expect(after(renamed, unnameCondition('evenemang'))).toEqual(example);
  });

  it('is refused for a name that is taken or none, and for what only its row can tell', () => {
    const named = after(example, nameCondition(shownAt('event-date'), 'ar-evenemang'));
    expect(nameCondition(shownAt('event-date'), 'igen')(named)).toEqual({ refused: 'edit.not_here' });
    expect(nameCondition(shownAt('permit'), 'ar-evenemang')(named)).toMatchObject({ refused: 'edit.key_taken' });
    expect(nameCondition(shownAt('event-date'), 'Två ord')(example)).toMatchObject({ refused: 'edit.key_refused' });
    expect(nameCondition(shownAt('what'), 'rad')(example)).toEqual({ refused: 'edit.not_here' });
    expect(unnameCondition('finns-inte')(example)).toMatchObject({ refused: 'edit.nowhere' });
  });

  it('takes a condition on the rows of a list, which any place can ask', () => {
    const some = { op: 'some', list: '/application/budget', where: { op: 'eq', item: '/post', value: 'annat' } };
    const listed = after(example, setValue(at('total'), some, 'options'));
    const place = [...(elementOf(listed, 'application', 'total')?.place ?? []), 'visibleWhen'];
    expect(conditionsOf(after(listed, nameCondition(place, 'nagot-annat')))).toMatchObject({ 'nagot-annat': some });
  });
});

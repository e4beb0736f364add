import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '#runtime/definition/json.ts';
import { objectOf } from '../../document/elements.ts';
import type { Field, Words } from '../../settings/model.ts';
import { STEP_KINDS } from '../commands/step-kinds.ts';
import { ACTION_FIELDS } from './action-fields.ts';
import { AUTOMATION_FIELDS } from './automation-fields.ts';
import { branchFields } from './branch-fields.ts';
import {
  arrivedFields,
  atOnceFields,
  beslutFields,
  outcomeFields,
  ownAppealFields,
  pressFields
} from './outcome-fields.ts';
import { stepFields } from './step-fields.ts';
import { AT_ONCE, BESLUT_KINDS, COMMUNICATION, NO_REASONS, OUTCOMES, PHASES, WAITS_FOR } from './words.ts';

const schema = async (name: string): Promise<JsonObject> =>
  objectOf(JSON.parse(await readFile(`case-types/schema/${name}.schema.json`, 'utf8')));

const flow = objectOf((await schema('flow')).$defs);
const common = objectOf((await schema('common')).$defs);
const keysOf = (def: Json | undefined): string[] => Object.keys(objectOf(objectOf(def).properties));
const paths = (fields: readonly Field[], within: string): string[] => [
  ...new Set(fields.filter(({ path }) => path !== '').map(({ path }) => path.replace(within, '')))
];

describe('the inspector of flows', () => {
  it('has a control for everything that a step means to people', () => {
    const fields = STEP_KINDS.flatMap((kind) => stepFields({ key: 'x', kind }).flatMap((group) => group.fields));
    expect(paths(fields, 'meta/').toSorted()).toEqual(keysOf(flow.stateMeta).toSorted());
  });

  it('has one for everything that a button asks for, and that a beslut must have', () => {
    expect(paths([...pressFields, ...outcomeFields], 'meta/').toSorted()).toEqual(keysOf(flow.eventMeta).toSorted());
    expect(paths(beslutFields, '').toSorted()).toEqual(keysOf(flow.beslut).toSorted());
    expect(paths(arrivedFields, '').toSorted()).toEqual(keysOf(flow.arrived).toSorted());
    expect(paths(atOnceFields, '').toSorted()).toEqual(
      keysOf(objectOf(objectOf(flow.beslut).properties).enforceableAtOnce).toSorted()
    );
    expect(paths(ownAppealFields, '').toSorted()).toEqual(keysOf(common.appeal).toSorted());
  });

  it('has one for each part of a state and of a branch that the outline does not draw', () => {
    /** By commands of their own: kind, where it begins, what is in it, ways on, and lists of actions. */
    const drawn = ['type', 'initial', 'states', 'on', 'after', 'always', 'onDone', 'invoke', 'entry', 'exit', 'meta'];
    expect(keysOf(flow.state).toSorted()).toEqual(drawn.toSorted());
    const own = [...paths(branchFields, ''), 'guard', 'target', 'actions', 'meta'];
    expect(own.toSorted()).toEqual(keysOf(flow.branch).toSorted());
  });

  it('has one for everything that each action takes', async () => {
    const defs = Object.values(objectOf((await schema('action')).$defs)).map((def) =>
      objectOf(objectOf(def).properties)
    );
    const wanted = defs.map(({ type, params }) => [objectOf(type).const, keysOf(params).toSorted()]);
    const found = Object.entries(ACTION_FIELDS).map(([type, fields]) => [type, paths(fields, 'params/').toSorted()]);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(wanted));
  });

  it('has one for everything that each automation takes', async () => {
    const defs = Object.values(objectOf((await schema('automation')).$defs)).map((def) =>
      objectOf(objectOf(def).properties)
    );
    const wanted = defs.map(({ src, input }) => [objectOf(src).const, keysOf(input).toSorted()]);
    const found = Object.entries(AUTOMATION_FIELDS).map(([src, fields]) => [src, paths(fields, 'input/').toSorted()]);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(wanted));
  });

  it('offers every word of the closed lists of the format', () => {
    const enums: [Words, Json | undefined][] = [
      [PHASES, common.phase],
      [WAITS_FOR, common.waitsFor],
      [OUTCOMES, common.outcome],
      [COMMUNICATION, flow.communicationGround],
      [NO_REASONS, flow.noReasons],
      [BESLUT_KINDS, objectOf(objectOf(flow.beslut).properties).kind],
      [AT_ONCE, objectOf(objectOf(objectOf(objectOf(flow.beslut).properties).enforceableAtOnce).properties).ground]
    ];
    for (const [words, def] of enums) expect(Object.keys(words)).toEqual(objectOf(def).enum);
  });
});

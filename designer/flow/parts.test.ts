import { describe, expect, it } from 'vitest';
import { selectionAt } from '../problems/jump.ts';
import { workedDocument } from '../testing/documents.ts';
import { flowOf } from './flow-of.ts';
import { around, linesOf, searched } from './outline/lines.ts';
import { partAt, partsOf } from './parts.ts';

const document = await workedDocument();
const parts = partsOf(flowOf(document) ?? expect.unreachable());

describe('the outline of a flow', () => {
  it('has every step, each way on below the step that it leaves, and what may happen at any time last', () => {
    const lines = linesOf(parts, () => true).map(({ part, level }) => `${level} ${part.pointer}`);
    expect(lines.slice(0, 6)).toEqual([
      '1 /states/niva',
      '2 /states/niva/invoke/onDone',
      '2 /states/niva/invoke/onError',
      '1 /states/vagval',
      '2 /states/vagval/always',
      '3 /states/vagval/always/0'
    ]);
    expect(lines).toContain('3 /states/beredning/states/remiss/states/remiss-ute');
    expect(lines.at(-1)).toBe('1 /on/aterkalla');
  });

  it('shows what is open, and tells how many stand beside', () => {
    const lines = linesOf(parts, () => false);
    expect(lines.map(({ level }) => level)).toEqual(lines.map(() => 1));
    expect(lines[0]).toMatchObject({ place: 1, siblings: lines.length, holds: true });
  });

  it('is searched by name, with what the found stand in', () => {
    const found = searched(parts, 'REMISS-UTE', (part) => part.pointer.split('/').at(-1) ?? '');
    expect(found.map(({ pointer }) => pointer)).toEqual([
      '/states/beredning',
      '/states/beredning/states/remiss',
      '/states/beredning/states/remiss/states/remiss-ute'
    ]);
    expect(around(parts, found[2] ?? expect.unreachable())).toEqual(found.slice(0, 2));
  });
});

describe('a problem in a flow', () => {
  it('leads to the step, way or branch that it is in', () => {
    const jump = (pointer: string) => partAt(parts, (selectionAt(document, pointer) ?? '').slice('/flow'.length));
    expect(jump('/flow/states/besluta/on/beslut/0/meta/beslut')?.pointer).toBe('/states/besluta/on/beslut/0');
    expect(jump('/flow/states/granska/meta/role')?.pointer).toBe('/states/granska');
    expect(jump('/flow/states/granska/on/klar/target')).toMatchObject({ sort: 'way', name: 'klar', state: 'granska' });
    expect(jump('/flow/initial')).toBeUndefined();
  });
});

describe('a flow that cannot be walked through', () => {
  it('is none', () => {
    for (const flow of [null, {}, { id: 'flow', states: [] }, { id: 'flow', states: { a: { on: { b: 'c' } } } }])
      expect(flowOf({ flow })).toBeUndefined();
  });
});

import Elk from 'elkjs/lib/elk.bundled.js';
import { describe, expect, it } from 'vitest';
import { randomFlow } from '../../testing/random-flows.ts';
import { drawingFaults } from '../../testing/drawing-faults.ts';
import { shippedCaseTypes } from '../../testing/shipped.ts';
import type { Flow, Layout } from '../../definition/types.ts';
import { arrange } from './arrange.ts';
import { drawingOf, type Figure } from './figures.ts';
import { boxesOf, type Box } from './places.ts';
import { readBpmn } from './read.ts';
import { writeBpmn } from './write.ts';

const overlap = (a: Box, b: Box): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

/** What lies on something else, or outside what holds it. */
function faultsOf(flow: Flow, layout: Layout): string[] {
  const { figures } = drawingOf(flow);
  const boxes = boxesOf({ figures, lines: [] }, layout);
  const box = ({ id }: Figure): Box => boxes.get(id) ?? { x: 0, y: 0, w: 0, h: 0 };
  const unplaced = figures.filter(({ place }) => !layout.nodes?.[place]).map(({ id }) => `${id} has no place`);
  const crowded = figures.flatMap((one, index) =>
    figures
      .slice(index + 1)
      .filter((other) => one.inside === other.inside && one.on !== other.id && other.on !== one.id)
      .filter((other) => overlap(box(one), box(other)))
      .map((other) => `${one.id} lies on ${other.id}`)
  );
  const outside = figures.filter((one) => {
    const holder = figures.find(({ id }) => id === one.inside);
    if (!holder || one.on) return false;
    const [a, b] = [box(one), box(holder)];
    return a.x < b.x || a.y < b.y || a.x + a.w > b.x + b.w || a.y + a.h > b.y + b.h;
  });
  return [...unplaced, ...crowded, ...outside.map(({ id }) => `${id} stands outside`)];
}

describe.each(await shippedCaseTypes())('the drawing of %s', (_, caseType) => {
  const { flow, layout, texts } = caseType;
  it('has no name on another name, a figure or a line, and each beside its own line', () => {
    expect(drawingFaults(caseType)).toEqual([]);
  });

  it('has a place for everything, nothing on anything else', () => {
    expect(faultsOf(flow, layout)).toEqual([]);
  });

  it('goes along to other tools and comes back as it stood', async () => {
    const draft = await readBpmn(await writeBpmn({ flow, layout, texts: texts.sv }));
    const { nodes, edges } = layout;
    expect('layout' in draft && draft.layout).toEqual({ nodes, edges });
  });
});

describe('any flow', () => {
  it('is laid out without anything on anything else, the same each time', { timeout: 60_000 }, async () => {
    const elk = new Elk();
    for (let seed = 0; seed < 40; seed += 1) {
      const flow = randomFlow(seed);
      const layout = await arrange(flow, elk);
      expect(faultsOf(flow, layout), `seed ${seed}`).toEqual([]);
      if (seed < 3) expect(await arrange(flow, elk)).toEqual(layout);
    }
  });
});

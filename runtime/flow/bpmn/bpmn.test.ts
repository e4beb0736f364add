import { describe, expect, it } from 'vitest';
import { shippedCaseTypes } from '../../testing/shipped.ts';
import { workedExample } from '../../testing/case-types.ts';
import { randomFlow } from '../../testing/random-flows.ts';
import { readBpmn, readDefinitions } from './read.ts';
import { toDefinitions, writeBpmn } from './write.ts';

describe.each([['the worked example', workedExample()] as const, ...(await shippedCaseTypes())])(
  '%s as BPMN',
  (_, caseType) => {
    it('comes back as the very flow it was, in the same order', async () => {
      const xml = await writeBpmn({ flow: caseType.flow, layout: {}, texts: caseType.texts.sv });
      const draft = await readBpmn(xml);
      expect(draft).toMatchObject({ left: [] });
      expect('flow' in draft && JSON.stringify(draft.flow)).toBe(JSON.stringify(caseType.flow));
    });
  }
);

describe('any flow of the format', () => {
  it('comes back as the very flow it was, with its drawing', { timeout: 180_000 }, async () => {
    for (let seed = 0; seed < 250; seed += 1) {
      const flow = randomFlow(seed);
      const first = await readBpmn(await writeBpmn({ flow, layout: {} }));
      if (!('flow' in first)) throw new Error(`seed ${seed}: ${first.refused} ${first.detail}`);
      expect(JSON.stringify(first.flow), `seed ${seed}`).toBe(JSON.stringify(flow));
      expect(first.left, `seed ${seed}`).toEqual([]);
      if (seed % 10 > 0) continue;
      const again = await readBpmn(await writeBpmn({ flow, layout: first.layout }));
      expect('layout' in again && again.layout, `seed ${seed}`).toEqual(first.layout);
    }
  });

  it('comes back from the tree that a canvas keeps', { timeout: 180_000 }, () => {
    for (let seed = 250; seed < 2000; seed += 1) {
      const flow = randomFlow(seed);
      const draft = readDefinitions(toDefinitions({ flow, layout: {} }));
      expect('flow' in draft && JSON.stringify(draft.flow), `seed ${seed}`).toBe(JSON.stringify(flow));
    }
  });
});

import { describe, expect, it } from 'vitest';
import { chanceOf } from '../../form/generate/chance.ts';
import { readBpmn, type Draft, type Unreadable } from './read.ts';
import { WHYS } from './why.ts';

const MODEL = 'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"';
const file = (process: string, before = '', more = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>${before}<definitions ${MODEL} id="d" targetNamespace="x">${more}<process id="p">${process}</process></definitions>`;
const flow = (id: string, from: string, to: string) =>
  `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}" />`;

const timed = async (xml: string): Promise<{ draft: Draft | Unreadable; ms: number }> => {
  const start = performance.now();
  const draft = await readBpmn(xml);
  return { draft, ms: performance.now() - start };
};
const SOON = 5_000;

describe('a hostile file', () => {
  it('of entities that grow (billion laughs) grows nothing', async () => {
    const entities = Array.from({ length: 10 }, (_, at) =>
      at === 0 ? '<!ENTITY e0 "ha">' : `<!ENTITY e${at} "${`&e${at - 1};`.repeat(10)}">`
    );
    const xml = file('<task id="a" name="&e9;" /><task id="b">&e9;</task>', `<!DOCTYPE d [${entities.join('')}]>`);
    const { draft, ms } = await timed(xml);
    expect(JSON.stringify(draft).length).toBeLessThan(5_000);
    expect(ms).toBeLessThan(SOON);
  });

  it('that asks for another file gets none', async () => {
    const { draft } = await timed(
      file('<task id="a" name="&x;" />', '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>')
    );
    expect(JSON.stringify(draft)).not.toMatch(/root:/);
  });

  it.each([
    ['deep', `${'<subProcess id="s">'.repeat(20_000)}${'</subProcess>'.repeat(20_000)}`],
    ['unclosed', '<task id="a">'.repeat(5_000)],
    ['of one attribute without end', `<task id="a" name="${'x'.repeat(2_000_000)}" />`],
    [
      'of names that objects have',
      '<task id="__proto__" name="__proto__" /><task id="constructor" name="constructor" /><task id="toString" name="xstate.init" />'
    ],
    [
      'whose lines go round',
      `<task id="a" /><task id="b" />${flow('f', 'a', 'b')}${flow('g', 'b', 'a')}${flow('h', 'a', 'a')}`
    ],
    [
      'whose gateways go round',
      `<exclusiveGateway id="a" /><exclusiveGateway id="b" />${flow('f', 'a', 'b')}${flow('g', 'b', 'a')}`
    ],
    ['with the same id twice', '<task id="a" /><task id="a" name="2" />'],
    ['of another language', '<a xmlns="urn:x"/>']
  ])('%s gives a draft or a refusal, soon', async (_, process) => {
    const { draft, ms } = await timed(file(process));
    expect('flow' in draft || 'refused' in draft).toBe(true);
    expect(Object.prototype).not.toHaveProperty('meta');
    expect(ms).toBeLessThan(SOON);
  });

  it('of 3,000 steps is read within seconds', async () => {
    const steps = Array.from({ length: 3_000 }, (_, at) => `<task id="t${at}" name="Steg ${at}" />`);
    const lines = steps.slice(1).map((_, at) => flow(`f${at}`, `t${at}`, `t${at + 1}`));
    const { draft, ms } = await timed(file([...steps, ...lines].join('')));
    expect('flow' in draft && Object.keys(Object(draft.flow['states'])).length).toBeGreaterThanOrEqual(3_000);
    expect(ms).toBeLessThan(SOON * 2);
  });
});

const NODES = [
  'task',
  'userTask',
  'manualTask',
  'serviceTask',
  'sendTask',
  'scriptTask',
  'receiveTask',
  'businessRuleTask',
  'callActivity',
  'exclusiveGateway',
  'inclusiveGateway',
  'complexGateway',
  'parallelGateway',
  'eventBasedGateway',
  'intermediateCatchEvent',
  'intermediateThrowEvent',
  'startEvent',
  'endEvent',
  'subProcess',
  'adHocSubProcess',
  'transaction'
];
const OTHERS = ['dataObject', 'dataObjectReference', 'dataStoreReference', 'textAnnotation', 'group'];

/** A drawing of anything that BPMN has, connected as it happens to be. */
function anyDrawing(seed: number): { readonly xml: string; readonly ids: readonly string[] } {
  const chance = chanceOf(seed, 'drawing');
  const ids: string[] = [];
  const element = (depth: number): string => {
    const type = chance.pick(chance.whole(1, 6) === 1 ? OTHERS : NODES);
    const id = `n${ids.length}`;
    ids.push(id);
    const isGroup = /subProcess|SubProcess|transaction/.test(type) && depth < 2;
    const inner = isGroup ? Array.from({ length: chance.whole(0, 3) }, () => element(depth + 1)).join('') : '';
    return `<${type} id="${id}" name="Namn ${id}">${inner}</${type}>`;
  };
  const elements = Array.from({ length: chance.whole(1, 12) }, () => element(0)).join('');
  const lines = Array.from({ length: chance.whole(0, 18) }, (_, at) =>
    flow(`f${at}`, chance.pick(ids), chance.pick(ids))
  );
  const hosts = ids.slice();
  const borders = Array.from({ length: chance.whole(0, 3) }, (_, at) => {
    const id = `b${at}`;
    ids.push(id);
    const kind = chance.pick(['timer', 'message', 'error', 'escalation']);
    return `<boundaryEvent id="${id}" name="Namn ${id}" attachedToRef="${chance.pick(hosts)}"><${kind}EventDefinition /></boundaryEvent>${flow(`g${at}`, id, chance.pick(hosts))}`;
  });
  return { xml: file(elements + borders.join('') + lines.join('')), ids };
}

/** What only joins or parts ways stands for itself in the ways, and a plain start in where the flow begins. */
const IS_WAY = /Gateway$|^StartEvent$/;

describe('any drawing', () => {
  it(
    'is taken element by element: each becomes a part of the draft, or is listed with why',
    { timeout: 60_000 },
    async () => {
      for (let seed = 0; seed < 400; seed += 1) {
        const { xml, ids } = anyDrawing(seed);
        const draft = await readBpmn(xml);
        if (!('flow' in draft)) {
          expect(draft.refused).toBeTruthy();
          continue;
        }
        const said = JSON.stringify([draft.texts, draft.left]);
        const drawn = new Set(draft.ids.values());
        const silent = ids.filter((id) => {
          const type = new RegExp(`<(\\w+) id="${id}"`).exec(xml)?.[1] ?? '';
          const isWay = IS_WAY.test(type[0]?.toUpperCase() + type.slice(1));
          return !isWay && !drawn.has(id) && !said.includes(`Namn ${id}"`) && !said.includes(`"${id}"`);
        });
        expect(silent, `seed ${seed} ${xml}`).toEqual([]);
        for (const { why } of draft.left) expect(WHYS).toContain(why);
      }
    }
  );
});

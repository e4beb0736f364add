import { describe, expect, it } from 'vitest';
import { check } from '../../check/check.ts';
import { chanceOf } from '../../form/generate/chance.ts';
import { caseTypeWith } from '../../testing/flows.ts';
import { randomFlow } from '../../testing/random-flows.ts';
import { readBpmn, type Draft } from './read.ts';
import { writeBpmn } from './write.ts';

const file = (process: string, more = '') => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  id="d" targetNamespace="http://example.org">${more}<process id="p">${process}</process></definitions>`;

const flows = (...pairs: string[]) =>
  pairs
    .map((pair, index) => {
      const [from = '', to = '', name = ''] = pair.split(' ');
      return `<sequenceFlow id="f${index}" sourceRef="${from}" targetRef="${to}"${name && ` name="${name}"`} />`;
    })
    .join('');

async function draftOf(xml: string): Promise<Draft> {
  const draft = await readBpmn(xml);
  if (!('flow' in draft)) throw new Error(`${draft.refused} ${draft.detail}`);
  return draft;
}

const PERMIT = file(
  `<laneSet id="ls"><lane id="l1" name="Handläggare"><flowNodeRef>check</flowNodeRef><flowNodeRef>more</flowNodeRef></lane>
   <lane id="l2" name="Sökande"><flowNodeRef>add</flowNodeRef></lane><lane id="l3" name="Brandkåren"><flowNodeRef>fire</flowNodeRef></lane></laneSet>
   <startEvent id="start" /><userTask id="check" name="Granska ansökan" /><exclusiveGateway id="more" name="Komplett?" />
   <userTask id="add" name="Komplettera" /><userTask id="fire" name="Yttra sig" /><serviceTask id="pay" name="Betala ut" />
   <boundaryEvent id="late" attachedToRef="add"><timerEventDefinition><timeDuration>P2W</timeDuration></timerEventDefinition></boundaryEvent>
   <endEvent id="done" name="Klart" /><dataObjectReference id="data" />` +
    flows('start check', 'check more', 'more add Nej', 'more fire Ja', 'add check', 'fire pay', 'pay done', 'late done')
);

describe('a drawing that somebody else made', () => {
  it('becomes steps with outcomes, done by whom the lanes say', async () => {
    const { flow, texts, left } = await draftOf(PERMIT);
    expect(flow).toEqual({
      id: 'flow',
      initial: 'granska-ansokan',
      states: {
        'granska-ansokan': {
          meta: { waitsFor: 'caseworker', role: 'caseworker' },
          on: {
            nej: { target: 'komplettera', meta: { roles: ['caseworker'] } },
            ja: { target: 'yttra-sig', meta: { roles: ['caseworker'] } }
          }
        },
        komplettera: {
          meta: { waitsFor: 'applicant', role: 'applicant' },
          on: { klar: { target: 'granska-ansokan', meta: { roles: ['applicant'] } } },
          after: { P14D: { target: 'klart' } }
        },
        'yttra-sig': {
          meta: { waitsFor: 'caseworker', role: 'caseworker' },
          on: { klar: { target: 'betala-ut', meta: { roles: ['caseworker'] } } }
        },
        'betala-ut': {
          meta: { waitsFor: 'system', role: 'caseworker' },
          on: { klar: { target: 'klart', meta: { roles: ['caseworker'] } } }
        },
        klart: { type: 'final' }
      }
    });
    expect(texts['state.granska-ansokan.title']).toBe('Granska ansökan');
    expect(texts['event.nej.label']).toBe('Nej');
    expect(left.map(({ element, why }) => [element, why])).toEqual([
      ['data', 'no-part-of-the-flow'],
      ['Brandkåren', 'lane-without-role'],
      ['pay', 'automation-to-choose']
    ]);
  });

  it('becomes a group whose parts go on at the same time, where parallel gateways stand in pairs', async () => {
    const xml = file(
      `<startEvent id="s" /><parallelGateway id="split" /><task id="a" name="Grannar" /><task id="b" name="Miljö" /><task id="b2" name="Buller" />
       <parallelGateway id="join" /><task id="after" name="Besluta" /><endEvent id="e" />` +
        flows('s split', 'split a', 'split b', 'b b2', 'a join', 'b2 join', 'join after', 'after e')
    );
    const { flow, left } = await draftOf(xml);
    expect(left).toEqual([]);
    expect(flow).toMatchObject({
      initial: 'samtidigt',
      states: {
        samtidigt: {
          type: 'parallel',
          onDone: { target: 'besluta' },
          states: {
            'del-1': { initial: 'grannar' },
            'del-2': { initial: 'miljo', states: { miljo: {}, buller: {} } }
          }
        }
      }
    });
    const structure = check(caseTypeWith(Object(flow['states']), { initial: String(flow['initial']) }));
    expect(structure.filter(({ code }) => ['V2', 'V3', 'V4', 'V7', 'V8', 'V9', 'V10'].includes(code))).toEqual([]);
  });

  it('tells of parallel gateways without a pair, of choices, of what happens by message, and of other pools', async () => {
    const xml = file(
      `<startEvent id="s"><messageEventDefinition /></startEvent><inclusiveGateway id="any" name="Vilka?" /><task id="a" /><task id="b" /><callActivity id="c" name="Annan process" />
       <parallelGateway id="and" /><intermediateThrowEvent id="throw"><messageEventDefinition /></intermediateThrowEvent>
       <eventBasedGateway id="wait" /><intermediateCatchEvent id="answer" name="Svar"><messageEventDefinition /></intermediateCatchEvent>
       <intermediateCatchEvent id="time"><timerEventDefinition><timeDuration>snart</timeDuration></timerEventDefinition></intermediateCatchEvent>
       <endEvent id="e"><terminateEventDefinition /></endEvent>` +
        flows(
          's any',
          'any a',
          'any b',
          'a and',
          'and c',
          'and e',
          'b throw',
          'throw wait',
          'wait answer',
          'wait time',
          'answer c',
          'time e'
        ),
      `<process id="other"><task id="theirs" /></process>`
    );
    const { flow, left } = await draftOf(xml);
    expect(left.map(({ element, why }) => `${element} ${why}`).sort()).toEqual([
      'and parallel-without-pair',
      'any choice-as-step',
      'any gateway-as-choice',
      'c other-process',
      'e end-is-plain',
      'other one-process-only',
      's start-is-plain',
      'throw throws-nothing',
      'time time-not-understood'
    ]);
    expect(flow).toMatchObject({
      states: {
        val: {
          meta: { waitsFor: 'authority' },
          on: { svar: { target: 'annan-process' } },
          after: { P14D: { target: 'slut' } }
        }
      }
    });
  });

  it.each([
    '',
    'hej',
    '<a/>',
    '{"id": 1}',
    file('').slice(0, 60),
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>'
  ])('is refused with a word where it is none: %s', async (xml) => {
    expect(await readBpmn(xml)).toHaveProperty('refused');
  });

  it('never breaks on a damaged file', { timeout: 60_000 }, async () => {
    const sound = [
      PERMIT,
      ...(await Promise.all([1, 2, 3, 4].map((seed) => writeBpmn({ flow: randomFlow(seed), layout: {} }))))
    ];
    for (let seed = 0; seed < 300; seed += 1) {
      const chance = chanceOf(seed, 'damage');
      let xml = chance.pick(sound);
      for (let cut = chance.whole(1, 4); cut > 0; cut -= 1) xml = damaged(xml, seed * 10 + cut);
      const draft = await readBpmn(xml);
      expect('flow' in draft || 'refused' in draft, `seed ${seed}`).toBe(true);
    }
  });
});

/** What goes wrong with files: a piece gone, a piece twice, a value of another, a tag renamed, ids that point elsewhere. */
function damaged(xml: string, seed: number): string {
  const chance = chanceOf(seed, 'cut');
  const start = chance.whole(0, xml.length - 1);
  const end = Math.min(xml.length, start + chance.whole(1, 200));
  const tags = [...xml.matchAll(/<[^/?][^>]*\/>/g)].map(([tag]) => tag);
  switch (chance.whole(1, 6)) {
    case 1:
      return xml.slice(0, start) + xml.slice(end);
    case 2:
      return xml.slice(0, end) + xml.slice(start);
    case 3:
      return tags.length > 0 ? xml.replace(chance.pick(tags), '') : xml;
    case 4:
      return tags.length > 0 ? xml.replace(chance.pick(tags), chance.pick(tags)) : xml;
    case 5:
      return xml.replaceAll(
        chance.pick(['Task', 'Gateway', 'Event', 'subProcess', '"on"', ':0', '{', 'target']),
        chance.pick(['Task', 'X', 'SubProcess', '7', '[]', 'null'])
      );
    default:
      return xml.replace(/(sourceRef|targetRef|attachedToRef|json|place)="[^"]*"/, '$1="nowhere"');
  }
}

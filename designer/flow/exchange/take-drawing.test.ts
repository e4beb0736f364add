import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBpmn } from '#runtime/flow/bpmn/read.ts';
import { WHYS } from '#runtime/flow/bpmn/why.ts';
import { writeBpmn } from '#runtime/flow/bpmn/write.ts';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { shippedDocuments } from '../../testing/documents.ts';
import { objectOf } from '../../document/elements.ts';
import type { CaseTypeDocument } from '../../document/model.ts';
import { applyPatches } from '../../document/patch.ts';
import { drawableOf } from '../canvas/drawable.ts';
import { takeDrawing } from './take-drawing.ts';

const FOREIGN = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x"><process id="p">
<laneSet id="ls"><lane id="l" name="Nämndsekreterare"><flowNodeRef>a</flowNodeRef></lane></laneSet>
<startEvent id="s" /><userTask id="a" name="Bereda ärendet" /><dataObject id="o" name="Akten" /><endEvent id="e" />
<sequenceFlow id="f" sourceRef="s" targetRef="a" /><sequenceFlow id="g" sourceRef="a" targetRef="e" /></process></definitions>`;

async function taken(document: CaseTypeDocument, xml: string) {
  const draft = await readBpmn(xml);
  if ('refused' in draft) return expect.unreachable(draft.refused);
  const edit = takeDrawing(draft)(document);
  if (isRefusal(edit)) return expect.unreachable(edit.refused);
  const done = applyPatches(document, edit.patches);
  if (isRefusal(done)) return expect.unreachable(done.refused);
  const back = applyPatches(done.document, edit.inverse);
  expect(isRefusal(back) ? back : JSON.stringify(back.document)).toBe(JSON.stringify(document));
  return { document: done.document, left: draft.left };
}

describe('a drawing that is taken in', () => {
  it('of somebody else takes the place of the flow with its names, and its lanes become roles', async () => {
    const before = (await shippedDocuments())['felanmalan'] ?? expect.unreachable();
    const { document, left } = await taken(before, FOREIGN);
    const states = objectOf(objectOf(document.flow).states);
    expect(states['bereda-arendet']).toMatchObject({ meta: { role: 'secretary' } });
    const sv = objectOf(objectOf(document.texts).sv);
    expect(sv['state.bereda-arendet.title']).toBe('Bereda ärendet');
    const gone = Object.keys(objectOf(objectOf(before.flow).states))[0] ?? '';
    expect(Object.keys(sv).filter((key) => key.startsWith(`state.${gone}.`))).toEqual([]);
    expect(sv['caseType.title']).toBe(objectOf(objectOf(before.texts).sv)['caseType.title']);
    expect(left.map(({ name, why }) => [name, why])).toEqual([['Akten', 'no-part-of-the-flow']]);
  });

  it('of ours changes nothing at all, for every shipped flow', async () => {
    for (const document of Object.values(await shippedDocuments())) {
      const drawable = drawableOf(document) ?? expect.unreachable();
      const after = await taken(document, await writeBpmn(drawable));
      expect(after.left).toEqual([]);
      expect(JSON.stringify(after.document.flow)).toBe(JSON.stringify(document.flow));
      expect(after.document.texts).toEqual(document.texts);
    }
  });
});

it.each(['sv', 'en'])('there is a sentence in %s for everything that is left', (language) => {
  const texts: Record<string, string> = JSON.parse(readFileSync(`src/lib/text/bpmn.${language}.json`, 'utf8'));
  expect(WHYS.filter((why) => !texts[`bpmn.why.${why}`])).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { bpmn, elementsOf, withParents, type ModdleElement } from '#runtime/flow/bpmn/moddle.ts';
import { toDefinitions } from '#runtime/flow/bpmn/write.ts';
import { shippedCaseTypes } from '#runtime/testing/shipped.ts';
import type { CaseTypeDocument } from '../../document/model.ts';
import { applyPatches } from '../../document/patch.ts';
import { draw } from './draw.ts';
import { drawableOf } from './drawable.ts';
import { readCanvas } from './read-canvas.ts';

const SMALL: CaseTypeDocument = {
  flow: {
    id: 'flow',
    initial: 'granska',
    states: {
      granska: {
        meta: { phase: 'utreda', waitsFor: 'caseworker', role: 'caseworker' },
        on: { godkann: { target: 'klart', meta: { roles: ['caseworker'] } } },
        after: { P7D: { actions: [{ type: 'notify', params: { message: 'paminnelse' } }] } }
      },
      klart: { type: 'final' }
    }
  },
  layout: { nodes: { granska: { x: 160, y: 100 }, klart: { x: 480, y: 122 } } },
  texts: {
    sv: { 'state.granska.title': 'Granska', 'state.granska.status': 'Granskas', 'state.klart.title': 'Klart' },
    en: { 'state.granska.title': 'Review' }
  }
};

function drawingOf(document: CaseTypeDocument): ModdleElement {
  const drawable = drawableOf(document);
  if (!drawable) throw new Error('cannot be drawn');
  return toDefinitions(drawable);
}

/** A drawing with what bpmn-js would have put on it. */
function drawn(change: (process: ModdleElement, find: (id: string) => ModdleElement) => void): CaseTypeDocument {
  const definitions = drawingOf(SMALL);
  const [process] = elementsOf(definitions, 'rootElements');
  if (!process) throw new Error('no process');
  const all = elementsOf(process, 'flowElements');
  change(process, (id) => all.find((one) => one.id === id) ?? process);
  return readCanvas(SMALL, withParents(definitions)).document;
}

const make = (type: string, properties: Record<string, unknown>) => bpmn.create(`bpmn:${type}`, properties);
const state = (key: string, skeleton: object) => ({
  extensionElements: make('ExtensionElements', {
    values: [bpmn.create('smedja:State', { key, json: JSON.stringify(skeleton) })]
  })
});
const list = (element: ModdleElement, name: string): unknown[] => {
  const found = element.get(name);
  return Array.isArray(found) ? found : [];
};
function connect(process: ModdleElement, from: ModdleElement, to: ModdleElement): void {
  const line = make('SequenceFlow', { id: `Flow_${from.id}_${to.id}`, sourceRef: from, targetRef: to });
  list(from, 'outgoing').push(line);
  list(to, 'incoming').push(line);
  list(process, 'flowElements').push(line);
}

const shipped = await shippedCaseTypes();

describe('a drawing that nobody has drawn on', () => {
  it.each(shipped)('says what %s says', (_, caseType) => {
    const document: CaseTypeDocument = JSON.parse(JSON.stringify(caseType));
    const read = readCanvas(document, drawingOf(document)).document;
    expect(JSON.stringify(read.flow)).toBe(JSON.stringify(document.flow));
    expect(read.texts).toEqual(document.texts);
  });
});

describe('what is drawn', () => {
  it('is a step with a name, a phase and a status, which somebody may finish', () => {
    const { flow, texts } = drawn((process, find) => {
      const step = make('UserTask', {
        id: 'Activity_1',
        name: 'Besluta',
        ...state('', { meta: { waitsFor: 'caseworker' } })
      });
      list(process, 'flowElements').push(step);
      connect(process, step, find('state.klart'));
    });
    expect(flow).toMatchObject({
      states: {
        besluta: {
          meta: { phase: 'utreda', waitsFor: 'caseworker' },
          on: { klar: { target: 'klart', meta: { roles: ['caseworker'] } } }
        }
      }
    });
    expect(texts).toMatchObject({
      sv: { 'state.besluta.title': 'Besluta', 'state.besluta.status': 'Besluta', 'event.klar.label': 'Klar' }
    });
  });

  it('is a copy with a key, texts and an automation of its own', () => {
    const { flow, texts } = drawn((process) =>
      list(process, 'flowElements').push(
        make('ServiceTask', { id: 'a', name: 'Granska', ...state('granska', { invoke: { id: 'x', src: 'http' } }) })
      )
    );
    expect(flow).toMatchObject({ states: { 'granska-2': { invoke: { id: 'granska-2' } } } });
    expect(texts).toMatchObject({ sv: { 'state.granska-2.title': 'Granska', 'state.granska-2.status': 'Granskas' } });
  });

  it('is a decision that has no ways yet, and two parts of what goes on at the same time', () => {
    const { flow } = drawn((process) =>
      list(process, 'flowElements').push(
        make('ExclusiveGateway', { id: 'a', name: 'Val', ...state('', { always: [] }) }),
        make('SubProcess', { id: 'b', name: 'Samtidigt', ...state('', { type: 'parallel', states: {} }) })
      )
    );
    expect(flow).toMatchObject({
      states: { val: { always: [] }, samtidigt: { type: 'parallel', states: { 'del-1': {}, 'del-2': {} } } }
    });
  });

  it('is a time that leads nowhere yet, and no more than the reminders that are still there', () => {
    const clock = make('TimerEventDefinition', { timeDuration: make('FormalExpression', { body: 'P14D' }) });
    const { flow } = drawn((process, find) => {
      const reminder = list(process, 'flowElements').indexOf(find('state.granska.after.P7D'));
      list(process, 'flowElements').splice(reminder, 1);
      const border = { id: 'c', attachedToRef: find('state.granska'), eventDefinitions: [clock] };
      list(process, 'flowElements').push(make('BoundaryEvent', border));
    });
    expect(flow).toHaveProperty(['states', 'granska', 'after'], { P14D: {} });
  });

  it('may happen at any time', () => {
    const { flow, texts } = drawn((process) =>
      list(process, 'flowElements').push(make('SubProcess', { id: 'd', name: 'Återta', triggeredByEvent: true }))
    );
    expect(flow).toMatchObject({ on: { aterta: { target: '.klart', meta: { roles: ['caseworker'] } } } });
    expect(texts).toMatchObject({ sv: { 'event.aterta.label': 'Återta' } });
  });
});

describe('an edit that was drawn', () => {
  it('leaves what others have done since', () => {
    const after = drawn((_, find) => find('state.granska').set('name', 'Pröva'));
    const others = { ...SMALL, texts: { sv: { ...Object(SMALL.texts).sv, 'state.klart.title': 'Färdigt' }, en: {} } };
    const edit = draw(SMALL, readCanvas(SMALL, drawingOf(SMALL)).document, after)(others);
    const done = isRefusal(edit) ? edit : applyPatches(others, edit.patches);
    expect('document' in done && done.document.texts).toMatchObject({
      sv: { 'state.granska.title': 'Pröva', 'state.klart.title': 'Färdigt' }
    });
  });
});

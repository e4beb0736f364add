import type { Json } from '#runtime/definition/json.ts';
import { isObject, keysOf } from '#runtime/form/pointer.ts';
import { objectOf } from '../elements.ts';
import type { CaseTypeDocument } from '../model.ts';
import type { Place } from '../path.ts';
import { listOf, rowsOf, type Collector } from './collector.ts';

/** What the examples answer, do and expect. */
export function fromScenarios(document: CaseTypeDocument, collector: Collector): void {
  const formOfEvent = eventForms(document);
  for (const [name, scenario] of Object.entries(objectOf(document.scenarios))) {
    const root = ['scenarios', name];
    const { application, steps } = objectOf(scenario);
    fromAnswers(application, { pointer: '/application', place: [...root, 'application'], collector });
    rowsOf(steps).forEach(({ event, data, expect }, index) => {
      const place = [...root, 'steps', index];
      collector.add('event', event, { kind: 'scenario', place: [...place, 'event'] });
      const form = typeof event === 'string' ? formOfEvent.get(event) : undefined;
      if (form) fromAnswers(data, { pointer: `/${form}`, place: [...place, 'data'], collector });
      fromExpected(expect, [...place, 'expect'], collector);
    });
  }
}

/** The form that each event asks for. */
function eventForms(document: CaseTypeDocument): Map<string, string> {
  const forms = new Map<string, string>();
  const visit = (state: Json | undefined): void => {
    for (const [event, branches] of Object.entries(objectOf(objectOf(state).on))) {
      const form = objectOf(rowsOf(Array.isArray(branches) ? branches : [branches])[0]?.meta).form;
      if (typeof form === 'string') forms.set(event, form);
    }
    Object.values(objectOf(objectOf(state).states)).forEach(visit);
  };
  visit(document.flow);
  return forms;
}

interface AnswersAt {
  readonly pointer: string;
  readonly place: Place;
  readonly collector: Collector;
}

function fromAnswers(node: Json | undefined, { pointer, place, collector }: AnswersAt): void {
  collector.option(pointer, node, { kind: 'scenario', place });
  if (Array.isArray(node))
    node.forEach((row, index) => {
      if (isObject(row)) fromAnswers(row, { pointer: `${pointer}/*`, place: [...place, index], collector });
    });
  if (!isObject(node)) return;
  for (const [key, inner] of Object.entries(node)) {
    const at = { pointer: `${pointer}/${key}`, place: [...place, key] };
    const renamed = (name: string) => name.slice(name.lastIndexOf('/') + 1);
    collector.add('field', at.pointer, { kind: 'scenario', place: at.place, isKey: true, renamed });
    fromAnswers(inner, { ...at, collector });
  }
}

function fromExpected(expect: Json | undefined, place: Place, collector: Collector): void {
  const { states, allowed, data } = objectOf(expect);
  listOf(states).forEach((state, index) =>
    collector.add('state', state, { kind: 'scenario', place: [...place, 'states', index] })
  );
  for (const [role, events] of Object.entries(objectOf(allowed)))
    listOf(events).forEach((event, index) =>
      collector.add('event', event, { kind: 'scenario', place: [...place, 'allowed', role, index] })
    );
  for (const pointer of Object.keys(objectOf(data)))
    fromExpectedPointer(pointer, [...place, 'data', pointer], collector);
}

/** Rows stand in it by number. */
function fromExpectedPointer(pointer: string, place: Place, collector: Collector): void {
  const keys = keysOf(pointer) ?? [];
  const key = keys.map((each) => `/${/^\d+$/.test(each) ? '*' : each}`).join('');
  const renamed = (name: string) =>
    name
      .split('/')
      .map((each, index) => (each === '*' ? (keys[index - 1] ?? each) : each))
      .join('/');
  collector.add('field', key, { kind: 'scenario', place, isKey: true, renamed });
}

import type { Json, JsonObject } from '#runtime/definition/json.ts';
import { isObject } from '#runtime/form/pointer.ts';
import { objectOf } from '../elements.ts';
import type { CaseTypeDocument } from '../model.ts';
import type { Place } from '../path.ts';
import { listOf, rowsOf, type Collector } from './collector.ts';

/** What the flow names, of itself and of the rest. */
export function fromFlow(document: CaseTypeDocument, collector: Collector): void {
  const flow = (place: Place) => ({ kind: 'flow' as const, place });
  const actions = (list: Json | undefined, place: Place) =>
    rowsOf(list).forEach(({ params }, index) => {
      const at: Place = [...place, index, 'params'];
      const { text, document: made, handlingstyp, documents } = objectOf(params);
      collector.add('message', text, flow([...at, 'text']));
      collector.add('document', made, flow([...at, 'document']));
      collector.add('handlingstyp', handlingstyp, flow([...at, 'handlingstyp']));
      listOf(documents).forEach((each, i) => collector.add('document', each, flow([...at, 'documents', i])));
      collector.expression(params, { kind: 'flow', place: at, list: null });
    });
  const branch = (held: Json, place: Place) => {
    const { target, guard, actions: done, meta } = objectOf(held);
    if (typeof target === 'string') {
      const dot = target.startsWith('.') ? '.' : '';
      collector.add('state', target.slice(dot.length), {
        ...flow([...place, 'target']),
        renamed: (name) => dot + name
      });
    }
    collector.expression(objectOf(guard).params, { kind: 'flow', place: [...place, 'guard', 'params'], list: null });
    actions(done, [...place, 'actions']);
    collector.add('form', objectOf(meta).form, flow([...place, 'meta', 'form']));
    collector.expression(objectOf(meta).when, { kind: 'flow', place: [...place, 'meta', 'when'], list: null });
    for (const [key, field] of Object.entries(objectOf(objectOf(meta).arrived)))
      collector.field(field, flow([...place, 'meta', 'arrived', key]));
    collector.expression(objectOf(meta).beslut, { kind: 'flow', place: [...place, 'meta', 'beslut'], list: null });
  };
  const branches = (held: Json | undefined, place: Place) => {
    if (Array.isArray(held)) held.forEach((each, index) => branch(each, [...place, index]));
    else if (held !== undefined) branch(held, place);
  };
  const state = (config: JsonObject, place: Place): void => {
    collector.add('state', config.initial, flow([...place, 'initial']));
    actions(config.entry, [...place, 'entry']);
    actions(config.exit, [...place, 'exit']);
    const meta = objectOf(config.meta);
    collector.add('form', meta.form, flow([...place, 'meta', 'form']));
    listOf(meta.tells).forEach((each, index) => collector.field(each, flow([...place, 'meta', 'tells', index])));
    collector.add('delay', meta.deadline, flow([...place, 'meta', 'deadline']));
    if (isObject(config.invoke)) invoke(config.invoke, [...place, 'invoke']);
    branches(config.always, [...place, 'always']);
    branches(config.onDone, [...place, 'onDone']);
    for (const [event, held] of Object.entries(objectOf(config.on))) {
      collector.add('event', event, { ...flow([...place, 'on', event]), isKey: true });
      branches(held, [...place, 'on', event]);
    }
    for (const [delay, held] of Object.entries(objectOf(config.after))) {
      if (!/^PT?\d/.test(delay)) collector.add('delay', delay, { ...flow([...place, 'after', delay]), isKey: true });
      branches(held, [...place, 'after', delay]);
    }
    for (const [key, inner] of Object.entries(objectOf(config.states)))
      state(objectOf(inner), [...place, 'states', key]);
  };
  const invoke = (config: JsonObject, place: Place) => {
    const input = objectOf(config.input);
    collector.add('decision', input.table, flow([...place, 'input', 'table']));
    collector.add('message', input.text, flow([...place, 'input', 'text']));
    collector.add('document', input.document, flow([...place, 'input', 'document']));
    collector.expression(config.input, { kind: 'flow', place: [...place, 'input'], list: null });
    branches(config.onDone, [...place, 'onDone']);
    branches(config.onError, [...place, 'onError']);
  };
  state(objectOf(document.flow), ['flow']);
}

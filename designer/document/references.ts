import type { Json, JsonObject } from '#runtime/definition/json.ts';
import { isObject, keysOf } from '#runtime/form/pointer.ts';
import { elementsOf, objectOf } from './elements.ts';
import type { CaseTypeDocument } from './model.ts';
import { follow, type Place } from './path.ts';

/** What is named in a case type, and so can be used. */
export type Subject =
  | 'field'
  | 'option'
  | 'element'
  | 'form'
  | 'state'
  | 'event'
  | 'condition'
  | 'delay'
  | 'decision'
  | 'handlingstyp'
  | 'message'
  | 'document';

/** What a use is part of: how it is told, and how it can be removed. */
export type UseKind =
  'condition' | 'value' | 'decision' | 'delay' | 'law' | 'flow' | 'scenario' | 'text' | 'layout' | 'handlingstyp';

/** One place that names a subject. */
export interface Reference {
  readonly to: Subject;
  /**
   * A field by its pointer in the case, with `*` for rows; an option by its field's pointer, `=` and its value; an element by form and id
   * (`application/iban`); anything else by its key.
   */
  readonly key: string;
  readonly kind: UseKind;
  readonly place: Place;
  /** Whether the last step of the place, a key, is what names it, rather than the value there. */
  readonly isKey: boolean;
  /** What stands here when the subject is called `to` instead; `to` as `key` is. */
  readonly renamed: (to: string) => string;
}

/** Everything in a document that names something else in it. Pure; a draft that is wrong gives what can be read. */
export function referencesIn(document: CaseTypeDocument): Reference[] {
  const found: Reference[] = [];
  const walk = walker(document, found);
  walk.settings();
  walk.forms();
  walk.flow();
  walk.decisions();
  walk.scenarios();
  walk.texts();
  return found;
}

interface At {
  readonly kind: UseKind;
  readonly place: Place;
  readonly isKey?: boolean;
  readonly renamed?: (to: string) => string;
}

type Add = (to: Subject, key: Json | undefined, at: At) => void;

const asIs = (name: string): string => name;

function walker(document: CaseTypeDocument, found: Reference[]) {
  const elements = elementsOf(document);
  const part = (...place: string[]): JsonObject => objectOf(follow(document, place));
  const add: Add = (to, key, { kind, place, isKey = false, renamed = asIs }) => {
    if (typeof key === 'string') found.push({ to, key, kind, place, isKey, renamed });
  };
  const field = (pointer: Json | undefined, kind: UseKind, place: Place, base = '') => {
    if (typeof pointer !== 'string' || !pointer.startsWith('/')) return;
    const steps = pointer.split('/').length - 1;
    const renamed = (name: string) => (base === '' ? name : `/${name.split('/').slice(-steps).join('/')}`);
    found.push({ to: 'field', key: base + pointer, kind, place, isKey: false, renamed });
  };
  const expression = expressions(found, field);
  return {
    settings() {
      const settings = part('settings');
      for (const [name, condition] of Object.entries(objectOf(settings.conditions)))
        expression(condition, { kind: 'condition', place: ['settings', 'conditions', name], list: null });
      for (const [name, delay] of Object.entries(objectOf(settings.delays)))
        for (const key of ['from', 'before']) field(objectOf(delay)[key], 'delay', ['settings', 'delays', name, key]);
      rowsOf(objectOf(settings.deadlines).statutory).forEach((deadline, index) =>
        field(deadline.from, 'law', ['settings', 'deadlines', 'statutory', index, 'from'])
      );
      for (const law of ['personalData', 'confidentiality'])
        rowsOf(settings[law]).forEach((row, index) => {
          listOf(row.fields).forEach((each, at) => field(each, 'law', ['settings', law, index, 'fields', at]));
          listOf(row.handlingstyper).forEach((each, at) =>
            add('handlingstyp', each, { kind: 'law', place: ['settings', law, index, 'handlingstyper', at] })
          );
        });
      rowsOf(settings.handlingstyper).forEach((row, index) =>
        listOf(row.forms).forEach((each, at) =>
          add('form', each, { kind: 'handlingstyp', place: ['settings', 'handlingstyper', index, 'forms', at] })
        )
      );
    },
    forms() {
      for (const { element, place, list } of elements) {
        expression(element.visibleWhen, { kind: 'condition', place: [...place, 'visibleWhen'], list });
        const options = objectOf(element.options);
        for (const key of ['value', 'amount'])
          expression(options[key], { kind: 'value', place: [...place, 'options', key], list });
      }
    },
    flow() {
      flowReferences(document, { add, expression });
    },
    decisions() {
      for (const [name, table] of Object.entries(part('decisions'))) {
        const inputs = rowsOf(objectOf(table).inputs);
        inputs.forEach((input, index) => field(input.field, 'decision', ['decisions', name, 'inputs', index, 'field']));
        rowsOf(objectOf(table).rules).forEach((rule, row) =>
          listOf(rule.when).forEach((cell, column) => {
            const place = ['decisions', name, 'rules', row, 'when', column, 'value'];
            options(found, inputs[column]?.field, { value: objectOf(cell).value, kind: 'decision', place });
          })
        );
      }
    },
    scenarios() {
      const formOfEvent = eventForms(document);
      for (const [name, scenario] of Object.entries(part('scenarios'))) {
        const root = ['scenarios', name];
        answers(found, objectOf(scenario).application, { pointer: '/application', place: [...root, 'application'] });
        rowsOf(objectOf(scenario).steps).forEach((step, index) => {
          const place = [...root, 'steps', index];
          const at = { kind: 'scenario' as const };
          add('event', step.event, { ...at, place: [...place, 'event'] });
          const form = typeof step.event === 'string' ? formOfEvent.get(step.event) : undefined;
          if (form) answers(found, step.data, { pointer: `/${form}`, place: [...place, 'data'] });
          const expect = objectOf(step.expect);
          listOf(expect.states).forEach((state, i) =>
            add('state', state, { ...at, place: [...place, 'expect', 'states', i] })
          );
          for (const [role, events] of Object.entries(objectOf(expect.allowed)))
            listOf(events).forEach((event, i) =>
              add('event', event, { ...at, place: [...place, 'expect', 'allowed', role, i] })
            );
          for (const pointer of Object.keys(objectOf(expect.data)))
            expected(found, pointer, [...place, 'expect', 'data', pointer]);
        });
      }
    },
    texts() {
      const answerOf = new Map(elements.map(({ form, id, answer }) => [`${form}/${id}`, answer]));
      for (const [language, texts] of Object.entries(part('texts')))
        for (const key of Object.keys(objectOf(texts)))
          textReferences(found, key, { place: ['texts', language, key], answerOf });
      for (const [language, texts] of Object.entries(part('layout', 'translatedFrom')))
        for (const key of Object.keys(objectOf(texts)))
          textReferences(found, key, { place: ['layout', 'translatedFrom', language, key], answerOf });
      for (const state of Object.keys(part('layout', 'nodes')))
        add('state', state, { kind: 'layout', place: ['layout', 'nodes', state], isKey: true });
      for (const edge of Object.keys(part('layout', 'edges'))) edgeReferences(found, edge);
    }
  };
}

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
const rowsOf = (value: Json | undefined): JsonObject[] => listOf(value).map(objectOf);

interface Expression {
  readonly kind: UseKind;
  readonly place: Place;
  /** The list whose row `item` means. */
  readonly list: string | null;
}

type ReadExpression = (node: Json | undefined, at: Expression) => void;

/** Conditions, values and whatever holds them: they name fields by `field`, `from`, `list` and `item`, and conditions by `ref`. */
function expressions(
  found: Reference[],
  field: (pointer: Json | undefined, kind: UseKind, place: Place, base?: string) => void
): ReadExpression {
  const read: ReadExpression = (node, { kind, place, list }) => {
    if (Array.isArray(node)) node.forEach((each, index) => read(each, { kind, place: [...place, index], list }));
    if (!isObject(node)) return;
    const rows = typeof node.list === 'string' ? node.list : list;
    for (const key of ['field', 'from', 'list']) field(node[key], kind, [...place, key]);
    if (rows !== null) field(node.item, kind, [...place, 'item'], `${'calc' in node ? rows : (list ?? rows)}/*`);
    if (node.op === 'ref' && typeof node.condition === 'string')
      found.push({
        to: 'condition',
        key: node.condition,
        kind,
        place: [...place, 'condition'],
        isKey: false,
        renamed: asIs
      });
    const asked =
      typeof node.field === 'string'
        ? node.field
        : typeof node.item === 'string' && list
          ? `${list}/*${node.item}`
          : undefined;
    options(found, asked, { value: node.value, kind, place: [...place, 'value'] });
    for (const [key, inner] of Object.entries(node))
      read(inner, { kind, place: [...place, key], list: key === 'where' ? rows : list });
  };
  return read;
}

/** Literals that a field is compared with name its options. */
function options(
  found: Reference[],
  pointer: Json | undefined,
  { value, kind, place }: { value: Json | undefined; kind: UseKind; place: Place }
): void {
  if (typeof pointer !== 'string') return;
  if (Array.isArray(value))
    value.forEach((each, index) => options(found, pointer, { value: each, kind, place: [...place, index] }));
  if (typeof value !== 'string') return;
  found.push({ to: 'option', key: `${pointer}=${value}`, kind, place, isKey: false, renamed: optionOf });
}

const optionOf = (key: string): string => key.slice(key.indexOf('=') + 1);

/** What a scenario answers. */
function answers(found: Reference[], node: Json | undefined, at: { pointer: string; place: Place }): void {
  options(found, at.pointer, { value: node, kind: 'scenario', place: at.place });
  if (Array.isArray(node))
    node.forEach((row, index) => {
      if (isObject(row)) answers(found, row, { pointer: `${at.pointer}/*`, place: [...at.place, index] });
    });
  if (!isObject(node)) return;
  for (const [key, inner] of Object.entries(node)) {
    const pointer = `${at.pointer}/${key}`;
    const place = [...at.place, key];
    found.push({
      to: 'field',
      key: pointer,
      kind: 'scenario',
      place,
      isKey: true,
      renamed: (name) => name.slice(name.lastIndexOf('/') + 1)
    });
    answers(found, inner, { pointer, place });
  }
}

/** A pointer that a scenario expects something at; rows stand there by number. */
function expected(found: Reference[], pointer: string, place: Place): void {
  const keys = keysOf(pointer) ?? [];
  const key = keys.map((each) => `/${/^\d+$/.test(each) ? '*' : each}`).join('');
  const renamed = (name: string) =>
    name
      .split('/')
      .map((each, index) => (each === '*' ? (keys[index - 1] ?? each) : each))
      .join('/');
  found.push({ to: 'field', key, kind: 'scenario', place, isKey: true, renamed });
}

function textReferences(
  found: Reference[],
  key: string,
  { place, answerOf }: { place: Place; answerOf: ReadonlyMap<string, string | undefined> }
): void {
  const [area, first = '', second = '', third, fourth] = key.split('.');
  const at = { kind: 'text' as const, place, isKey: true };
  const segment = (index: number) => (name: string) => key.split('.').with(index, name).join('.');
  if (area === 'form') {
    found.push({ to: 'form', key: first, ...at, renamed: segment(1) });
    const renamed = (name: string) => segment(2)(name.slice(name.indexOf('/') + 1));
    found.push({ to: 'element', key: `${first}/${second}`, ...at, renamed });
    const answer = answerOf.get(`${first}/${second}`);
    if (third === 'option' && fourth !== undefined && answer !== undefined)
      found.push({ to: 'option', key: `${answer}=${fourth}`, ...at, renamed: (name) => segment(4)(optionOf(name)) });
  }
  if (area === 'state' || area === 'event' || area === 'message' || area === 'document')
    found.push({ to: area, key: first, ...at, renamed: segment(1) });
}

/** Bends are kept by the pointer of their branch. */
function edgeReferences(found: Reference[], edge: string): void {
  const keys = keysOf(edge) ?? [];
  keys.forEach((key, index) => {
    const holder = keys[index - 1];
    const to = holder === 'states' ? 'state' : holder === 'on' ? 'event' : undefined;
    if (to)
      found.push({
        to,
        key,
        kind: 'layout',
        place: ['layout', 'edges', edge],
        isKey: true,
        renamed: (name) => `/${keys.with(index, name).join('/')}`
      });
  });
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

function flowReferences(
  document: CaseTypeDocument,
  { add, expression }: { add: Add; expression: ReadExpression }
): void {
  const flow = (place: Place) => ({ kind: 'flow' as const, place });
  const actions = (list: Json | undefined, place: Place) =>
    rowsOf(list).forEach(({ params }, index) => {
      const at: Place = [...place, index, 'params'];
      const { text, document: made, handlingstyp, documents } = objectOf(params);
      add('message', text, flow([...at, 'text']));
      add('document', made, flow([...at, 'document']));
      add('handlingstyp', handlingstyp, flow([...at, 'handlingstyp']));
      listOf(documents).forEach((each, i) => add('document', each, flow([...at, 'documents', i])));
      expression(params, { kind: 'flow', place: at, list: null });
    });
  const branch = (held: Json, place: Place) => {
    const { target, guard, actions: done, meta } = objectOf(held);
    if (typeof target === 'string') {
      const dot = target.startsWith('.') ? '.' : '';
      add('state', target.slice(dot.length), { ...flow([...place, 'target']), renamed: (name) => dot + name });
    }
    expression(objectOf(guard).params, { kind: 'flow', place: [...place, 'guard', 'params'], list: null });
    actions(done, [...place, 'actions']);
    add('form', objectOf(meta).form, flow([...place, 'meta', 'form']));
    expression(objectOf(meta).beslut, { kind: 'flow', place: [...place, 'meta', 'beslut'], list: null });
  };
  const branches = (held: Json | undefined, place: Place) => {
    if (Array.isArray(held)) held.forEach((each, index) => branch(each, [...place, index]));
    else if (held !== undefined) branch(held, place);
  };
  const state = (config: JsonObject, place: Place): void => {
    add('state', config.initial, flow([...place, 'initial']));
    actions(config.entry, [...place, 'entry']);
    actions(config.exit, [...place, 'exit']);
    const meta = objectOf(config.meta);
    add('form', meta.form, flow([...place, 'meta', 'form']));
    add('delay', meta.deadline, flow([...place, 'meta', 'deadline']));
    if (isObject(config.invoke)) invoke(config.invoke, [...place, 'invoke']);
    branches(config.always, [...place, 'always']);
    branches(config.onDone, [...place, 'onDone']);
    for (const [event, held] of Object.entries(objectOf(config.on))) {
      add('event', event, { ...flow([...place, 'on', event]), isKey: true });
      branches(held, [...place, 'on', event]);
    }
    for (const [delay, held] of Object.entries(objectOf(config.after))) {
      if (!/^PT?\d/.test(delay)) add('delay', delay, { ...flow([...place, 'after', delay]), isKey: true });
      branches(held, [...place, 'after', delay]);
    }
    for (const [key, inner] of Object.entries(objectOf(config.states)))
      state(objectOf(inner), [...place, 'states', key]);
  };
  const invoke = (config: JsonObject, place: Place) => {
    const input = objectOf(config.input);
    add('decision', input.table, flow([...place, 'input', 'table']));
    add('message', input.text, flow([...place, 'input', 'text']));
    add('document', input.document, flow([...place, 'input', 'document']));
    expression(config.input, { kind: 'flow', place: [...place, 'input'], list: null });
    branches(config.onDone, [...place, 'onDone']);
    branches(config.onError, [...place, 'onError']);
  };
  state(objectOf(document.flow), ['flow']);
}

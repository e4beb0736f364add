import type { Json, JsonObject } from '#runtime/definition/json.ts';
import type { Flow } from '#runtime/definition/types.ts';
import { statesOf } from '#runtime/flow/walk.ts';
import { below, isObject, put } from '#runtime/form/pointer.ts';
import { objectOf } from '../../document/elements.ts';
import type { CaseTypeDocument } from '../../document/model.ts';
import { freeKey, isKey, keyOfText } from '../../commands/keys.ts';
import type { StepSpot } from './spot.ts';
import { formFrom, type Question } from './form.ts';

/** The same in Swedish and English. */
export type Said = readonly [sv: string, en: string];

interface StateWords {
  readonly title: Said;
  /** What the citizen reads; the title, when left out. */
  readonly status?: Said;
  readonly explanation?: Said;
}

const RESERVED = ['application', 'case', 'fields', 'results'];

/**
 * Collects what a pattern brings into a copy of a document: each thing gets a free key and its texts in the languages that the
 * document has of ours. Used inside one pure function; nothing of it is seen outside.
 */
export class Kit {
  #document: CaseTypeDocument;
  readonly #states: [string, JsonObject][] = [];
  readonly #taken: { readonly [sort: string]: Set<string> };

  /** What happens beside something that the citizen reads of already: a case has one status. */
  readonly #untold: boolean;

  constructor(document: CaseTypeDocument, flow: Flow, beside?: StepSpot) {
    this.#document = document;
    const states = statesOf(flow);
    const ofRegion = states.some(
      ({ pointer, config }) => config.type === 'parallel' && beside?.pointer.startsWith(`${pointer}/`)
    );
    const sv = objectOf(objectOf(document.texts).sv);
    this.#untold = ofRegion && beside !== undefined && sv[`state.${beside.state.key}.status`] === undefined;
    const texts = Object.values(objectOf(document.texts)).flatMap((held) => Object.keys(objectOf(held)));
    const said = (area: string) =>
      texts.flatMap((key) => (key.startsWith(`${area}.`) ? [key.split('.')[1] ?? ''] : []));
    const { delays, fields } = objectOf(document.settings);
    this.#taken = {
      state: new Set([...states.map(({ key }) => key), ...said('state')]),
      automation: new Set(states.flatMap(({ config }) => config.invoke?.id ?? [])),
      event: new Set([
        ...[flow, ...states.map(({ config }) => config)].flatMap(({ on = {} }) => Object.keys(on)),
        ...said('event')
      ]),
      form: new Set([...Object.keys(objectOf(document.forms)), ...said('form'), ...RESERVED]),
      message: new Set(said('message')),
      document: new Set(said('document')),
      delay: new Set(Object.keys(objectOf(delays))),
      field: new Set(Object.keys(objectOf(objectOf(fields).properties)))
    };
  }

  get settings(): JsonObject {
    return objectOf(this.#document.settings);
  }

  /** How a beslut of the case type is appealed. */
  get appeal(): JsonObject {
    return objectOf(this.settings.appeal);
  }

  /** What is to stand among the states of one group, in order. */
  get states(): readonly (readonly [string, JsonObject])[] {
    return this.#states;
  }

  /** The document as it is so far; the states are put in by whoever knows where. */
  get document(): CaseTypeDocument {
    return this.#document;
  }

  put(pointer: string, value: Json): void {
    this.#document = put(this.#document, pointer, value);
  }

  /** A key that nothing of its sort has. */
  key(
    sort: 'state' | 'automation' | 'event' | 'form' | 'message' | 'document' | 'delay' | 'field',
    base: string
  ): string {
    const taken = this.#taken[sort] ?? new Set();
    const key = freeKey(taken, base);
    taken.add(key);
    return key;
  }

  text(key: string, [sv, en]: Said): void {
    this.put(below('/texts/sv', key), sv);
    if (isObject(objectOf(this.#document.texts).en)) this.put(below('/texts/en', key), en);
  }

  state(key: string, { title, status = title, explanation }: StateWords, config: JsonObject): void {
    this.text(`state.${key}.title`, title);
    if (!this.#untold) this.text(`state.${key}.status`, status);
    if (explanation && !this.#untold) this.text(`state.${key}.explanation`, explanation);
    this.#states.push([key, config]);
  }

  event(base: string, label: Said, confirm?: Said): string {
    const key = this.key('event', base);
    this.text(`event.${key}.label`, label);
    if (confirm) this.text(`event.${key}.confirm`, confirm);
    return key;
  }

  /** A message; one that says the same already is used again. */
  message(base: string, subject: Said, body: Said): string {
    const sv = objectOf(objectOf(this.#document.texts).sv);
    if (sv[`message.${base}.subject`] === subject[0] && sv[`message.${base}.body`] === body[0]) return base;
    const key = this.key('message', base);
    this.text(`message.${key}.subject`, subject);
    this.text(`message.${key}.body`, body);
    return key;
  }

  /** What tells a manager or caseworker that a step has waited longer than its time. */
  late(to: 'manager' | 'caseworker'): JsonObject {
    const text = this.message(
      'forsenad',
      ['Ärende {number} har väntat för länge', 'Case {number} has waited too long'],
      ['Ärende {number} har passerat sin tid. Öppna ärendet: {link}', 'Case {number} is past its time. Open it: {link}']
    );
    return { type: 'notify', params: { to, text } };
  }

  /** `create-document`, with its handlingstyp. */
  documentAction(
    base: string,
    title: Said,
    params: { handlingstyp: string; to: string[]; appealInstruction?: true }
  ): JsonObject {
    const key = this.key('document', base);
    this.text(`document.${key}.title`, title);
    const handlingstyp = this.handlingstyp(params.handlingstyp);
    return { type: 'create-document', params: { document: key, ...params, handlingstyp } };
  }

  /** A handlingstyp by its key, added when there is none: registered as the case type registers its first. */
  handlingstyp(key: string, form?: string): string {
    const { handlingstyper } = this.settings;
    const all = Array.isArray(handlingstyper) ? handlingstyper.map(objectOf) : [];
    const at = all.findIndex((one) => one.key === key);
    const known = all[at] ?? { key, registration: objectOf(all[0]?.registration) };
    const forms = Array.isArray(known.forms) ? known.forms : [];
    const { registration, key: _, forms: __, ...rest } = known;
    const own: JsonObject = {
      ...{ key, ...(form ? { forms: [...forms, form] } : known.forms ? { forms } : {}) },
      ...{ registration: objectOf(registration), ...rest }
    };
    this.put('/settings/handlingstyper', at < 0 ? [...all, own] : all.with(at, own));
    return key;
  }

  /** A form of one page, and the handlingstyp of what is written in it. */
  form(
    base: string,
    title: Said,
    { questions, handlingstyp }: { questions: readonly Question[]; handlingstyp: string }
  ): string {
    const key = this.key('form', base);
    this.put(below('/forms', key), formFrom(questions));
    this.text(`form.${key}.sida.label`, title);
    for (const { id, label, help, options = {} } of questions) {
      this.text(`form.${key}.${id}.label`, label);
      if (help) this.text(`form.${key}.${id}.help`, help);
      for (const [value, said] of Object.entries(options)) this.text(`form.${key}.${id}.option.${value}`, said);
    }
    this.handlingstyp(handlingstyp, key);
    return key;
  }

  delay(base: string, delay: JsonObject): string {
    const key = this.key('delay', base);
    this.put(below('/settings/delays', key), delay);
    return key;
  }

  /** A declared field of the case, as a pointer into it. */
  field(base: string, schema: JsonObject): string {
    const key = this.key('field', base);
    const { fields } = this.settings;
    const own = isObject(fields) ? fields : { type: 'object', properties: {} };
    this.put('/settings/fields', { ...own, properties: { ...objectOf(own.properties), [key]: schema } });
    return `/fields/${key}`;
  }

  /** An item of the delegationsordning, added to those that the case type needs; undefined when none is named. */
  item(item: unknown): string | undefined {
    if (typeof item !== 'string' || item.trim() === '') return undefined;
    const { delegation } = this.settings;
    const items = Array.isArray(delegation) ? delegation : [];
    if (!items.includes(item.trim())) this.put('/settings/delegation', [...items, item.trim()]);
    return item.trim();
  }

  /** The phase of the step that a pattern stands by, so that the case never seems to go backwards. */
  phaseOf({ state: { config } }: StepSpot, otherwise: string): string {
    return config.meta?.phase ?? otherwise;
  }

  /** A reminder's time that is within the whole; else half of it. */
  before(remindAfter: string, whole: string): string {
    const [sooner, later] = [remindAfter, whole].map((days) => Number(days.slice(1, -1)));
    return (sooner ?? 0) < (later ?? 0) ? remindAfter : `P${Math.max(1, Math.floor((later ?? 2) / 2))}D`;
  }

  /** Options of a question by what somebody wrote, one a line. */
  options(lines: readonly string[]): Record<string, Said> {
    const taken = new Set<string>();
    return Object.fromEntries(
      lines
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .map((line): [string, Said] => {
          const base = keyOfText(line) || 'val';
          const key = freeKey(taken, isKey(base) ? base : 'val');
          taken.add(key);
          return [key, [line, line]];
        })
    );
  }

  /** Whose case it is: the applicant, or the party where the authority itself began it. */
  get citizen(): 'applicant' | 'party' {
    return this.partyRoles.includes('applicant') ? 'applicant' : 'party';
  }

  /** Who answers for the citizen, by Mina sidor, or by the status link where nobody has to log in. */
  get citizens(): string[] {
    const { authentication } = objectOf(this.settings.eService);
    const byLink = authentication === 'none' || authentication === 'optional';
    return [this.citizen, ...(this.partyRoles.includes('ombud') ? ['ombud'] : []), ...(byLink ? ['anyone'] : [])];
  }

  /** Every part of the case, and who speaks for them. */
  get parts(): string[] {
    return [...new Set([...this.citizens, ...this.partyRoles])];
  }

  /** Those with a case of their own in it. */
  get partyRoles(): string[] {
    const { parties } = this.settings;
    return (Array.isArray(parties) ? parties : []).map((party) => String(objectOf(party).role));
  }
}

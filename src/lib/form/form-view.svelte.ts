import { createContext, untrack, type Snippet } from 'svelte';
import type { Json } from '#runtime/definition/json.ts';
import type { Control, Form, Texts, TypedSchema } from '#runtime/definition/types.ts';
import type { AnswerFault } from '#runtime/errors/refusal.ts';
import { compileForm, templateOf, type CompiledForm, type Part } from '#runtime/form/compile-form.ts';
import type { Kind, Look } from '#runtime/form/kinds/model.ts';
import type { Answers, Environment, ShownControl } from '#runtime/form/model.ts';
import { optionsOf } from '#runtime/form/options.ts';
import { ADD_ROW, parsePosted, REMOVE_ROW, type PostedAnswers, type RowChange } from '#runtime/form/parse-posted.ts';
import { at, put } from '#runtime/form/pointer.ts';
import { project } from '#runtime/form/project.ts';
import type { Translate } from '#lib/text/translate.ts';
import { faultText } from './fault-text.ts';
import { fieldId } from './field-id.ts';
import type { MapSettings } from './map.ts';
import type { Nested } from './nest.ts';
import { isPartWithInput } from './part-labels.ts';
import { readPosted } from './posted.ts';

/** One element that is about to be drawn, for whoever draws something around it. */
export interface Framed {
  readonly node: Nested;
  readonly content: Snippet<[Nested]>;
}

/** What a page of a form is drawn from. */
export interface FormSource {
  readonly form: Form;
  /** `application`, or the key of one of the case type's other forms. */
  readonly formKey: string;
  /** The id of the Category; all of them, one below the other, when left out. */
  readonly page?: string | undefined;
  /** As they are kept: what could not be read stands as it was typed. */
  readonly answers: Answers;
  readonly faults: readonly AnswerFault[];
  /** The case type's texts in the language of the page, what is missing filled in from Swedish. */
  readonly texts: Texts;
  readonly environment: Environment;
  readonly map: MapSettings;
  /** What is said of single answers, by pointer: where a prefilled one comes from, and when it was fetched. */
  readonly notes?: Readonly<Record<string, string>> | undefined;
  /** Draws each element instead of the page, which then is its content: an editor marks what is chosen. */
  readonly frame?: Snippet<[Framed]> | undefined;
}

/** One input with its label. */
export interface Line {
  /** Of the input, the first of several, or what holds them; what the error summary links to. */
  readonly id: string;
  /** Its name when posted: the pointer of its answer. */
  readonly name: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly note?: string | undefined;
  /** What is wrong; several where each of several files is. */
  readonly faults: readonly string[];
  readonly required: boolean;
  readonly kind: Kind;
  /** The kind by name, or the part of a kind of several: `postalCode`. */
  readonly looks: string;
  readonly autocomplete?: string | undefined;
}

/** All that one question needs to be drawn. */
export interface Field extends Line {
  readonly control: Control;
  readonly schema: TypedSchema;
  readonly options: readonly string[];
  readonly parts: readonly Part[];
  /** Whether it stands in a row of a table. */
  readonly inTable: boolean;
}

/** One page of a form as it stands while somebody fills it in. */
export class FormView {
  readonly t: Translate;
  readonly #read: () => FormSource;
  readonly source = $derived.by(() => this.#read());
  readonly #compiled = $derived(compileForm(this.source.form));
  readonly #given = $derived(withFirstRows(this.#compiled, this.source));
  /** The answers that were given last. */
  #known: Answers;
  /** The answers that the inputs were drawn with. */
  start: Answers = $state.raw({});
  /** The answers as they are now, for visibility and calculated values. */
  live: Answers = $state.raw({});
  /** What is wrong, less what rows that were taken away were wrong about. */
  faults: readonly AnswerFault[] = $derived(this.source.faults);

  readonly projection = $derived.by(() => {
    const { form, formKey, environment } = this.source;
    return project(form, formKey, this.live, environment);
  });

  constructor(read: () => FormSource, t: Translate) {
    this.#read = read;
    this.t = t;
    this.#known = this.start = this.live = this.#given;
  }

  /** Takes answers that are given anew; inputs are drawn anew only when those say more than what is typed. */
  take(): void {
    const given = this.#given;
    untrack(() => {
      if (isSame(given, this.#known)) return;
      this.#known = given;
      if (!isSame(given, this.live)) this.live = this.start = given;
    });
  }

  /** A text of an element of this form, such as its `label`. */
  text(id: string, what: string): string | undefined {
    return this.source.texts[`form.${this.source.formKey}.${id}.${what}`];
  }

  option(id: string, value: string): string {
    return this.text(id, `option.${value}`) ?? value;
  }

  /** An answer as it is now; reactive. */
  at(pointer: string): Json | undefined {
    return at(this.live, pointer);
  }

  /** The text that an input begins with. Not reactive: from then on the input has its own. */
  written(kind: Kind, pointer: string): string {
    const value = untrack(() => at(this.live, pointer));
    return value === undefined || value === null ? '' : kind.write(value, this.t.language);
  }

  id(pointer: string): string {
    return fieldId(this.source.formKey, pointer);
  }

  field({ element, pointer }: ShownControl): Field {
    const compiled = this.#compiled.byTemplate.get(templateOf(pointer));
    if (!compiled) throw new TypeError(`No field at ${templateOf(pointer)}`);
    const { kind, schema, required, parts } = compiled;
    const { autocomplete = kind.autocomplete } = 'autocomplete' in element.options ? element.options : {};
    return {
      id: this.id(pointer),
      name: pointer,
      label: this.text(element.id, 'label') ?? element.id,
      help: this.text(element.id, 'help'),
      note: this.source.notes?.[pointer],
      faults: this.#faultsOf(element, pointer),
      required,
      kind,
      looks: element.options.kind,
      control: element,
      schema,
      parts,
      inTable: this.#compiled.byTemplate.get(listOf(compiled.template))?.element.options.kind === 'table',
      options: optionsOf(schema, this.source.form.schema),
      autocomplete
    };
  }

  /** What is wrong with a question and is not said at one of its parts or rows. */
  #faultsOf({ id, options }: Control, pointer: string): readonly string[] {
    const worded = this.text(id, 'error');
    const own = this.faults.filter(
      (fault) => this.#ownerOf(fault.pointer) === pointer && !isSaidAtPart(fault, pointer)
    );
    const sentences = own.map((fault) => faultText(this.t, fault, options.kind, worded));
    return sentences.filter((sentence, index) => sentences.indexOf(sentence) === index);
  }

  /** The innermost question that a pointer lies in. */
  #ownerOf(pointer: string): string | undefined {
    const keys = pointer.split('/');
    const outward = keys.map((_, left) => keys.slice(0, keys.length - left).join('/'));
    return outward.find((outer) => this.#compiled.byTemplate.has(templateOf(outer)));
  }

  /** The sentences on what is wrong with one answer. */
  faultsAt(pointer: string, looks: string, worded?: string): readonly string[] {
    const found = this.faults.filter((fault) => fault.pointer === pointer);
    return found.map((fault) => faultText(this.t, fault, looks, worded));
  }

  look(control: Control): Look {
    const option = (value: string) => this.option(control.id, value);
    return { language: this.t.language, option, options: control.options };
  }

  /** Takes what is typed now, so that what follows from it shows at once. */
  read(entries: Iterable<readonly [string, unknown]>): PostedAnswers {
    const { page, map, environment } = this.source;
    const posted = readPosted(entries, map);
    const read = parsePosted(this.#compiled, posted.entries, this.live, { page, today: environment.today });
    this.live = read.answers;
    return read;
  }

  /** Whether a button adds or removes a row, which needs no server: what is kept there, a row or a file, must be removed there. */
  changesRows(name: string, pointer: string): boolean {
    const cut = pointer.lastIndexOf('/');
    const list = name === ADD_ROW ? pointer : pointer.slice(0, cut);
    if (!isGrowing(this.#compiled.byTemplate.get(templateOf(list))?.kind)) return false;
    return name === ADD_ROW || (name === REMOVE_ROW && Number(pointer.slice(cut + 1)) >= this.#rowsKept(list));
  }

  #rowsKept(list: string): number {
    const rows = at(this.#known, list);
    return Array.isArray(rows) ? rows.length : 0;
  }

  /** Draws the inputs anew after a row came or went. Gives the id of what should have the focus. */
  redraw({ change, list, index }: RowChange): string {
    this.start = this.live;
    this.faults = this.faults.filter(({ pointer }) => !pointer.startsWith(`${list}/`));
    return this.id(change === 'added' ? `${list}/${index}` : list);
  }
}

const isSame = (one: Answers, other: Answers): boolean => JSON.stringify(one) === JSON.stringify(other);

const isSaidAtPart = (fault: AnswerFault, question: string): boolean =>
  isPartWithInput(fault.pointer.slice(question.length + 1).replace(/^\d+\//, ''));

/** Whether an answer is a list that grows and shrinks by buttons, without a server. */
const isGrowing = (kind: Kind | undefined): boolean => kind?.rows === true || kind?.many === true;

/** A list that must have rows begins with one, so that nobody needs to add the first. */
function withFirstRows({ fields }: CompiledForm, { answers, page }: FormSource): Answers {
  const lists = fields.filter(({ kind, required, page: on }) => isGrowing(kind) && required && on === page);
  return lists.reduce(
    (all, { template }) => (at(all, template) === undefined ? put(all, template, [{}]) : all),
    answers
  );
}

export const [useForm, setForm] = createContext<FormView>();

/** The list in whose rows a question stands; of one in no row, nothing. */
const listOf = (template: string): string => template.slice(0, Math.max(0, template.lastIndexOf('/*/')));

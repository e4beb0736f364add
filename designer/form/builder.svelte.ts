import { createContext, tick } from 'svelte';
import type { CaseType } from '#runtime/definition/case-type.ts';
import type { Translate } from '#lib/text/translate.ts';
import type { Announcer } from '../announce/announcer.svelte.ts';
import { vocabularyOf, type Vocabulary } from '../conditions/vocabulary.ts';
import { elementOf, elementsOf, objectOf, type ElementInfo } from '../document/elements.ts';
import type { Command } from '../document/model.ts';
import type { Session } from '../document/session.svelte.ts';
import { isDrawable } from './drawable.ts';
import { isKind } from './kinds.ts';

export interface BuilderPorts {
  readonly session: Session;
  readonly t: Translate;
  readonly announcer: Announcer;
}

/** What the panes of the form builder share: the form, what is selected in it, and the way to change it. */
export class Builder {
  readonly session: Session;
  readonly t: Translate;
  readonly #announcer: Announcer;
  #chosenForm = $state('application');
  /** The pane that is shown where there is room for one. */
  pane = $state<'outline' | 'page' | 'settings' | 'preview'>('outline');
  /** Whether the panel for new questions is open. */
  adding = $state(false);

  constructor({ session, t, announcer }: BuilderPorts) {
    this.session = session;
    this.t = t;
    this.#announcer = announcer;
  }

  get document() {
    return this.session.document;
  }

  readonly form = $derived.by(() => {
    const selected = /^\/forms\/([^/]+)/.exec(this.session.selection ?? '')?.[1] ?? this.#chosenForm;
    return Object.hasOwn(objectOf(this.document.forms), selected) ? selected : 'application';
  });

  readonly elements: readonly ElementInfo[] = $derived(elementsOf(this.document, this.form));
  readonly selected = $derived(this.elements.find(({ path }) => path === this.session.selection));
  /** The page that is shown: that of what is selected, or the first. */
  readonly page = $derived.by(() => {
    const [outer = this.selected?.id] = this.selected?.within ?? [];
    const pages = this.elements.filter(({ element }) => element.type === 'Category');
    return pages.find(({ id }) => id === outer) ?? pages[0];
  });
  /** The draft as renderer and vocabulary take it; undefined when it is too broken to be drawn. */
  readonly caseType: CaseType | undefined = $derived.by(() => {
    const document: unknown = this.document;
    return isDrawable(document) ? document : undefined;
  });

  /** The languages of the texts, Swedish first. */
  readonly languages = $derived(['sv', ...Object.keys(objectOf(this.document.texts)).filter((one) => one !== 'sv')]);
  /** Whether all texts of an element are shown, or those that every question has. */
  allTexts = $state(false);

  /** `Svenska`. */
  languageName(language: string): string {
    const name = new Intl.DisplayNames([this.t.language], { type: 'language' }).of(language) ?? language;
    return name.charAt(0).toUpperCase() + name.slice(1);
  }

  showForm(form: string): void {
    this.#chosenForm = form;
    this.session.selection = null;
  }

  select(id: string): void {
    this.session.selection = elementOf(this.document, this.form, id)?.path ?? null;
  }

  /** Does a command, and says what came of it. True when it was done. */
  run(command: Command, { gesture, say }: { gesture?: string; say?: string } = {}): boolean {
    const refused = this.session.run(command, gesture);
    if (refused) this.say(this.t('builder.refused', { code: refused.refused }));
    else if (say !== undefined) this.say(say);
    return refused === undefined;
  }

  say(text: string): void {
    this.#announcer.say(text);
  }

  /** A text of an element in one language; empty when it has none. */
  ownText(id: string, what: string, language: string): string {
    const found = objectOf(objectOf(this.document.texts)[language])[`form.${this.form}.${id}.${what}`];
    return typeof found === 'string' ? found : '';
  }

  /** A text of an element, in the language of the page or in Swedish. */
  text(id: string, what: string): string {
    return this.ownText(id, what, this.t.language) || this.ownText(id, what, 'sv');
  }

  /** What an element is called where it is listed. */
  name({ id, element }: ElementInfo): string {
    const said = this.text(id, 'label').split('\n')[0] ?? '';
    if (said !== '') return said;
    return element.type === 'HorizontalLayout' ? this.t('builder.beside') : this.t('builder.unnamed', { id });
  }

  /** What an element is: its kind, or page, group or row. */
  kindName({ element }: ElementInfo): string {
    const { kind } = objectOf(element.options);
    if (isKind(kind)) return this.t(`kind.${kind}`);
    const { type } = element;
    return type === 'Category' || type === 'Group' || type === 'HorizontalLayout' ? this.t(`builder.type.${type}`) : '';
  }

  vocabulary(id: string): Vocabulary | undefined {
    return this.caseType && vocabularyOf(this.caseType, this.t, { form: this.form, id });
  }

  /** Goes on to the settings of what is selected. */
  async inspect(): Promise<void> {
    this.pane = 'settings';
    await tick();
    document.getElementById(INSPECTOR_TITLE)?.focus();
  }

  /** Selects and focuses an element in the outline, when it is drawn. */
  async focus(id: string): Promise<void> {
    this.select(id);
    if (this.pane === 'settings') this.pane = 'outline';
    await tick();
    document.getElementById(outlineId(id))?.focus();
  }
}

export const INSPECTOR_TITLE = 'inspector-title';

export const outlineId = (id: string): string => `outline-${id}`;

export const [useBuilder, setBuilder] = createContext<Builder>();

import { createContext, tick } from 'svelte';
import type { Flow } from '#runtime/definition/types.ts';
import type { Translate } from '#lib/text/translate.ts';
import type { Announcer } from '../announce/announcer.svelte.ts';
import { objectOf } from '../document/elements.ts';
import type { CaseTypeDocument, Command } from '../document/model.ts';
import type { Session } from '../document/session.svelte.ts';
import { flowOf } from './flow-of.ts';
import { partsOf, partAt, type FlowPart } from './parts.ts';

export interface FlowBuilderPorts {
  readonly session: Session;
  readonly t: Translate;
  readonly announcer: Announcer;
}

/** What outline, canvas and inspector share: the flow, what is selected in it, and the way to change it. */
export class FlowBuilder {
  readonly session: Session;
  readonly t: Translate;
  readonly #announcer: Announcer;

  constructor({ session, t, announcer }: FlowBuilderPorts) {
    this.session = session;
    this.t = t;
    this.#announcer = announcer;
  }

  get document(): CaseTypeDocument {
    return this.session.document;
  }

  /** Undefined when the draft is too broken to be walked through. */
  readonly flow: Flow | undefined = $derived.by(() => flowOf(this.document));
  readonly parts: readonly FlowPart[] = $derived(this.flow ? partsOf(this.flow) : []);
  /** The step or way that the selection is in. */
  readonly part: FlowPart | undefined = $derived.by(() => {
    const { selection } = this.session;
    return selection?.startsWith('/flow/') ? partAt(this.parts, selection.slice('/flow'.length)) : undefined;
  });

  /** JSON Pointer into `/flow` of what is selected, such as `/states/utreda/on/godkann`; null for the flow itself. */
  get selected(): string | null {
    return this.part?.pointer ?? null;
  }

  select(pointer: string | null): void {
    this.session.selection = pointer === null ? '/flow' : `/flow${pointer}`;
  }

  /** Does a command; says so when it is refused. Those with the same gesture are undone together. True when it was done. */
  run(command: Command, gesture?: string): boolean {
    const refused = this.session.run(command, gesture);
    if (refused) this.say(this.t(`error.${refused.refused}`));
    return refused === undefined;
  }

  /** For those who do not see what happened. */
  say(text: string): void {
    this.#announcer.say(text);
  }

  /** A text of the case type in the language of the page, or in Swedish; empty when there is none. */
  text(key: string): string {
    const found = [this.t.language, 'sv'].map((language) => objectOf(objectOf(this.document.texts)[language])[key]);
    return found.find((text) => typeof text === 'string' && text !== '')?.toString() ?? '';
  }

  /** What a step is called. */
  stateName(key: string): string {
    return this.text(`state.${key}.title`) || this.text(`state.${key}.status`) || key;
  }

  /** What an outcome is called: the text of its button. */
  eventName(key: string): string {
    return this.text(`event.${key}.label`) || key;
  }

  /** Selects and focuses a part in the outline, when it is drawn. */
  async focus(pointer: string): Promise<void> {
    this.select(pointer);
    await tick();
    document.getElementById(outlineId(pointer))?.focus();
  }
}

export const outlineId = (pointer: string): string => `flow${pointer.replaceAll('/', '.')}`;

export const [useFlow, setFlow] = createContext<FlowBuilder>();

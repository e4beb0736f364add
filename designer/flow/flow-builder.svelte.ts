import { createContext, tick } from 'svelte';
import type { Flow } from '#runtime/definition/types.ts';
import { sentence } from '#runtime/form/sentence.ts';
import type { Translate } from '#lib/text/translate.ts';
import { objectOf } from '../document/elements.ts';
import type { CaseTypeDocument, Command } from '../document/model.ts';
import type { Session } from '../document/session.svelte.ts';
import { LawEditor, type LawEditorPorts } from '../settings/law-editor.svelte.ts';
import { ROLES } from '../settings/sections/words.ts';
import { durationInWords } from '../settings/told.ts';
import { flowOf } from './flow-of.ts';
import { partsOf, partAt, type FlowPart, type StatePart } from './parts.ts';

/** What outline, canvas and inspector share: the flow, what is selected in it, and the way to change it. */
export class FlowBuilder {
  readonly session: Session;
  readonly t: Translate;
  /** The same draft, as the controls of the inspector take it. */
  readonly law: LawEditor;

  constructor(ports: LawEditorPorts) {
    this.session = ports.session;
    this.t = ports.t;
    this.law = new LawEditor(ports);
  }

  get document(): CaseTypeDocument {
    return this.session.document;
  }

  /** Undefined when the draft is too broken to be walked through. */
  readonly flow: Flow | undefined = $derived.by(() => flowOf(this.document));
  readonly parts: readonly FlowPart[] = $derived(this.flow ? partsOf(this.flow) : []);
  readonly states: readonly StatePart[] = $derived(this.parts.filter((part) => part.sort === 'state'));
  /** The step or way that the selection is in. */
  readonly part: FlowPart | undefined = $derived.by(() => {
    const { selection } = this.session;
    return selection?.startsWith('/flow/') ? partAt(this.parts, selection.slice('/flow'.length)) : undefined;
  });
  /** The step that is selected, or that what is selected leaves; undefined for the flow and what may happen at any time. */
  readonly step: StatePart | undefined = $derived.by(() => this.stepOf(this.part));

  /** JSON Pointer into `/flow` of what is selected, such as `/states/utreda/on/godkann`; null for the flow itself. */
  get selected(): string | null {
    return this.part?.pointer ?? null;
  }

  select(pointer: string | null): void {
    this.session.selection = pointer === null ? '/flow' : `/flow${pointer}`;
  }

  /** Does a command; says so when it is refused. Those with the same gesture are undone together. True when it was done. */
  run(command: Command, gesture?: string): boolean {
    return this.law.run(command, gesture === undefined ? {} : { gesture });
  }

  /** For those who do not see what happened. */
  say(text: string): void {
    this.law.say(text);
  }

  stepOf(part: FlowPart | undefined): StatePart | undefined {
    if (part === undefined || part.sort === 'state') return part;
    const key = part.sort === 'way' ? part.state : part.way.state;
    return this.states.find((state) => state.key === key);
  }

  /** The steps that a way can lead to: those beside the one that it leaves. */
  beside(state: string | null): readonly StatePart[] {
    const within = state === null ? null : this.states.find(({ key }) => key === state)?.within;
    const group = this.states.find(({ pointer }) => pointer === within);
    if (within === undefined || group?.config.type === 'parallel') return [];
    return this.states.filter((each) => each.within === within);
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

  /** What a time is called: `21 dagar`, or the name of a delay. */
  delayName(delay: string): string {
    return durationInWords(this.t, delay);
  }

  /** What a part is called where it is listed. */
  name(part: FlowPart): string {
    if (part.sort === 'state') return this.stateName(part.key);
    if (part.sort === 'branch') return this.#branchName(part);
    const { trigger, name, first, list } = part;
    if (trigger === 'on') return this.eventName(name);
    if (trigger !== 'after') return this.t(`flow.way.${trigger}`);
    const isReminder = [list].flat().every(({ target }) => target === undefined);
    const key = isReminder ? 'flow.way.reminder' : 'flow.way.after';
    return this.t(first.target === undefined && !isReminder ? 'flow.way.after' : key, { delay: this.delayName(name) });
  }

  /** Where a part leads, or what a step is. */
  note(part: FlowPart): string {
    if (part.sort === 'state') return this.roleName(part) ?? this.t(`flow.kind.${part.kind}`);
    const branches = part.sort === 'branch' ? [part.branch] : [part.list].flat();
    const [target, ...others] = branches.map((branch) => branch.target?.replace(/^\./, ''));
    if (others.some((other) => other !== target)) return this.t('flow.parts', { count: branches.length });
    return target === undefined ? this.t('flow.stays') : this.t('flow.to', { name: this.stateName(target) });
  }

  /** Who does a step; undefined for what nobody does. */
  roleName({ kind, config }: StatePart): string | undefined {
    const label = kind === 'step' && config.meta?.role ? ROLES[config.meta.role] : undefined;
    return label && this.t(label);
  }

  #branchName({ branch: { guard }, isLast }: Extract<FlowPart, { sort: 'branch' }>): string {
    const { vocabulary } = this.law;
    if (!guard || !vocabulary) return this.t(isLast ? 'flow.otherwise' : 'flow.always');
    return this.t('flow.if', { condition: sentence(guard.params, vocabulary.describe, this.t.language, '') });
  }

  /** How many errors the check finds in a part, or without any how many warnings; undefined when there is nothing. */
  faultsIn(pointer: string): { readonly text: string; readonly tone: 'late' | 'wait' } | undefined {
    const own = `/flow${pointer}`;
    const found = (this.law.found.problems ?? []).filter((each) => `${each.pointer}/`.startsWith(`${own}/`));
    const errors = found.filter(({ severity }) => severity === 'error').length;
    if (errors > 0) return { text: this.t('law.faults', { count: errors }), tone: 'late' };
    return found.length > 0 ? { text: this.t('flow.warnings', { count: found.length }), tone: 'wait' } : undefined;
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

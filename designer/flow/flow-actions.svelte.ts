import { createContext, tick } from 'svelte';
import { deleteStep, waysTo } from './commands/delete-step.ts';
import { deleteWay } from './commands/delete-way.ts';
import { flowFragmentOf, readFlowFragment } from './commands/flow-fragment.ts';
import { moveStep, moveStepByOne } from './commands/move-step.ts';
import { moveWay } from './commands/move-way.ts';
import { duplicateStep, pasteStep } from './commands/paste-step.ts';
import { setInitial } from './commands/set-initial.ts';
import type { FlowBuilder } from './flow-builder.svelte.ts';
import type { StatePart } from './parts.ts';

/** What is asked before a step goes that others lead to. */
export interface Asking {
  readonly step: StatePart;
  readonly ways: number;
}

/** What can be done with what is selected: by buttons and by keys alike. Each says what came of it. */
export class FlowActions {
  readonly #builder: FlowBuilder;
  /** What a narrow page shows; a wide one shows all. */
  view = $state<'outline' | 'canvas' | 'inspector'>('outline');
  /** Whether the panel for what is new is open. */
  adding = $state(false);
  asking = $state.raw<Asking>();

  constructor(builder: FlowBuilder) {
    this.#builder = builder;
  }

  add(): void {
    this.adding = true;
    this.view = 'inspector';
  }

  added(): void {
    this.adding = false;
    this.#back();
  }

  /** From the outline to what is said of what is selected. */
  async inspect(): Promise<void> {
    this.view = 'inspector';
    await tick();
    document.getElementById('inspector-title')?.focus();
  }

  /** Leads on to where a way is led: its own control, or a new way from a step. */
  async connect(): Promise<void> {
    const { part } = this.#builder;
    this.view = 'inspector';
    if (!part || part.sort === 'state') return this.add();
    await tick();
    const [branch] = this.#builder.parts.filter(({ within, sort }) => sort === 'branch' && within === part.pointer);
    if (branch) this.#builder.select(branch.pointer);
    await tick();
    document.getElementById('leads-to')?.focus();
  }

  #back(): void {
    const { selected } = this.#builder;
    this.view = 'outline';
    if (selected !== null) void this.#builder.focus(selected);
  }

  move(by: -1 | 1): void {
    const builder = this.#builder;
    const { part } = builder;
    if (!part) return;
    const order = builder.parts.filter(({ within }) => within === part.within).indexOf(part);
    const isStep = part.sort === 'state';
    if (!builder.run(isStep ? moveStepByOne(part.key, by) : moveWay(part.pointer, by))) return;
    // A branch is known by its place among the others.
    const numbered = part.sort === 'branch' && builder.parts.find((each) => each.pointer === withIndex(part, by));
    void this.#told((numbered || part).pointer, numbered ? undefined : order);
  }

  /** Into a group, or out to the flow itself (null), last there. */
  moveTo(group: string | null): void {
    const builder = this.#builder;
    const { step } = builder;
    if (!step || !builder.run(moveStep(step.key, { group }))) return;
    const moved = builder.states.find(({ key }) => key === step.key);
    if (moved) void builder.focus(moved.pointer);
    const name = builder.name(step);
    const { t } = builder;
    builder.say(
      group === null ? t('flow.movedOut', { name }) : t('flow.movedInto', { name, group: builder.stateName(group) })
    );
  }

  /** Where it stands now, for those who do not see it. */
  async #told(pointer: string, before: number | undefined): Promise<void> {
    const builder = this.#builder;
    await builder.focus(pointer);
    const { part } = builder;
    if (!part) return;
    const siblings = builder.parts.filter(({ within, sort }) => within === part.within && sort === part.sort);
    const isSame = builder.parts.filter(({ within }) => within === part.within).indexOf(part) === before;
    const params = { name: builder.name(part), place: siblings.indexOf(part) + 1, count: siblings.length };
    builder.say(builder.t(isSame ? 'flow.notMoved' : 'flow.moved', params));
  }

  duplicate(): void {
    const { step } = this.#builder;
    if (step) this.#made(() => this.#builder.run(duplicateStep(step.key)), 'flow.copied');
  }

  beginHere(): void {
    const builder = this.#builder;
    const { step } = builder;
    if (step && builder.run(setInitial(step.key)))
      builder.say(builder.t('flow.beginsNow', { name: builder.name(step) }));
  }

  /** The selected step with all that it needs, for this case type or another. */
  toClipboard(event: ClipboardEvent, isCut = false): void {
    const builder = this.#builder;
    const { part } = builder;
    const fragment = part?.sort === 'state' ? flowFragmentOf(builder.document, part.key) : undefined;
    if (!part || !fragment || !event.clipboardData) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', JSON.stringify(fragment));
    builder.say(builder.t('flow.inClipboard', { name: builder.name(part) }));
    if (isCut) this.remove();
  }

  /** Into the selected group, or after the selected step. */
  fromClipboard(event: ClipboardEvent): void {
    const builder = this.#builder;
    const fragment = readFlowFragment(event.clipboardData?.getData('text/plain') ?? '');
    if (!fragment) return builder.say(builder.t('flow.noFragment'));
    event.preventDefault();
    const { step } = builder;
    const siblings = step ? builder.states.filter(({ within }) => within === step.within) : builder.states;
    const next = step && siblings[siblings.indexOf(step) + 1]?.key;
    const outer = builder.states.find(({ pointer }) => pointer === step?.within)?.key ?? null;
    const target = { group: outer, ...(next !== undefined && { before: next }) };
    this.#made(() => builder.run(pasteStep(fragment, target)), 'flow.pasted');
  }

  #made(make: () => boolean, say: 'flow.copied' | 'flow.pasted'): void {
    const builder = this.#builder;
    const known = builder.states.map(({ key }) => key);
    if (!make()) return;
    const made = builder.states.find(({ key }) => !known.includes(key));
    if (!made) return;
    builder.say(builder.t(say, { name: builder.name(made) }));
    void builder.focus(made.pointer);
  }

  /** Takes away what is selected; asks first where the ways to a step should lead instead. */
  remove(): void {
    const builder = this.#builder;
    const { part } = builder;
    if (!part) return;
    if (part.sort !== 'state') return this.#remove(part.pointer, () => builder.run(deleteWay(part.pointer)));
    const ways = waysTo(builder.document, part.key);
    if (ways > 0) {
      this.asking = { step: part, ways };
      this.view = 'inspector';
    } else this.#remove(part.pointer, () => builder.run(deleteStep(part.key)));
  }

  /** The answer to what `remove` asked: a step that the ways lead to instead, that they go too, or that nothing is done. */
  answer(choice: { readonly instead: string } | 'remove' | undefined): void {
    const { asking } = this;
    this.asking = undefined;
    if (!asking) return;
    const { pointer, key } = asking.step;
    this.view = 'outline';
    if (choice === undefined) return this.#back();
    this.#remove(pointer, () =>
      this.#builder.run(choice === 'remove' ? deleteStep(key) : deleteStep(key, choice.instead))
    );
  }

  #remove(pointer: string, remove: () => boolean): void {
    const builder = this.#builder;
    const gone = builder.parts.find((part) => part.pointer === pointer);
    const at = builder.parts.findIndex((part) => part.pointer === pointer);
    const name = gone ? builder.name(gone) : '';
    const before = builder.parts
      .slice(0, at)
      .toReversed()
      .map((part) => part.pointer);
    if (!remove()) return;
    builder.say(builder.t('flow.removed', { name }));
    const next = before.find((one) => builder.parts.some((part) => part.pointer === one)) ?? builder.parts[0]?.pointer;
    if (next !== undefined) void builder.focus(next);
  }
}

const withIndex = ({ pointer, index }: { readonly pointer: string; readonly index: number }, by: number): string =>
  pointer.replace(/\d+$/, String(index + by));

export const [useFlowActions, setFlowActions] = createContext<FlowActions>();

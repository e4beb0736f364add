import { createContext } from 'svelte';
import { deleteElement, isOwn, type Uses } from '../commands/delete-element.ts';
import { moveByOne, moveElement } from '../commands/move-element.ts';
import { fragmentOf, readFragment, type Fragment } from '../commands/fragment.ts';
import { duplicate, paste } from '../commands/paste.ts';
import type { Target } from '../commands/places.ts';
import { elementsOf, type ElementInfo } from '../document/elements.ts';
import { usesOfElement, type Use } from '../document/uses.ts';
import type { Builder } from './builder.svelte.ts';
import { keepCopied, lastCopied, tellSystem } from './clipboard.ts';
import { listed, targetFor } from './tree.ts';

/** What can be done with what is selected: by buttons, by keys and by dragging alike. Each says what came of it. */
export class Actions {
  readonly #builder: Builder;
  /** What is asked before something that is used elsewhere goes. */
  asking = $state.raw<{ readonly id: string; readonly name: string; readonly uses: readonly Use[] } | undefined>();

  constructor(builder: Builder) {
    this.#builder = builder;
  }

  get #selected() {
    return this.#builder.selected;
  }

  add(): void {
    this.#builder.adding = true;
    this.#builder.pane = 'settings';
  }

  move(step: -1 | 1): void {
    const { selected, form } = this.#builder;
    if (!selected) return;
    const before = selected.place.join('/');
    this.#builder.run(moveByOne(form, selected.id, step));
    void this.#told(selected.id, before);
  }

  /** To the end of a page, or of any other holder, or before one of its elements. */
  moveTo(id: string, parent: string | null, before?: string): void {
    const { form } = this.#builder;
    const old = this.#builder.elements.find((one) => one.id === id);
    const target = { form, parent, ...(before === undefined ? {} : { before }) };
    if (old && this.#builder.run(moveElement(id, target))) void this.#told(id, old.place.join('/'));
  }

  /** Where it stands now, for those who do not see it. */
  async #told(id: string, before: string): Promise<void> {
    const builder = this.#builder;
    await builder.focus(id);
    const now = builder.elements.find((one) => one.id === id);
    if (!now) return;
    const siblings = listed(builder.elements).filter((one) => one.within.at(-1) === now.within.at(-1));
    const params = { name: builder.name(now), place: siblings.indexOf(now) + 1, count: siblings.length };
    const isSame = now.place.join('/') === before;
    builder.say(
      builder.t(isSame ? 'builder.notMoved' : 'builder.moved', {
        ...params,
        page: builder.page ? builder.name(builder.page) : ''
      })
    );
  }

  duplicate(): void {
    const builder = this.#builder;
    const { selected } = builder;
    if (!selected) return;
    const known = builder.elements.map(({ id }) => id);
    if (!builder.run(duplicate(builder.form, selected.id))) return;
    const made = elementsOf(builder.document, builder.form).find(({ id }) => !known.includes(id));
    if (made) void builder.focus(made.id);
    builder.say(builder.t('builder.duplicated', { name: builder.name(selected) }));
  }

  /** Copies, or cuts out, what is selected with all that it needs, for this case type or another: by a button, or by the browser's own keys. */
  copy({ event, isCut = false }: { event?: ClipboardEvent; isCut?: boolean } = {}): void {
    const builder = this.#builder;
    const { selected } = builder;
    const fragment = selected && fragmentOf(builder.document, builder.form, selected.id);
    if (!selected || !fragment) return;
    const text = keepCopied(fragment);
    if (event?.clipboardData) event.clipboardData.setData('text/plain', text);
    else void tellSystem(text);
    event?.preventDefault();
    builder.say(builder.t('builder.copied', { name: builder.name(selected) }));
    if (isCut) this.remove();
  }

  /** Puts in what was copied: what the browser's clipboard holds, or what was copied last in any case type. */
  paste(event?: ClipboardEvent): void {
    const fragment = readFragment(event?.clipboardData?.getData('text/plain') ?? '') ?? lastCopied();
    if (!fragment) return this.#builder.say(this.#builder.t('builder.noFragment'));
    event?.preventDefault();
    const made = this.put(fragment);
    if (made) this.#builder.say(this.#builder.t('builder.pasted', { name: this.#builder.name(made) }));
  }

  /** Puts a fragment where something new goes, and chooses it. */
  put(fragment: Fragment): ElementInfo | undefined {
    const builder = this.#builder;
    const target = targetOf(builder, fragment);
    const known = builder.elements.map(({ id }) => id);
    if (!target || !builder.run(paste(fragment, target))) return undefined;
    const made = builder.elements.find(({ id }) => !known.includes(id));
    if (made) void builder.focus(made.id);
    return made;
  }

  /** Takes away what is selected; asks first when something else reads it. */
  remove(): void {
    const builder = this.#builder;
    const selected = this.#selected;
    if (!selected) return;
    const uses = usesOfElement(builder.document, builder.form, selected.id).filter((use) => !isOwn(use));
    if (uses.length === 0) return this.#delete(selected.id, 'none');
    this.asking = { id: selected.id, name: builder.name(selected), uses };
    builder.pane = 'settings';
  }

  /** The answer to what `remove` asked. */
  answer(uses: Uses | undefined): void {
    const { asking } = this;
    this.asking = undefined;
    if (asking && uses !== undefined) this.#delete(asking.id, uses);
    else if (asking) void this.#builder.focus(asking.id);
  }

  #delete(id: string, uses: Uses): void {
    const builder = this.#builder;
    const all = listed(builder.elements);
    const gone = all.find((one) => one.id === id);
    if (!gone) return;
    const others = all.filter((one) => one.id !== id && !one.within.includes(id));
    const at = all.indexOf(gone);
    const next = others.findLast((one) => all.indexOf(one) < at) ?? others[0];
    const say = builder.t('builder.removed', { name: builder.name(gone) });
    if (builder.run(deleteElement(builder.form, id, uses), { say }) && next) void builder.focus(next.id);
  }
}

/** Pages come after the page that is shown, all else where a new question would. */
function targetOf(builder: Builder, { document }: Fragment): Target | undefined {
  const { elements, form, selected, page } = builder;
  if (!elementsOf(document).some(({ element }) => element.type === 'Category'))
    return targetFor(elements, form, selected);
  const pages = elements.filter(({ element }) => element.type === 'Category');
  const next = page && pages[pages.indexOf(page) + 1];
  return { form, parent: null, ...(next && { before: next.id }) };
}

export const [useActions, setActions] = createContext<Actions>();

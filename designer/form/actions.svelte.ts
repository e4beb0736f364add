import { createContext } from 'svelte';
import { deleteElement, type Uses } from '../commands/delete-element.ts';
import { moveByOne, moveElement } from '../commands/move-element.ts';
import { fragmentOf, readFragment } from '../commands/fragment.ts';
import { duplicate, paste } from '../commands/paste.ts';
import { elementsOf } from '../document/elements.ts';
import { usesOfElement, type Use } from '../document/uses.ts';
import type { Builder } from './builder.svelte.ts';
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

  copy(): void {
    const builder = this.#builder;
    const { selected } = builder;
    if (!selected) return;
    const known = builder.elements.map(({ id }) => id);
    if (!builder.run(duplicate(builder.form, selected.id))) return;
    const made = elementsOf(builder.document, builder.form).find(({ id }) => !known.includes(id));
    if (made) void builder.focus(made.id);
    builder.say(builder.t('builder.copied', { name: builder.name(selected) }));
  }

  /** What is selected, with all that it needs, for this case type or another. */
  toClipboard(event: ClipboardEvent, isCut = false): void {
    const builder = this.#builder;
    const { selected } = builder;
    const fragment = selected && fragmentOf(builder.document, builder.form, selected.id);
    if (!selected || !fragment || !event.clipboardData) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', JSON.stringify(fragment));
    builder.say(builder.t('builder.inClipboard', { name: builder.name(selected) }));
    if (isCut) this.remove();
  }

  fromClipboard(event: ClipboardEvent): void {
    const builder = this.#builder;
    const fragment = readFragment(event.clipboardData?.getData('text/plain') ?? '');
    if (!fragment) return builder.say(builder.t('builder.noFragment'));
    event.preventDefault();
    const isPage = elementsOf(fragment.document).some(({ element }) => element.type === 'Category');
    const target = isPage
      ? { form: builder.form, parent: null }
      : targetFor(builder.elements, builder.form, builder.selected);
    const known = builder.elements.map(({ id }) => id);
    if (!target || !builder.run(paste(fragment, target))) return;
    const made = builder.elements.find(({ id }) => !known.includes(id));
    if (!made) return;
    builder.say(builder.t('builder.pasted', { name: builder.name(made) }));
    void builder.focus(made.id);
  }

  /** Takes away what is selected; asks first when something else reads it. */
  remove(): void {
    const builder = this.#builder;
    const selected = this.#selected;
    if (!selected) return;
    const uses = usesOfElement(builder.document, builder.form, selected.id).filter(
      ({ kind }) => kind !== 'text' && kind !== 'scenario'
    );
    if (uses.length > 0) this.asking = { id: selected.id, name: builder.name(selected), uses };
    else this.#delete(selected.id, 'none');
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

export const [useActions, setActions] = createContext<Actions>();

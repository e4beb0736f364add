import { createContext } from 'svelte';
import { fragmentOf } from '../commands/fragment.ts';
import type { ElementInfo } from '../document/elements.ts';
import { forLibrary, fragmentOfPart, type LibraryPorts, type Part } from '../library/part.ts';
import { setOrigin } from '../library/set-origin.ts';
import { takeNewer } from '../library/take-newer.ts';
import type { Actions } from './actions.svelte.ts';
import type { Builder } from './builder.svelte.ts';

/** The library of parts, as the form builder uses it. */
export class Library {
  readonly #ports: LibraryPorts;
  readonly #builder: Builder;
  readonly #actions: Actions;
  /** Nothing until they have been asked for. */
  parts = $state.raw<readonly Part[]>();
  isOpen = $state(false);
  #asked: Promise<void> | undefined;

  constructor(ports: LibraryPorts, builder: Builder, actions: Actions) {
    this.#ports = ports;
    this.#builder = builder;
    this.#actions = actions;
  }

  toggle(): void {
    this.isOpen = !this.isOpen;
    if (!this.isOpen) return;
    this.#builder.adding = false;
    this.#builder.pane = 'settings';
  }

  /** Reads the parts, once. */
  async load(): Promise<void> {
    this.#asked ??= this.#ports.list().then(
      (parts) => void (this.parts = parts),
      () => {
        this.#asked = undefined;
        this.#builder.say(this.#builder.t('library.notRead'));
      }
    );
    await this.#asked;
  }

  part(id: string): Part | undefined {
    return this.parts?.find((one) => one.id === id);
  }

  use(part: Part): void {
    const builder = this.#builder;
    if (!this.#actions.put(fragmentOfPart(part))) return;
    this.isOpen = false;
    builder.say(builder.t('library.added', { name: part.name }));
  }

  take(part: Part, { form, id }: ElementInfo): void {
    const say = this.#builder.t('library.taken', { name: part.name, version: part.version });
    this.#builder.run(takeNewer(part, { form, id }), { say });
  }

  /** Saves an element as a part, new or as the next version of one. True when it was saved. */
  async save({ form, id }: ElementInfo, name: string, as: string | null): Promise<boolean> {
    const builder = this.#builder;
    const fragment = fragmentOf(builder.document, form, id);
    if (!fragment) return false;
    try {
      const part = await this.#ports.save(name, forLibrary(fragment), as);
      this.parts = [...(this.parts ?? []).filter((one) => one.id !== part.id), part];
      const say = builder.t('library.saved', { name: part.name, version: part.version });
      return builder.run(setOrigin(part, { form, id }), { say });
    } catch {
      builder.say(builder.t('library.notSaved', { name }));
      return false;
    }
  }
}

export const [useLibrary, setLibrary] = createContext<Library>();

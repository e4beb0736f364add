import { createContext } from 'svelte';
import type { CaseType } from '#runtime/definition/case-type.ts';
import type { Json } from '#runtime/definition/json.ts';
import type { Refusal } from '#runtime/errors/refusal.ts';
import type { Translate } from '#lib/text/translate.ts';
import type { Announcer } from '../announce/announcer.svelte.ts';
import { vocabularyOf, type Vocabulary } from '../conditions/vocabulary.ts';
import type { Command } from '../document/model.ts';
import { follow, type Place } from '../document/path.ts';
import type { Session } from '../document/session.svelte.ts';
import { pointerOf } from '../document/uses.ts';
import { isDrawable } from '../form/drawable.ts';
import { useNameOf } from '../form/use-name.ts';
import type { Found } from '../problems/context.ts';
import { sayProblem } from '../problems/say.ts';

export interface LawEditorPorts {
  readonly session: Session;
  readonly t: Translate;
  readonly announcer: Announcer;
  readonly found: Found;
}

/** What the forms for `case-type.json` share: the draft, what the check says of it, and the way to change it. */
export class LawEditor {
  readonly session: Session;
  readonly t: Translate;
  readonly #announcer: Announcer;
  readonly found: Found;

  constructor({ session, t, announcer, found }: LawEditorPorts) {
    this.session = session;
    this.t = t;
    this.#announcer = announcer;
    this.found = found;
  }

  get document() {
    return this.session.document;
  }

  /** The draft as the vocabulary takes it; undefined when it is too broken. */
  readonly caseType: CaseType | undefined = $derived.by(() => {
    const document: unknown = this.document;
    return isDrawable(document) ? document : undefined;
  });
  readonly vocabulary: Vocabulary | undefined = $derived.by(() => this.caseType && vocabularyOf(this.caseType, this.t));

  at(place: Place): Json | undefined {
    return follow(this.document, place);
  }

  /** Does a command, and says what came of it. True when it was done. */
  run(command: Command, { gesture, say }: { gesture?: string; say?: string } = {}): boolean {
    const refused = this.session.run(command, gesture);
    if (refused) this.say(this.refusal(refused));
    else if (say !== undefined) this.say(say);
    return refused === undefined;
  }

  /** A refusal in words; where it is used, when it is. */
  refusal({ refused, params = {} }: Refusal): string {
    const uses = params['uses'];
    if (refused !== 'edit.in_use' || !Array.isArray(uses)) return this.t(`error.${refused}`);
    const places = unique(uses.map((pointer) => useNameOf(this.document, String(pointer), this.t.language)));
    return this.t('law.inUse', { count: uses.length, places: places.slice(0, MOST_PLACES).join(', ') });
  }

  say(text: string): void {
    this.#announcer.say(text);
  }

  get #problems() {
    return this.found.problems ?? [];
  }

  /** What the check says of exactly what stands at a place. */
  faults(place: Place): readonly string[] {
    const own = pointerOf(place);
    return unique(
      this.#problems
        .filter(({ pointer }) => pointer === own)
        .map((problem) => sayProblem(this.t, this.document, problem))
    );
  }

  /** How many problems there are in what stands at a place. */
  faultsIn(place: Place): number {
    const own = pointerOf(place);
    return this.#problems.filter(({ pointer }) => pointer === own || pointer.startsWith(`${own}/`)).length;
  }
}

const unique = (texts: readonly string[]): string[] => texts.filter((text, index) => texts.indexOf(text) === index);

const MOST_PLACES = 6;

export const [useLaw, setLaw] = createContext<LawEditor>();

import type { CaseTypeDocument } from '../document/model.ts';
import { objectOf } from '../document/elements.ts';
import { keysOf } from '#runtime/form/pointer.ts';
import { parsePeriod } from '#runtime/time/period.ts';
import type { Translate } from '#lib/text/translate.ts';

/** What things in a case type are called by those who read its simulation. */
export class Words {
  readonly #document: CaseTypeDocument;
  readonly t: Translate;

  constructor(document: CaseTypeDocument, t: Translate) {
    this.#document = document;
    this.t = t;
  }

  /** A text of the case type in the language of the page, or in Swedish; undefined when there is none. */
  text(key: string): string | undefined {
    const found = [this.t.language, 'sv'].map((language) => objectOf(objectOf(this.#document.texts)[language])[key]);
    return found.find((text) => typeof text === 'string' && text !== '')?.toString();
  }

  state(key: string): string {
    return this.text(`state.${key}.title`) ?? this.text(`state.${key}.status`) ?? key;
  }

  event(key: string): string {
    return this.text(`event.${key}.label`) ?? key;
  }

  /** A length of time in words: `P14D` is 14 days. */
  period(text: string): string {
    const period = parsePeriod(text);
    if (!period) return text;
    const parts = (['months', 'days', 'hours'] as const).filter((unit) => period[unit] > 0);
    return parts.map((unit) => this.t(`simulate.period.${unit}`, { count: period[unit] })).join(' ');
  }

  /** A deadline: what the case type calls it, and how long it is, if it is not the very day. */
  delay(key: string): string {
    const { period } = objectOf(objectOf(objectOf(this.#document.settings).delays)[key]);
    const long = this.period(typeof period === 'string' ? period : key);
    if (typeof period !== 'string') return long;
    return long === '' ? key : `${key} (${long})`;
  }

  /** A way on, by its JSON Pointer into the flow: the step that it leaves, and what sets it off. */
  way(pointer: string): string {
    const keys = keysOf(pointer) ?? [];
    const last = keys.lastIndexOf('states');
    const [trigger = '', name = '', index] = keys.slice(last < 0 ? 0 : last + 2);
    const state = last < 0 ? this.t('simulate.anyTime') : this.state(keys[last + 1] ?? '');
    const place = trigger === 'always' || trigger === 'onDone' ? name : trigger === 'invoke' ? index : index;
    const number = place !== undefined && /^\d+$/.test(place) ? ` (${Number(place) + 1})` : '';
    return `${state} › ${this.#trigger(trigger, name)}${number}`;
  }

  #trigger(trigger: string, name: string): string {
    if (trigger === 'on') return this.event(name);
    if (trigger === 'after') return this.t('simulate.way.after', { delay: this.delay(name) });
    if (trigger === 'always') return this.t('simulate.way.always');
    if (trigger === 'onDone') return this.t('simulate.way.done');
    return this.t(name === 'onError' ? 'simulate.way.failure' : 'simulate.way.result');
  }
}

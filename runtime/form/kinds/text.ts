import { singleLine } from './single-line.ts';

export const text = singleLine({ type: 'string', maxLength: 200 });

/** The name in full of who signs on paper or on a screen; an e-signature is bound to the whole submission instead. */
export const signature = singleLine({ type: 'string', maxLength: 120 }, { autocomplete: 'name' });

/** A property as the register names it: municipality, trakt, block and unit, such as `Sundsvall Haga 1:23`. */
export const property = singleLine({ type: 'string', maxLength: 100 });

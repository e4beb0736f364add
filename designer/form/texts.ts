import { objectOf, type ElementInfo } from '../document/elements.ts';

export interface TextWish {
  readonly what: 'label' | 'help' | 'error' | 'reason';
  readonly long: boolean;
}

const LABEL: TextWish = { what: 'label', long: false };
const HELP: TextWish = { what: 'help', long: true };

/** The texts that an element can have. What informs is a text and nothing else; a stop says why. */
export function textsOf({ element }: ElementInfo): readonly TextWish[] {
  const { kind } = objectOf(element.options);
  if (kind === 'stop') return [LABEL, { what: 'reason', long: true }];
  if (element.type === 'HorizontalLayout') return [];
  if (element.type === 'Control' && kind !== 'calculated') return [LABEL, HELP, { what: 'error', long: true }];
  return [element.type === 'Label' ? { ...LABEL, long: true } : LABEL, HELP];
}

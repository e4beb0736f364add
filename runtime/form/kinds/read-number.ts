import { compact } from './text-of.ts';

const PLAIN = /^\d+([.,]\d+)?$/;
const GROUPED_SWEDISH = /^\d{1,3}(\.\d{3})+,\d+$/;
const GROUPED_ENGLISH = /^\d{1,3}(,\d{3})+\.\d+$/;

/**
 * A typed number as a decimal string: `1 234,50`, `1.234,50` and `1,234.50` are `1234.50`. A single comma or point is
 * the decimal sign. Undefined when it is none.
 */
export function readNumber(text: string): string | undefined {
  const bare = compact(text).replace(/['’]/g, '');
  const negative = /^[-−–]/.test(bare);
  const digits = unsigned(negative ? bare.slice(1) : bare.replace(/^\+/, ''));
  if (digits === undefined) return undefined;
  const trimmed = digits.replace(/^0+(?=\d)/, '');
  return negative && /[1-9]/.test(trimmed) ? `-${trimmed}` : trimmed;
}

function unsigned(text: string): string | undefined {
  if (PLAIN.test(text)) return text.replace(',', '.');
  if (GROUPED_SWEDISH.test(text)) return text.replaceAll('.', '').replace(',', '.');
  return GROUPED_ENGLISH.test(text) ? text.replaceAll(',', '') : undefined;
}

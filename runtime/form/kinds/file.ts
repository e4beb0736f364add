import type { Json } from '../../definition/json.ts';
import { at } from '../pointer.ts';
import { words } from '../words.ts';
import { chooseOne } from './choose.ts';
import type { Kind, Look } from './model.ts';
import { text } from './text.ts';
import { lines, textOf } from './text-of.ts';

/** A kept file, as an answer holds it. The content stands in the file store under `id`. */
export interface FileReference {
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Media type as the content showed. */
  readonly type: string;
  /** What the citizen says that it is. */
  readonly tag?: string;
}

const UNITS = ['B', 'kB', 'MB', 'GB'] as const;

/** A size as it is read: three figures at most, in powers of a thousand. */
export function printSize(bytes: number, language: string): string {
  const power = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const digits = new Intl.NumberFormat(words(language).locale, { maximumSignificantDigits: 3 });
  return `${digits.format(bytes / 1000 ** power)} ${UNITS[power]}`;
}

function line(file: Json, look: Look): string {
  const [name, size, tag] = ['/name', '/size', '/tag'].map((pointer) => at(file, pointer) ?? '');
  const said = typeof tag === 'string' && tag !== '' ? `${look.option(tag)}: ` : '';
  const weight = typeof size === 'number' ? ` (${printSize(size, look.language)})` : '';
  return `${said}${textOf(name ?? '')}${weight}`;
}

/** Files. They are kept as they arrive and stand in the answers as references; posted text can only tag them. */
export const file: Kind = {
  schema: {
    type: 'array',
    maxItems: 10,
    items: {
      type: 'object',
      additionalProperties: false,
      required: ['id', 'name', 'size', 'type'],
      properties: {
        id: { type: 'string', maxLength: 64 },
        name: { type: 'string', maxLength: 255 },
        size: { type: 'integer', minimum: 0 },
        type: { type: 'string', maxLength: 255 },
        tag: { type: 'string', maxLength: 41 }
      }
    }
  },
  asks: true,
  grouped: false,
  files: true,
  parts: { tag: { ...chooseOne, schema: text.schema } },
  parse: () => undefined,
  write: () => '',
  format: (value, look) => lines(...(Array.isArray(value) ? value : []).map((entry) => line(entry, look)))
};

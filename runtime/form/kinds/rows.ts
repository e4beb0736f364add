import type { Kind } from './model.ts';

/** Rows of the same questions. Each row's answers are read and printed by its own controls. */
export const rows: Kind = {
  schema: {
    type: 'array',
    maxItems: 20,
    items: { type: 'object', additionalProperties: false, properties: {} }
  },
  asks: true,
  grouped: true,
  rows: true,
  parse: () => undefined,
  write: () => '',
  format: (value) => (Array.isArray(value) ? [String(value.length)] : [])
};

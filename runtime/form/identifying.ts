import type { Control, FieldKind } from '../definition/types.ts';

/** What says who somebody is, how they are reached or where they live. */
const KINDS: ReadonlySet<FieldKind> = new Set<FieldKind>([
  ...(['address', 'property', 'map-point', 'map-area', 'email', 'phone'] as const),
  ...(['personal-number', 'organisation-number', 'person', 'company', 'child', 'co-signers', 'signature'] as const)
]);

/** Autocomplete tokens of a plain text that does the same (WCAG 1.3.5). */
const TOKENS = /^(name|given-name|family-name|tel|email|street-address|address-.*|postal-code)$/;

/**
 * Whether an answer identifies a person: by its kind, or because the form says that it is a name, an address or a number of theirs.
 * An organisation's number counts, since that of an enskild firma is a personnummer; so does a place, which may be their home. Pure.
 */
export const isIdentifying = ({ options }: Control): boolean =>
  KINDS.has(options.kind) ||
  ('prefill' in options && options.prefill !== undefined && options.prefill !== 'last-case') ||
  ('autocomplete' in options && typeof options.autocomplete === 'string' && TOKENS.test(options.autocomplete));

import { fault, type ScimFault } from './fault.ts';

/** An attribute that has a value: what `eq` asks for. */
export interface Term {
  readonly attribute: string;
  readonly value: string | boolean;
}

const TERM = /^\s*([\w:.$-]+)\s+eq\s+("(?:[^"\\]|\\.)*"|true|false)\s*(?:$|\band\s+)/i;

/** The attribute that a name means: whatever the case, with or without the schema's URN (RFC 7643, 2.1). */
export const plainName = (name: string): string =>
  name.replace(/^urn:ietf:params:scim:schemas:core:2\.0:(user|group):/i, '').toLowerCase();

/**
 * The terms of a filter: `attribute eq value`, several joined by `and` (RFC 7644, 3.4.2.2). `invalidFilter` for every other operator,
 * and for an attribute that cannot be asked for. Pure.
 */
export function parseFilter(text: string, attributes: readonly string[]): Term[] | ScimFault {
  const terms: Term[] = [];
  let rest = text;
  while (rest.trim() !== '' || terms.length === 0) {
    const [whole, name = '', written = ''] = TERM.exec(rest) ?? [];
    const attribute = attributes.find((known) => known === plainName(name));
    const value = whole === undefined ? undefined : readValue(written);
    if (whole === undefined || attribute === undefined || value === undefined)
      return fault(
        400,
        `Filters are "attribute eq value", joined by "and", of: ${attributes.join(', ')}`,
        'invalidFilter'
      );
    terms.push({ attribute, value });
    rest = rest.slice(whole.length);
  }
  return terms;
}

function readValue(written: string): string | boolean | undefined {
  if (!written.startsWith('"')) return written.toLowerCase() === 'true';
  try {
    return String(JSON.parse(written));
  } catch {
    return undefined;
  }
}

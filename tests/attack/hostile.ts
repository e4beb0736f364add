import fc from 'fast-check';

/** A script that runs where text became markup sets this in the page. */
export const SENTINEL = 'smedjaWasRun';

const WORDS = [
  '',
  ' ',
  '\u0000',
  'före\u0000efter',
  '\ud800',
  'ensam\udc00',
  '\u202egnp.exe',
  '\ufeff',
  '\u0085\u2028\u2029',
  '__proto__',
  'constructor',
  'toString',
  '../../../../etc/passwd',
  '..%2f..%00',
  '%',
  '%E0%A4%A',
  "' or 1=1 --",
  '${7*7}{{7*7}}<%= 7*7 %>',
  '{name}{',
  `<script>window.${SENTINEL}=1</script>`,
  `"><img src=x onerror="window.${SENTINEL}=1">`,
  `javascript:window.${SENTINEL}=1`,
  `<svg/onload=window.${SENTINEL}=1>`,
  '#set page(width: 0pt)\n#panic("x")',
  '=HYPERLINK("http://x.example")',
  'a'.repeat(70_000),
  '𝕏'.repeat(300),
  'Z̴̡'.repeat(500),
  '-0',
  '1e400',
  'NaN',
  '9'.repeat(400),
  '0000-00-00',
  '2026-02-30',
  '+275760-09-14',
  '00000000-0000-0000-0000-000000000000',
  'xstate.done.actor.x'
] as const;

/** What people who mean ill write. */
export const hostileText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) }
);

const hostileKey = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'prototype', 'id', '', '$ref', '/', '~1'),
  hostileText
);

/** Any JSON, with keys and texts that mean ill. */
export const { json: hostileJson } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    hostileText,
    fc.constantFrom(null, true, 0, -1, 1.5, 1e308, 2 ** 53, []),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.array(fc.tuple(hostileKey, tie('json')), { maxLength: 4 }).map(objectOf)
  )
}));

/** An object whose keys are its own, whatever they are called. */
export function objectOf(entries: readonly (readonly [string, unknown])[]): object {
  const made: Record<string, unknown> = {};
  for (const [key, value] of entries)
    Object.defineProperty(made, key, { value, enumerable: true, configurable: true, writable: true });
  return made;
}

/** JSON in which one place or a few are something else than they were. */
export const altered = (sound: unknown): fc.Arbitrary<unknown> =>
  fc
    .array(fc.tuple(fc.nat(), fc.oneof(hostileJson, fc.constant(undefined))), { minLength: 1, maxLength: 3 })
    .map((changes) => changes.reduce<unknown>((value, [place, other]) => replaced(value, place, other), sound));

/** The value with the place of a number, counted through all of them, put to another. */
function replaced(value: unknown, place: number, other: unknown): unknown {
  const size = sizeOf(value);
  return put(value, place % size, other);
}

const sizeOf = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? 1 + Object.values(value).reduce<number>((sum, part) => sum + sizeOf(part), 0)
    : 1;

function put(value: unknown, place: number, other: unknown): unknown {
  if (place === 0 || typeof value !== 'object' || value === null) return other;
  let left = place - 1;
  const entries = Object.entries(value).map(([key, part]): [string, unknown] => {
    const size = sizeOf(part);
    const changed = left >= 0 && left < size ? put(part, left, other) : part;
    left -= size;
    return [key, changed];
  });
  return Array.isArray(value) ? entries.map(([, part]) => part) : objectOf(entries);
}

/** Too deep to walk by recursion. */
export const deep = (levels: number): string => `${'{"a":['.repeat(levels)}1${']}'.repeat(levels)}`;

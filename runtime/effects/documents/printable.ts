const CONTROLS = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;
const LONG_RUN = /\S{36,}/gu;
const PIECE = /.{1,24}/gsu;

/**
 * Text that a PDF/A can hold: characters that no font of ours draws become their code, `[U+1F600]`, since typst refuses
 * the whole document for one of them; what turns the direction of text goes, since it can make a beslut read otherwise
 * than it says; and words without an end get places to break, so that nothing runs off the page. Pure.
 */
export const printable = (text: string, draws: (codePoint: number) => boolean): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, (control) => (control === '\n' ? control : control === '\t' ? ' ' : ''))
    .replace(/[^\n]/gu, (character) => drawn(character, draws))
    .replace(LONG_RUN, (run) => (run.match(PIECE) ?? [run]).join('\u200b'));

/** Joiners and selectors of emoji are shown by nothing, so they go with what they joined. */
function drawn(character: string, draws: (codePoint: number) => boolean): string {
  const code = character.codePointAt(0) ?? 0;
  if (draws(code)) return character;
  return /[\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff]/u.test(character)
    ? ''
    : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** `printable` on every string of a document's data, however deep. */
export function printableData<Data>(data: Data, draws: (codePoint: number) => boolean): Data;
export function printableData(data: unknown, draws: (codePoint: number) => boolean): unknown {
  if (typeof data === 'string') return printable(data, draws);
  if (Array.isArray(data)) return data.map((one: unknown) => printableData(one, draws));
  if (data === null || typeof data !== 'object') return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, printableData(value, draws)]));
}

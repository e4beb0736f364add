import type { ImportFault } from './import.ts';

/** Rows of cells as RFC 4180 writes them, with a mark of order first, without which spreadsheets take UTF-8 for something else. Pure. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('')}`;

const writeCell = (text: string): string => {
  const safe = guarded(text);
  return /[",;\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** A spreadsheet computes what begins like a formula; an apostrophe first makes it text, and is taken off when it is read. */
const guarded = (text: string): string => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const unguarded = (text: string): string => (/^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text);

export interface CsvRow {
  /** Where it begins in the file, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

interface Read {
  readonly rows: readonly CsvRow[];
  readonly faults: readonly ImportFault[];
}

/** Reads RFC 4180, also with the semicolons that a Swedish spreadsheet writes. Empty rows are left out. Pure; never throws. */
export function readCsv(text: string): Read {
  const source = text.replace(/^\uFEFF/, '');
  const separator = separatorOf(source);
  const rows: CsvRow[] = [];
  let at = 0;
  let line = 1;
  while (at < source.length) {
    const row = readRow(source, at, separator);
    if (row === undefined) return { rows, faults: [{ fault: 'quotes', line }] };
    if (row.cells.some((cell) => cell !== '')) rows.push({ line, cells: row.cells.map(unguarded) });
    line += linesIn(source.slice(at, row.end));
    at = row.end;
  }
  return { rows, faults: [] };
}

const linesIn = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0;

/** The one that is commonest in the first row, outside quotes. */
function separatorOf(source: string): string {
  const head = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(source)?.[0] ?? '').replaceAll(/"(?:[^"]|"")*"/g, '');
  const count = (sign: string) => head.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** One row from where it begins; undefined when a quote never ends, or ends in the middle of a cell. */
function readRow(source: string, begin: number, separator: string) {
  const cells: string[] = [];
  let at = begin;
  for (;;) {
    const cell = source[at] === '"' ? readQuoted(source, at) : readBare(source, at, separator);
    if (cell === undefined) return undefined;
    cells.push(cell.text);
    at = cell.end;
    if (source[at] !== separator) break;
    at += 1;
  }
  if (at < source.length && source[at] !== '\n' && source[at] !== '\r') return undefined;
  const newline = /^(\r\n|\r|\n)?/.exec(source.slice(at, at + 2))?.[0].length ?? 0;
  return { cells, end: at + newline };
}

function readBare(source: string, begin: number, separator: string) {
  let end = begin;
  while (end < source.length && source[end] !== separator && source[end] !== '\n' && source[end] !== '\r') end += 1;
  return { text: source.slice(begin, end), end };
}

function readQuoted(source: string, begin: number) {
  let end = begin + 1;
  for (;;) {
    end = source.indexOf('"', end);
    if (end < 0) return undefined;
    if (source[end + 1] !== '"') break;
    end += 2;
  }
  return { text: source.slice(begin + 1, end).replaceAll('""', '"'), end: end + 1 };
}

import type { CaseTypeDocument } from '../document/model.ts';
import { readCsv, writeCsv } from './csv.ts';
import { judged, type GivenText, type ImportFault, type TextImport } from './import.ts';
import type { TextRow } from './rows.ts';

const KEY = 'key';
const WHERE = 'where';
const LANGUAGE = /^[a-z]{2}$/;

/** Texts as a table for a spreadsheet: key, where the text stands, and a column for each language. Pure. */
export function textsToCsv(rows: readonly TextRow[], where: (key: string) => string): string {
  const languages = rows[0]?.cells.map(({ language }) => language) ?? [];
  return writeCsv([
    [KEY, WHERE, ...languages],
    ...rows.map(({ key, cells }) => [key, where(key), ...cells.map(({ text }) => text)])
  ]);
}

/** Reads such a table back, with its columns in any order. What cannot be taken is told, the rest is taken. Pure; never throws. */
export function textsFromCsv(source: string, document: CaseTypeDocument, rows: readonly TextRow[]): TextImport {
  const {
    rows: [head, ...lines],
    faults
  } = readCsv(source);
  const columns = head?.cells.map((name) => name.trim().toLowerCase()) ?? [];
  const keyColumn = columns.indexOf(KEY);
  const languages = columns.flatMap((name, column) => (LANGUAGE.test(name) ? [{ language: name, column }] : []));
  if (keyColumn < 0) return { texts: [], faults: [...faults, { fault: 'no-key-column', line: 1 }] };
  if (languages.length === 0) return { texts: [], faults: [...faults, { fault: 'no-language-column', line: 1 }] };
  const wrong = lines.flatMap(({ line, cells }): ImportFault[] =>
    cells.length === columns.length ? [] : [{ fault: 'cells', line, what: `${cells.length} / ${columns.length}` }]
  );
  const given = lines
    .filter(({ cells }) => cells.length === columns.length)
    .flatMap(({ line, cells }) =>
      languages.map(({ language, column }): GivenText => ({
        line,
        language,
        key: (cells[keyColumn] ?? '').trim(),
        text: cells[column] ?? ''
      }))
    );
  const found = judged(document, rows, given);
  return { texts: found.texts, faults: [...faults, ...wrong, ...found.faults] };
}

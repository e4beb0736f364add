import type { CaseTypeDocument } from '../document/model.ts';
import { judged, type GivenText, type ImportFault, type TextImport } from './import.ts';
import { textIn, type TextRow } from './rows.ts';
import { escapeXml, isElement, NOT_IN_XML, readXml, within, type XmlElement } from './xml.ts';

/** Of every XLIFF 2: 2.1 (ISO 21720) keeps the name of 2.0. */
const NAMESPACE = 'urn:oasis:names:tc:xliff:document:2.0';

export interface Translation {
  readonly language: string;
  /** Where a text stands, told to who translates it. */
  readonly where: (key: string) => string;
}

/** The texts to be translated into one language, as XLIFF 2.1: a unit for each Swedish text. What is missing or stale has the state `initial`. Pure. */
export function textsToXliff(rows: readonly TextRow[], { language, where }: Translation): string {
  const units = rows.flatMap(({ key, cells }) => {
    const source = cells.find((cell) => cell.language === 'sv')?.text ?? '';
    const target = cells.find((cell) => cell.language === language);
    if (source === '') return [];
    const isDone = target && target.text !== '' && !target.marks.includes('stale');
    return [
      `    <unit id="${escapeXml(key)}">`,
      `      <notes><note category="where">${escapeXml(where(key))}</note></notes>`,
      `      <segment state="${isDone ? 'translated' : 'initial'}">`,
      `        <source xml:space="preserve">${contentOf(source)}</source>`,
      ...(target?.text ? [`        <target xml:space="preserve">${contentOf(target.text)}</target>`] : []),
      '      </segment>',
      '    </unit>'
    ];
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff xmlns="${NAMESPACE}" version="2.1" srcLang="sv" trgLang="${escapeXml(language)}">`,
    '  <file id="texts">',
    ...units,
    '  </file>',
    '</xliff>',
    ''
  ].join('\n');
}

/** XLIFF 2.1, 4.2.3.1: what XML cannot hold is a code point. */
const contentOf = (text: string): string => {
  const odd = text.match(NOT_IN_XML) ?? [];
  return text
    .split(NOT_IN_XML)
    .map((part, index) => escapeXml(part) + (odd[index] === undefined ? '' : `<cp hex="${hexOf(odd[index])}"/>`))
    .join('');
};

const hexOf = (sign: string): string => sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');

/**
 * Reads translations back. A target whose Swedish text is another by now is taken, and marked as older than it; one of the state
 * `initial` that nobody has changed is left. What cannot be taken is told, the rest is taken. Pure; never throws.
 */
export function textsFromXliff(source: string, document: CaseTypeDocument, rows: readonly TextRow[]): TextImport {
  const read = readXml(source, { [NAMESPACE]: 'x' });
  if ('line' in read) return refused({ fault: 'not-xml', line: read.line });
  const { name, attributes } = read.root;
  if (name !== 'x:xliff') return refused(foreign(read.root));
  if (!/^2\.\d+$/.test(attributes.version ?? ''))
    return refused({ fault: 'xliff-version', what: attributes.version ?? '' });
  const { srcLang = '', trgLang = '' } = attributes;
  const language = trgLang.slice(0, 2).toLowerCase();
  if (!/^sv(-|$)/i.test(srcLang) || !/^[a-z]{2}(-|$)/i.test(trgLang) || language === 'sv')
    return refused({ fault: 'languages', what: `${srcLang} → ${trgLang}` });
  const units = within(read.root, 'x:file')
    .flatMap(unitsIn)
    .map((unit) => readUnit(unit, language));
  const isNews = ({ state, key, text }: ReadUnit) => state !== 'initial' || text !== textIn(document, language, key);
  const found = judged(document, rows, units.filter((unit) => unit.fault === undefined && isNews(unit)).map(givenOf));
  return { texts: found.texts, faults: [...units.flatMap(({ fault }) => fault ?? []), ...found.faults] };
}

const refused = (fault: ImportFault): TextImport => ({ texts: [], faults: [fault] });

const foreign = ({ name, attributes }: XmlElement): ImportFault =>
  /(^|:)xliff$/.test(name)
    ? { fault: 'xliff-version', what: attributes.version ?? '' }
    : { fault: 'not-xliff', what: name };

const unitsIn = (holder: XmlElement): XmlElement[] =>
  holder.children
    .filter(isElement)
    .flatMap((child) => (child.name === 'x:group' ? unitsIn(child) : child.name === 'x:unit' ? [child] : []));

interface ReadUnit extends GivenText {
  readonly from: string;
  readonly state: string;
  readonly fault: ImportFault | undefined;
}

const givenOf = ({ language, key, text, from }: ReadUnit): GivenText => ({ language, key, text, from });

/** What was cut into segments is put together again. */
function readUnit(unit: XmlElement, language: string): ReadUnit {
  const key = unit.attributes.id ?? '';
  const parts = unit.children.filter(isElement).filter(({ name }) => name === 'x:segment' || name === 'x:ignorable');
  const text = (name: string, spare: string) =>
    parts.map((part) => textOf(within(part, name)[0] ?? within(part, spare)[0])).join('');
  const isTranslated = parts.some((part) => part.name === 'x:segment' && within(part, 'x:target').length > 0);
  const code = parts.flatMap(codesIn)[0];
  return {
    language,
    key,
    text: isTranslated ? text('x:target', 'x:source') : '',
    from: text('x:source', 'x:source'),
    state: parts.some(({ attributes }) => attributes.state === 'initial') ? 'initial' : 'translated',
    fault: code === undefined ? undefined : { fault: 'inline-code', key, language, what: code }
  };
}

/** Marks and spans around words say nothing here; a code stands for what we do not have. */
const SPANS = ['x:source', 'x:target', 'x:mrk', 'x:pc', 'x:sm', 'x:em', 'x:cp'];

const codesIn = ({ children }: XmlElement): string[] =>
  children.filter(isElement).flatMap((child) => (SPANS.includes(child.name) ? codesIn(child) : [child.name.slice(2)]));

function textOf(element: XmlElement | undefined): string {
  const parts = element?.children.map((child) => {
    if (!isElement(child)) return child;
    return child.name === 'x:cp' ? signOf(child.attributes.hex ?? '') : textOf(child);
  });
  return parts?.join('') ?? '';
}

const signOf = (hex: string): string =>
  /^[\da-f]{1,6}$/i.test(hex) && Number.parseInt(hex, 16) <= 0x10ffff
    ? String.fromCodePoint(Number.parseInt(hex, 16))
    : '';

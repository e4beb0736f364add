import { Parser } from 'saxen';

export interface XmlElement {
  /** With the prefix that was asked for its namespace. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

export type XmlRead = { readonly root: XmlElement } | { readonly line: number };

/** The control characters that XML 1.0 cannot hold; XLIFF writes them as `cp`. */
export const NOT_IN_XML =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;'
};

/** A text as it stands in XML, also in an attribute. What XML cannot hold is left out. */
export const escapeXml = (text: string): string =>
  text.replaceAll(NOT_IN_XML, '').replaceAll(/[&<>"\r]/g, (sign) => ENTITIES[sign] ?? '');

/** Reads XML into a tree, or says on which line it is wrong. Knows no document types and fetches nothing. Pure; never throws. */
export function readXml(source: string, prefixes: Readonly<Record<string, string>>): XmlRead {
  const top: Open = { name: '', attributes: {}, children: [] };
  const open = [top];
  let wrong: number | undefined;
  const add = (child: Open | string) => void open.at(-1)?.children.push(child);
  const parser = new Parser()
    .ns(prefixes)
    .on('openTag', (name, attributes, decode) => {
      const read = Object.entries(attributes()).map(([key, value]) => [key, decode(value)]);
      const element = { name, attributes: Object.fromEntries(read), children: [] };
      add(element);
      open.push(element);
    })
    .on('closeTag', () => void open.pop())
    .on('text', (text, decode) => add(decode(text)))
    .on('cdata', (text) => add(text))
    .on('warn', () => undefined)
    .on('error', (_, context) => void (wrong ??= context().line + 1));
  parser.parse(source.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n'));
  const [root] = top.children.filter(isElement);
  return root && wrong === undefined ? { root } : { line: wrong ?? 1 };
}

interface Open extends XmlElement {
  readonly children: (XmlElement | string)[];
}

export const isElement = (child: XmlElement | string): child is XmlElement => typeof child !== 'string';

/** The elements of one name in another. */
export const within = ({ children }: XmlElement, name: string): XmlElement[] =>
  children.filter(isElement).filter((child) => child.name === name);

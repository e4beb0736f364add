/** Just enough of HTML to hold what Svelte renders to its promises: quoted attributes, no comments inside tags. */

export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const unescape = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');

const TAG = /<([a-z][a-z0-9]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>/g;
const ATTRIBUTE = /([^\s=>/]+)(?:="([^"]*)")?/g;

/** Every opening tag, in order. */
export const tagsOf = (html: string): readonly Tag[] =>
  [...html.matchAll(TAG)].map(([, name = '', attributes = '']) => ({
    name,
    attributes: Object.fromEntries(
      [...attributes.matchAll(ATTRIBUTE)].map(([, key = '', value = '']) => [key, unescape(value)])
    )
  }));

/** What is read: text without tags and comments. */
export const textOf = (html: string): string =>
  unescape(
    html
      .replace(/<!--.*?-->/gs, '')
      .replace(TAG, ' ')
      .replace(/<\/[a-z0-9]+>/g, ' ')
  ).replaceAll(/\s+/g, ' ');

import { IntlMessageFormat } from 'intl-messageformat';
import type { Plugin } from 'vite';

const CATALOGUE = /\/src\/lib\/text\/(?:[a-z-]+\.)?(sv|en)\.json$/;
const PARSER = '@formatjs/icu-messageformat-parser';

/** A message with parameters as its syntax tree; one without as it is. */
const compiled = (message: string, language: string) =>
  message.includes('{') ? new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst() : message;

/** Gives browsers messages that are read already, and the library without its reader: 9 kB less script on every page. */
export const compileMessages = (): Plugin => ({
  name: 'compile-messages',
  apply: 'build',
  enforce: 'pre',
  applyToEnvironment: (environment) => environment.name === 'client',
  async resolveId(id) {
    return id === PARSER ? this.resolve(`${PARSER}/no-parser.js`, undefined, { skipSelf: true }) : null;
  },
  transform(code, id) {
    const language = CATALOGUE.exec(id)?.[1];
    if (!language) return null;
    const messages: Record<string, string> = JSON.parse(code);
    const entries = Object.entries(messages).map(([key, message]) => [key, compiled(message, language)]);
    return { code: JSON.stringify(Object.fromEntries(entries)), map: null };
  }
});

/** Markup whose parts are escaped already. */
export interface Html {
  readonly html: string;
}

type Part = Html | string | number | undefined | false | readonly Html[];

const escape = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

const render = (part: Part): string => {
  if (part === undefined || part === false) return '';
  if (typeof part === 'string' || typeof part === 'number') return escape(String(part));
  return 'html' in part ? part.html : part.map(render).join('');
};

/** A template whose values are escaped, unless they are `Html` themselves. */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  html: texts.reduce((all, text, index) => all + render(parts[index - 1]) + text)
});

/** A whole page of a test server: no script, one stylesheet, and a banner that says what it is. `refresh` in seconds. */
export const page = (title: string, body: Html, options: { style: string; refresh?: number }): string =>
  html`<!doctype html>
    <html lang="sv">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        ${options.refresh !== undefined && html`<meta http-equiv="refresh" content="${options.refresh}" />`}
        <title>${title}</title>
        <link rel="stylesheet" href="${options.style}" />
      </head>
      <body>
        <p class="banner">Test. Inget du gör här gäller på riktigt.</p>
        <main>${body}</main>
      </body>
    </html>`.html;

/** Headers of every page: nothing from elsewhere, no script, no frame. */
export const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
};

import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Browser, Page } from 'playwright-core';
import { build, type Rollup } from 'vite';

/** As strict as the product's. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; worker-src 'self'; connect-src 'self'";
const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml' };

type Files = ReadonlyMap<string, string | Uint8Array>;

/** A script of `tests/support` and all that it imports, built as the product is. */
export async function builtPage(input: string): Promise<Files> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [svelte({ configFile: false })],
    build: { write: false, assetsInlineLimit: 0, rolldownOptions: { input, output: { entryFileNames: 'page.js' } } }
  });
  const outputs: Rollup.RollupOutput[] = [made].flat().flatMap((part) => ('output' in part ? [part] : []));
  return new Map(
    outputs
      .flatMap(({ output }) => output)
      .map((file) => [`/${file.fileName}`, 'code' in file ? file.code : file.source] as const)
  );
}

/** A page of its own with the built script, served without a server. Complaints of the browser end up in the list. */
export async function openPage(browser: Browser, files: Files, complaints: string[]): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  const styles = [...files.keys()].filter((name) => name.endsWith('.css'));
  const links = styles.map((name) => `<link rel="stylesheet" href="${name}">`).join('');
  const body = `<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Flöde</title>${links}</head><body><script type="module" src="/page.js"></script></body></html>`;
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    const file = files.get(pathname);
    if (pathname === '/')
      return route.fulfill({ contentType: 'text/html', headers: { 'content-security-policy': POLICY }, body });
    if (file === undefined) return route.fulfill({ status: 404 });
    const contentType = TYPES[pathname.slice(pathname.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
    return route.fulfill({ contentType, body: typeof file === 'string' ? file : Buffer.from(file) });
  });
  await page.goto('http://localhost/');
  await page.waitForFunction(() => 'flowPage' in globalThis);
  return page;
}

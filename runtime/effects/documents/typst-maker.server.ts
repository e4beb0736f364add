import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { PlatformError } from '../../errors/platform-error.ts';
import type { DocumentMaker } from '../../ports/document-maker.ts';
import { coverage } from './coverage.ts';
import { printableData } from './printable.ts';
import { viewOf } from './view.ts';

/** Compilations that a cached part is kept for without being used; typst's cache is global and grows without this. */
const CACHE_AGE = 10;

// By the project's own names, so that the files are found from the source and from the built server alike.
const { resolve } = createRequire(import.meta.url);
const templates = dirname(resolve('#runtime/effects/documents/templates/frame.typ'));
const fonts = dirname(resolve('#runtime/effects/documents/fonts/LICENSE.txt'));

/**
 * Documents by typst, as tagged PDF/A-2a. The templates see nothing but their data, which is passed as one JSON string:
 * no text in it is ever typst's markup. A compilation takes milliseconds.
 */
export function typstMaker(): DocumentMaker {
  const faces = readdirSync(fonts)
    .filter((name) => name.endsWith('.otf'))
    .map((name) => readFileSync(join(fonts, name)));
  const covered = faces.map(coverage);
  const draws = (codePoint: number) => covered.every((set) => set.has(codePoint));
  const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontBlobs: faces }] });
  return {
    async make(document) {
      const { kind, data } = document;
      const view = { ...printableData(viewOf(document), draws), arms: data.sender.arms ?? null };
      const inputs = { data: JSON.stringify(view) };
      try {
        const main = { mainFilePath: join(templates, `${kind}.typ`), inputs };
        const creationTimestamp = Math.floor(data.madeAt.getTime() / 1000);
        return compiler.pdf(main, { pdfStandard: 'a-2a', creationTimestamp });
      } catch {
        // Without its cause: typst quotes the text that it stumbled on.
        throw new PlatformError('document.not_made', { kind });
      } finally {
        compiler.evictCache(CACHE_AGE);
      }
    }
  };
}

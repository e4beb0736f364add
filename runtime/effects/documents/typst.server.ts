import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** Compilations that a cached part is kept for without being used; typst's cache is global and grows without this. */
const CACHE_AGE = 10;

// By the project's own names, so that the files are found from the source and from the built server alike.
const { resolve } = createRequire(import.meta.url);
const templates = dirname(resolve('#runtime/effects/documents/templates/frame.typ'));
const fonts = dirname(resolve('#runtime/effects/documents/fonts/LICENSE.txt'));

/** What is compiled: one of the platform's layouts by name, or a template's own text. */
export interface TypstSource {
  readonly main: { readonly layout: string } | { readonly source: string };
  /** The only thing that the template sees, as JSON. */
  readonly data: string;
  readonly madeAt: Date;
}

export const fontFaces = (): Buffer[] =>
  readdirSync(fonts)
    .filter((name) => name.endsWith('.otf'))
    .map((name) => readFileSync(join(fonts, name)));

/** Typst for tagged PDF/A-2a. Its root is the folder of layouts: a template reads no other file. Throws what typst throws. */
export function typst(faces: readonly Buffer[]): (source: TypstSource) => Uint8Array {
  const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontBlobs: [...faces] }] });
  return ({ main, data, madeAt }) => {
    const file =
      'layout' in main ? { mainFilePath: join(templates, `${main.layout}.typ`) } : { mainFileContent: main.source };
    try {
      const creationTimestamp = Math.floor(madeAt.getTime() / 1000);
      return compiler.pdf({ ...file, inputs: { data } }, { pdfStandard: 'a-2a', creationTimestamp });
    } finally {
      compiler.evictCache(CACHE_AGE);
    }
  };
}

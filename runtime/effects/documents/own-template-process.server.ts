// Started by own-template.server.ts: a template and its data on stdin, the PDF on stdout. What goes wrong is told by the exit code alone,
// since typst quotes the text that it stumbled on.
import { text } from 'node:stream/consumers';
import { fontFaces, typst } from './typst.server.ts';
import type { OwnTemplate } from './own-template.server.ts';

const { source, data, madeAt }: OwnTemplate = JSON.parse(await text(process.stdin));
try {
  process.stdout.write(typst(fontFaces())({ main: { source }, data, madeAt: new Date(madeAt) }));
} catch {
  process.exitCode = 1;
}

// Started by own-template.server.ts: a template and its data on stdin, the PDF on stdout. What goes wrong is told by the exit code alone
// unless it is asked for, since typst quotes the text that it stumbled on.
import { text } from 'node:stream/consumers';
import { fontFaces, typst } from './typst.server.ts';
import type { OwnTemplate } from './own-template.server.ts';

const { source, data, madeAt, tellsWhy }: OwnTemplate = JSON.parse(await text(process.stdin));
try {
  process.stdout.write(typst(fontFaces())({ main: { source }, data, madeAt: new Date(madeAt) }));
} catch (fault) {
  // Where typst looked says something of the server.
  const said = typeof fault === 'object' && fault !== null && 'code' in fault ? String(fault.code) : '';
  if (tellsWhy) process.stdout.write(said.replace(/^\d+: /, '').replaceAll(/ \(searched at [^)]*\)/g, ''));
  process.exitCode = 1;
}

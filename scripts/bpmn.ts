// npm run bpmn -- import <file> [--json] | export <folder> | arrange <folder>: a drawing in, as a draft and a list of what
// was not taken; a flow out, as BPMN 2.0; layout.json made anew.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Elk from 'elkjs/lib/elk.bundled.js';
import { readCaseTypeFolder } from '#runtime/definition/read-folder.server.ts';
import { arrange } from '#runtime/flow/bpmn/arrange.ts';
import { readBpmn } from '#runtime/flow/bpmn/read.ts';
import { namingOf, periodsOf } from '#runtime/flow/bpmn/wording.ts';
import { writeBpmn } from '#runtime/flow/bpmn/write.ts';

const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true });
const [verb, path] = positionals;

/** What a draft is to other programs: not what only a canvas asks. */
function printed(draft: Awaited<ReturnType<typeof readBpmn>>): object {
  if (!('flow' in draft)) return draft;
  const { flow, layout, texts, left } = draft;
  return { flow, layout, texts, left };
}

/** Exits 0 (a draft), 1 (a draft with something left out) or 2 (no draft). */
async function importFile(file: string): Promise<number> {
  const draft = await readBpmn(await readFile(file, 'utf8'));
  if (values.json) console.log(JSON.stringify(printed(draft), null, 2));
  if ('refused' in draft) {
    if (!values.json) console.error(`${file}: ${draft.refused} ${draft.detail}`);
    return 2;
  }
  if (!values.json) {
    console.log(
      `${Object.keys(Object(draft.flow['states'])).length} states at the top, begins in ${String(draft.flow['initial'])}`
    );
    for (const { type, element, name, why } of draft.left)
      console.log(`not as drawn: ${why} ${type} ${element} ${name}`);
  }
  return draft.left.length > 0 ? 1 : 0;
}

/** The drawing stands where the layout has it; a flow without a layout is laid out. */
async function exportFolder(folder: string): Promise<number> {
  const { caseType } = await readCaseTypeFolder(folder);
  if (!caseType) return unreadable(folder);
  const { flow, texts } = caseType;
  const isLaid = Object.keys(caseType.layout.nodes ?? {}).length > 0;
  const layout = isLaid ? caseType.layout : await arrange(flow, new Elk(), namingOf(caseType));
  const periods = periodsOf(caseType);
  console.log(await writeBpmn({ flow, layout, texts: texts.sv, periods }));
  return 0;
}

async function arrangeFolder(folder: string): Promise<number> {
  const { caseType } = await readCaseTypeFolder(folder);
  if (!caseType) return unreadable(folder);
  const { flow, layout } = caseType;
  const anew = { ...layout, ...(await arrange(flow, new Elk(), namingOf(caseType))) };
  await writeFile(join(folder, 'layout.json'), `${JSON.stringify(anew, null, 2)}\n`);
  return 0;
}

function unreadable(folder: string): number {
  console.error(`${folder} cannot be read: npm run check:case-type says why.`);
  return 2;
}

const run = { import: importFile, export: exportFolder, arrange: arrangeFolder }[verb ?? ''];
if (!run || !path) {
  console.error('Usage: npm run bpmn -- import <file> [--json] | export <folder> | arrange <folder>');
  process.exitCode = 2;
} else {
  process.exitCode = await run(path).catch((error: unknown) => {
    console.error(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    return 2;
  });
}

// npm run check:case-type -- <folder> [--json]: exits 0 (no errors), 1 (errors) or 2 (cannot be read).
import { parseArgs } from 'node:util';
import { checkOnServer } from '#runtime/case/check-case-type.server.ts';
import { readCaseTypeFolder } from '#runtime/definition/read-folder.server.ts';
import { withExamples } from '#runtime/simulate/examples.ts';
import { placeOf, type Problem } from '#runtime/definition/problem.ts';

const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true });
const [folder] = positionals;

function line({ code, fault, severity, pointer, params }: Problem): string {
  const { file, pointer: inside } = placeOf(pointer);
  return `${severity === 'error' ? 'error  ' : 'warning'} ${code} ${fault} ${file}${inside} ${JSON.stringify(params)}`;
}

if (!folder) {
  console.error('Usage: npm run check:case-type -- <folder> [--json]');
  process.exitCode = 2;
} else {
  try {
    const { caseType, problems: unreadable } = await readCaseTypeFolder(folder);
    const found = caseType ? checkOnServer(caseType) : unreadable;
    const problems = caseType && values.json ? withExamples(caseType, found) : found;
    if (values.json) console.log(JSON.stringify({ caseType: caseType?.settings.slug ?? null, problems }, null, 2));
    else for (const problem of problems) console.log(line(problem));
    const unread = problems.some(({ fault }) => fault === 'not-json');
    process.exitCode = unread ? 2 : problems.some(({ severity }) => severity === 'error') ? 1 : 0;
  } catch (error) {
    console.error(`${folder} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 2;
  }
}

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/**
 * Swedish words of the trade that have an English word here. They may stand in data, texts and comments, but not as (part of) an
 * identifier or a file name of the mechanism. The population register speaks Swedish: its field names stand in `navet/`.
 */
const FORBIDDEN =
  /^(arende|arenden|arendetyp|handlaggare|komplettering|ansokan|anmalan|medborgare|sokande|kommun|avdelning|enhet|fraga|svar|bilaga|bilagor|utkast|tjanst|etjanst|anvandare|behorighet|tidsfrist|underskrift|inloggning|sida|sidor|namn|adress|datum|belopp|status[a-z]+text)$/i;

/** Swedish ASCII words that are data (values, keys, addresses) and so may stand in quotes only. */
const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'runtime', 'src', 'designer', 'scripts'],
  { encoding: 'utf8' }
)
  .split('\n')
  .filter(
    (file) => /\.(ts|svelte)$/.test(file) && !/\/generated\/|\/demo\/|\/navet\/|\.test\.ts$|^src\/routes\//.test(file)
  );

const words = (identifier: string) => identifier.split(/(?=[A-Z])|[-_./]/);

function identifiers(source: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isIdentifier(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('x.ts', source, ts.ScriptTarget.Latest));
  return found;
}

describe('the names of the mechanism', () => {
  it('are English in every file name', () => {
    expect(files.filter((file) => words(file).some((word) => FORBIDDEN.test(word)))).toEqual([]);
  });

  it('are English, and ASCII, in every identifier', () => {
    const found = files
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) =>
        identifiers(readFileSync(file, 'utf8'))
          .filter((name) => /[^\p{ASCII}]/u.test(name) || words(name).some((word) => FORBIDDEN.test(word)))
          .map((name) => `${file}: ${name}`)
      );
    expect([...new Set(found)]).toEqual([]);
  });
});

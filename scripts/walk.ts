// Files and decides a case of each case type in a real browser, as a scenario of it has it, and takes pictures of every page.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readCaseTypeFolder } from '../runtime/definition/read-folder.server.ts';
import { startDatabase } from '../runtime/persistence/embedded.server.ts';
import { launchBrowser } from '../tests/support/chromium.ts';
import { startProduct, temporaryFolder } from '../tests/support/server.ts';
import { Cast } from './walk/cast.ts';
import { Ledger } from './walk/ledger.ts';
import { Seen } from './walk/seen.ts';
import { Walk } from './walk/walk-case.ts';

/** The scenario that goes from the first page to a beslut, or to the end where there is none. */
const MAIN: ReadonlyMap<string, string> = new Map([
  ['alkoholtillsyn', 'tips-leder-till-erinran'],
  ['budgetide', 'vinner-omrostningen'],
  ['bygglov', 'beviljas-och-byggs'],
  ['ekonomiskt-bistand', 'par-beviljas'],
  ['felanmalan', 'lagas-och-foljs-upp'],
  ['feriearbete', 'lottas-och-arbetar'],
  ['fraga', 'besvaras-av-kontaktcenter'],
  ['livsmedelskontroll', 'forelaggande-foljs'],
  ['lss-insats', 'beviljas-och-foljs-upp'],
  ['medborgarforslag', 'bifall'],
  ['nyttokort', 'bestalls-och-fornyas'],
  ['orosanmalan', 'utreds-utan-insats'],
  ['parkeringstillstand', 'avslag-overklagas'],
  ['radgivning', 'mote-och-rad'],
  ['synpunkt', 'ingen-andring-gar-till-chef'],
  ['utlamnande', 'avslag-overklagas'],
  ['vattenprov', 'hamtas-och-besvaras'],
  ['webbinnehall', 'avslag-overklagas']
]);

const { values } = parseArgs({
  options: { type: { type: 'string', multiple: true }, scenario: { type: 'string' }, out: { type: 'string' } }
});
const slugs = values.type ?? readdirSync('case-types').filter((name) => name !== 'schema');
const out = values.out ?? mkdtempSync(join(tmpdir(), 'smedja-walk-'));

const data = temporaryFolder();
const { address, stop } = await startProduct({ SMEDJA_DATA: data });
const { url } = await startDatabase(join(data, 'postgres'));
const ledger = new Ledger(url);
const browser = await launchBrowser();
const cast = new Cast(browser, address);
let failed = 0;
for (const slug of slugs) {
  const name = values.scenario ?? MAIN.get(slug) ?? '';
  const { caseType } = await readCaseTypeFolder(`case-types/${slug}`);
  const scenario = caseType?.scenarios[name];
  if (!caseType || !scenario) throw new Error(`no scenario ${name} of ${slug}`);
  console.log(`${slug}: ${scenario.title}`);
  const seen = new Seen(join(out, slug));
  const began = Date.now();
  try {
    await new Walk({ caseType, scenario, cast, ledger, seen }).walk();
  } catch (error) {
    seen.faults.push(error instanceof Error ? error.message : String(error));
  }
  const faults = [...seen.faults, ...cast.complaints.splice(0)];
  for (const fault of faults) console.log(`  ! ${fault}`);
  console.log(
    `  ${faults.length === 0 ? 'done' : 'FAILED'} in ${Math.round((Date.now() - began) / 1000)} s, pictures in ${join(out, slug)}`
  );
  failed += faults.length > 0 ? 1 : 0;
}
await browser.close();
await ledger.close();
await stop();
rmSync(data, { recursive: true, force: true });
process.exitCode = failed > 0 ? 1 : 0;

// npm run simulate -- <folder> [--cases 1000] [--seed 1] [--per-day 4] [--staff caseworker=3,manager=1] [--minutes 30] [--json]
import { parseArgs } from 'node:util';
import { isRole } from '#runtime/access/roles.ts';
import { readCaseTypeFolder } from '#runtime/definition/read-folder.server.ts';
import { USUAL, type SimulationReport, type Spread } from '#runtime/simulate/model.ts';
import { simulate } from '#runtime/simulate/simulate.ts';

const { values, positionals } = parseArgs({
  options: {
    cases: { type: 'string', default: String(USUAL.cases) },
    seed: { type: 'string', default: String(USUAL.seed) },
    'per-day': { type: 'string', default: String(USUAL.perDay) },
    staff: { type: 'string', default: '' },
    minutes: { type: 'string', default: String(USUAL.minutes.otherwise) },
    json: { type: 'boolean' }
  },
  allowPositionals: true
});

const days = ({ p10, p50, p90, longest }: Spread): string => `${p50} days (${p10} to ${p90}, at most ${longest})`;

function tell(report: SimulationReport): void {
  const {
    cases,
    ended,
    steps,
    leadTime,
    phases,
    queues,
    deadlines,
    promise,
    neverVisited,
    neverTaken,
    paths,
    resting
  } = report;
  console.log(`${cases} cases, ${ended} ended, ${steps} steps; half of them in ${days(leadTime)}`);
  for (const [phase, spread] of Object.entries(phases)) console.log(`  phase ${phase}: ${days(spread)}`);
  for (const { role, staff, tasks, wait, busy, needed } of queues)
    console.log(
      `  ${role}: ${tasks} tasks for ${staff}, busy ${Math.round(busy * 100)} %, wait ${days(wait)}; enough: ${needed}`
    );
  for (const { state, delay, started, missed } of deadlines)
    console.log(`  deadline ${delay} in ${state}: ${missed} of ${started} missed`);
  if (promise) console.log(`  service promise: ${promise.kept} of ${promise.of} kept`);
  for (const { states, cases: count } of resting) console.log(`  rests in ${states}: ${count}`);
  for (const { states, cases: count } of paths.slice(0, 5)) console.log(`  ${count} × ${states.join(' › ')}`);
  if (neverVisited.length > 0) console.log(`  never visited: ${neverVisited.join(', ')}`);
  if (neverTaken.length > 0)
    console.log(`  never taken (${Math.round((1 - report.covered) * 100)} %): ${neverTaken.join(', ')}`);
  for (const [code, count] of Object.entries(report.refusals)) console.log(`  refused ${code}: ${count}`);
}

const [folder] = positionals;
const numbers = [values.cases, values.seed, values['per-day'], values.minutes].map(Number);
const [cases = 0, seed = 0, perDay = 0, otherwise = 0] = numbers;
if (!folder || numbers.some((number) => !(number > 0))) {
  console.error(
    'Usage: npm run simulate -- <folder> [--cases 1000] [--seed 1] [--per-day 4] [--staff caseworker=3] [--minutes 30] [--json]'
  );
  process.exitCode = 2;
} else {
  const { caseType } = await readCaseTypeFolder(folder);
  if (!caseType) {
    console.error(`${folder} cannot be read: npm run check:case-type says why.`);
    process.exitCode = 2;
  } else {
    const staff = Object.fromEntries(
      values.staff.split(',').flatMap((pair): [string, number][] => {
        const [role = '', count] = pair.split('=');
        return isRole(role) ? [[role, Number(count)]] : [];
      })
    );
    const report = simulate(caseType, {
      ...USUAL,
      cases,
      seed,
      perDay,
      staff: { ...USUAL.staff, ...staff },
      minutes: { otherwise }
    });
    if (values.json) console.log(JSON.stringify(report, null, 2));
    else tell(report);
  }
}

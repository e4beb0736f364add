import { check } from '../runtime/check/check.ts';
import { explore } from '../runtime/flow/explore.ts';
import { flowOfStates, parallelFlow, withFlow } from './sized-flow.ts';

/** Three times as many states may take four times as long. */
const MOST = 4;

/** The check of a flow of 300 states against one of 100, and of one with 3,125 configurations of parallel work. */
export function benchCheck(): void {
  console.log('\nThe check of a flow, in milliseconds');
  const [few, many] = [100, 300].map((states) => {
    const text = JSON.stringify(withFlow(flowOfStates(states)));
    return quickest(() => check(JSON.parse(text)));
  });
  const ratio = (many ?? 0) / (few ?? 1);
  console.log(`  100 states ${few?.toFixed(1)}, 300 states ${many?.toFixed(1)}: ${ratio.toFixed(1)} times`);
  if (ratio > MOST) process.exitCode = 1;
  const wide = withFlow(parallelFlow(5, 5));
  const start = performance.now();
  const problems = check(wide);
  const millis = performance.now() - start;
  const { configurations, capped } = explore(wide.flow);
  const wholly = !capped && problems.every(({ fault }) => fault !== 'too-large-to-tell');
  console.log(
    `  ${configurations.length} parallel configurations, ${wholly ? 'to the end' : 'CAPPED'}: ${millis.toFixed(0)} (${(millis / (few ?? 1)).toFixed(1)} times 100 states)`
  );
  const begin = performance.now();
  const said = check(withFlow(parallelFlow(6, 8))).some(({ fault }) => fault === 'too-large-to-tell');
  console.log(
    `  262,144 configurations: ${said ? 'says that they are too many' : 'SAYS NOTHING'}, ${(performance.now() - begin).toFixed(0)}`
  );
  if (!wholly || !said) process.exitCode = 1;
}

/** The quickest of some runs, so that a busy machine disturbs less. */
function quickest(run: () => unknown): number {
  const times = Array.from({ length: 9 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}

import { settlePayments } from '../case/pay.server.ts';
import { effectAutomations, effectTasks } from './effect-tasks.server.ts';
import { keepHouse } from './housekeeping.server.ts';
import { log } from './log.server.ts';
import type { Ports } from './ports.server.ts';
import { startWorker, type Worker } from './worker.server.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** Starts everything that happens outside the step in this process: jobs, timers, and what each hour asks for. */
export function runEffects(ports: Ports): Worker {
  const worker = startWorker({ clock: ports.clock, tasks: effectTasks(ports), automations: effectAutomations(ports) });
  const keep = () => keepHouse(ports).catch((error: unknown) => log.error({ error }, 'housekeeping failed'));
  const hourly = setInterval(keep, HOUR_MS);
  const settle = () => settlePayments(ports).catch((error: unknown) => log.error({ error }, 'payments wait'));
  const minutely = setInterval(settle, MINUTE_MS);
  void keep();
  return {
    stop: async () => {
      clearInterval(hourly);
      clearInterval(minutely);
      await worker.stop();
    }
  };
}

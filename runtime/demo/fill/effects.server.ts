import type { JsonObject } from '../../definition/json.ts';
import type { CaseTasks } from '../../effects/tasks.ts';
import { caseJobOf } from '../../effects/worker.server.ts';
import { loadCase } from '../../persistence/load-case.server.ts';
import type { Job } from '../../persistence/write-step.server.ts';
import type { Clock } from '../../ports/clock.ts';

/** What is done outside the step, at a time. */
export type TasksAt = (clock: Clock) => CaseTasks;

/** What is always done: another case may follow from it. */
const ALWAYS: readonly string[] = ['start-case'];

/** What the steps of one case have asked for, and how much of it is done. */
export class Asked {
  readonly #tasks: TasksAt | undefined;
  readonly #isWhole: boolean;
  #jobs: Job[] = [];
  readonly #awaited: Job[] = [];

  /** @param isWhole whether documents are made and mails are kept too, at their own time; else only what other cases follow from */
  constructor(tasks: TasksAt | undefined, isWhole: boolean) {
    this.#tasks = tasks;
    this.#isWhole = isWhole;
  }

  readonly take = (jobs: readonly Job[]): void => void this.#jobs.push(...jobs);

  /** Does what has been asked for until now. */
  async carryOut(now: Date): Promise<void> {
    const clock = { now: () => now };
    const tasks = this.#tasks?.(clock) ?? {};
    for (let job = this.#jobs.shift(); job; job = this.#jobs.shift()) {
      if (job.task === 'invoke') this.#awaited.push(job);
      else if (this.#isWhole || ALWAYS.includes(job.task)) await tasks[job.task]?.(caseJobOf(job.payload), clock);
    }
  }

  /** Automations that a case still waits for when all of it has been lived: the queue has them. */
  async left(): Promise<Job[]> {
    const left: Job[] = [];
    for (const job of this.#awaited) if (await isAwaited(job.payload)) left.push(job);
    return left;
  }
}

const isAwaited = async ({ caseId, id, visit }: JsonObject): Promise<boolean> =>
  (await loadCase(String(caseId)))?.waiting.some((row) => row.id === id && row.seq === visit) ?? false;

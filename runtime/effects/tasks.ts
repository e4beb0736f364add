import type { JsonObject } from '../definition/json.ts';
import type { Clock } from '../ports/clock.ts';

/** What a job of a case says. It holds ids and what the flow says, nothing that a person wrote. */
export interface CaseJob {
  /** The same at every try, and of no other job: what makes an effect happen once. */
  readonly key: string;
  readonly caseId: string;
  /** The step that asked for it. */
  readonly seq: number;
  /** Parameters of the flow's action, its values computed. */
  readonly params: JsonObject;
  /** The last day that the words of the step mean, `YYYY-MM-DD`; null when none runs. */
  readonly lastDay: string | null;
}

/** Does one thing outside the transaction. May run more than once for the same key; throws to be tried again later. */
export type CaseTask = (job: CaseJob, clock: Clock) => Promise<void>;

/** One task for each action of the catalogue that runs as a job, by the action's name. */
export type CaseTasks = Readonly<Record<string, CaseTask>>;

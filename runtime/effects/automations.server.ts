import type { JsonObject } from '../definition/json.ts';
import type { Outcome, Waiting } from '../flow/model.ts';

/** What an automation is run for. */
export interface AutomationRun {
  readonly caseId: string;
  /** Its id in the flow. */
  readonly automation: string;
  /** The same at every try: what makes a payment happen once. */
  readonly key: string;
}

/**
 * Fetches or does something for a case. Returns its result, or null when the result comes later by other ways (somebody must
 * sign); throws to be tried again.
 */
export type Automation = (input: JsonObject, run: AutomationRun) => Promise<Outcome | null>;

/** By the automation's `src`. */
export type Automations = Readonly<Partial<Record<Waiting['src'], Automation>>>;

/** Runs an automation; one that nothing is connected to fails at once, and the flow goes the way of `onError`. */
export const runAutomation = (
  automations: Automations,
  { src, input }: Pick<Waiting, 'src' | 'input'>,
  run: AutomationRun
) => automations[src]?.(input, run) ?? Promise.resolve<Outcome>({ error: 'not-connected' });

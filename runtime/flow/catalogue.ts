import type { Action, Invoke } from '../definition/types.ts';

/**
 * Everything a flow can do, as data. What an entry takes is its schema in `case-types/schema`; here stands only what
 * the engine must know. `Record` makes a new entry of the schema a compile error until it has a line here.
 */
interface ActionEntry {
  /** Inside the pure step, with the write of the step, or afterwards as a job that may be repeated. */
  readonly runs: 'in-step' | 'with-write' | 'as-job';
}

export const ACTIONS: Readonly<Record<Action['type'], ActionEntry>> = {
  'set-field': { runs: 'in-step' },
  notify: { runs: 'as-job' },
  'create-document': { runs: 'as-job' },
  register: { runs: 'with-write' },
  assign: { runs: 'with-write' },
  'publish-status': { runs: 'with-write' },
  announce: { runs: 'with-write' },
  'start-case': { runs: 'as-job' },
  send: { runs: 'as-job' },
  'set-legal-state': { runs: 'with-write' }
};

interface AutomationEntry {
  /** `pure` ends inside the step; the others wait for a result. */
  readonly pure: boolean;
}

export const AUTOMATIONS: Readonly<Record<Invoke['src'], AutomationEntry>> = {
  decision: { pure: true },
  'population-register': { pure: false },
  http: { pure: false },
  sign: { pure: false },
  payment: { pure: false },
  'hand-over': { pure: false },
  approval: { pure: false }
};

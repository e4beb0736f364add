import type { CaseType } from '../definition/case-type.ts';
import type { JsonObject } from '../definition/json.ts';
import { compile } from '../flow/compile.ts';
import type { Definition, Step, StepInput } from '../flow/model.ts';
import { open, step } from '../flow/step.ts';
import { workedExample } from './case-types.ts';

/** The worked example with another flow, of any shape: a test of faults writes what no type allows. */
export function caseTypeWith(
  states: object,
  changes: { initial?: string; on?: object; settings?: object } = {}
): CaseType {
  const { initial = Object.keys(states)[0], on, settings } = changes;
  const example = workedExample();
  const flow = JSON.parse(JSON.stringify({ id: 'flow', initial, ...(on && { on }), states }));
  return { ...example, flow, settings: { ...example.settings, ...settings } };
}

/** A case that a test leads on by hand: as JSON between steps, at a time that it sets. */
export class TestCase {
  readonly definition: Definition;
  now: Date;
  step: Step;

  constructor(caseType: CaseType, { now = '2026-03-02T09:00:00+01:00', application = {}, facts = {} } = {}) {
    this.definition = compile(caseType);
    this.now = new Date(now);
    this.step = open(this.definition, { application, case: facts }, this.now);
  }

  get state() {
    return this.step.state;
  }

  take(input: StepInput, now = this.now.toISOString()): this {
    this.now = new Date(now);
    this.step = step(this.definition, JSON.parse(JSON.stringify(this.state)), input, this.now);
    return this;
  }

  event(event: string, more: { form?: string; answers?: JsonObject; now?: string } = {}): this {
    const { now, ...brought } = more;
    return this.take({ kind: 'event', event, ...brought }, now);
  }

  facts(facts: JsonObject, now?: string): this {
    return this.take({ kind: 'facts', facts }, now);
  }

  result(id: string, outcome: { output: JsonObject } | { error: string }, seq?: number): this {
    const awaited = this.state.waiting.find((waiting) => waiting.id === id);
    return this.take({ kind: 'result', id, seq: seq ?? awaited?.seq ?? 0, outcome });
  }

  /** Fires the timer that comes first, at its time. */
  fire(): this {
    const [timer] = this.state.timers;
    return timer ? this.take({ kind: 'timer', event: timer.event }, timer.at) : this;
  }
}

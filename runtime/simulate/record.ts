import type { BeslutRecord } from '../case/model.ts';
import type { Definition, EngineState } from '../flow/model.ts';
import { leavesOf, withAncestors } from '../flow/active.ts';
import { at } from '../form/pointer.ts';

const DAY = 86_400_000;

/** What one simulated case did, as the report counts it. Times in days. */
export class Record {
  readonly #definition: Definition;
  readonly opened: number;
  /** Each beslut in it; whoever lives the case adds them. */
  readonly beslut: readonly BeslutRecord[];
  readonly branches: string[] = [];
  /** The states it came to, in order. */
  readonly states: string[] = [];
  readonly phases = new Map<string, number>();
  readonly stays: { readonly state: string; readonly since: number; readonly days: number }[] = [];
  readonly #here = new Map<string, number>();
  readonly deadlines: { readonly state: string; readonly delay: string; readonly missed: boolean }[] = [];
  #running = new Map<string, { readonly state: string; readonly delay: string; readonly at: number }>();
  #since: number;
  #phase = '';
  last: number;
  decided: number | null = null;
  ended = false;
  isDone = false;
  steps = 0;
  resting = '';

  constructor(definition: Definition, opened: number, beslut: readonly BeslutRecord[]) {
    this.#definition = definition;
    this.opened = opened;
    this.beslut = beslut;
    this.#since = opened;
    this.last = opened;
  }

  note(
    state: EngineState,
    marks: { readonly states: readonly string[]; readonly branches: readonly string[] },
    now: number
  ): void {
    this.branches.push(...marks.branches);
    this.states.push(...marks.states.filter((key) => this.#definition.nodes.get(key)?.config.states === undefined));
    this.last = now;
    if (this.decided === null && at(state.data, '/case/decidedOn') !== undefined) this.decided = now;
    const leaves = leavesOf(this.#definition, state);
    this.#passStays(new Set(leaves.map(({ key }) => key)), now);
    this.resting = leaves.map(({ key }) => key).join(' + ');
    this.#passPhase(now);
    const [first] = leaves;
    const line = first ? withAncestors(this.#definition, first) : [];
    this.#phase = line.map(({ config }) => config.meta?.phase).find((phase) => phase !== undefined) ?? '';
    this.#passDeadlines(state, now);
  }

  end(isDone: boolean): void {
    this.ended = true;
    this.isDone = isDone;
    this.#passPhase(this.last);
  }

  #passStays(leaves: ReadonlySet<string>, now: number): void {
    for (const [state, since] of this.#here) {
      if (leaves.has(state)) continue;
      this.stays.push({ state, since, days: (now - since) / DAY });
      this.#here.delete(state);
    }
    for (const state of leaves) if (!this.#here.has(state)) this.#here.set(state, now);
  }

  #passPhase(now: number): void {
    if (this.#phase) this.phases.set(this.#phase, (this.phases.get(this.#phase) ?? 0) + (now - this.#since) / DAY);
    this.#since = now;
  }

  #passDeadlines({ deadlines }: EngineState, now: number): void {
    const running = new Map(
      deadlines.map(({ event, state, delay, at: when }) => [`${event} ${when}`, { state, delay, at: Date.parse(when) }])
    );
    for (const [key, { state, delay, at: when }] of this.#running)
      if (!running.has(key)) this.deadlines.push({ state, delay, missed: now > when });
    this.#running = running;
  }
}

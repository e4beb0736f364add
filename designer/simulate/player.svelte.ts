import type { Role, Scenario, ScenarioStep } from '#runtime/definition/types.ts';
import { isRefusal, type Refusal } from '#runtime/errors/refusal.ts';
import type { Answers } from '#runtime/form/model.ts';
import { play, scenarioOf, type Played, type Stage } from '#runtime/simulate/play.ts';

/**
 * One case that is played. All there is of it is its scenario: each change plays it anew from the beginning, so that what is seen is
 * what the scenario will do when it is kept.
 */
export class Player {
  readonly #stage: () => Stage;
  /** Null until a case has been opened. */
  #scenario = $state.raw<Scenario | null>(null);
  readonly #outcome: Played | Refusal | null = $derived.by(() => this.#scenario && play(this.#stage(), this.#scenario));

  constructor(stage: () => Stage, given: Scenario | undefined) {
    this.#stage = stage;
    if (given) this.#scenario = given;
  }

  get scenario(): Scenario | null {
    return this.#scenario;
  }

  /** The case as far as it has come; null when there is none. */
  get played(): Played | null {
    return this.#outcome === null || isRefusal(this.#outcome) ? null : this.#outcome;
  }

  /** Why a given case could not be opened. */
  get refusal(): Refusal | null {
    return this.#outcome !== null && isRefusal(this.#outcome) ? this.#outcome : null;
  }

  /** Opens a case; gives why not. */
  open(scenario: Scenario): Refusal | null {
    const outcome = play(this.#stage(), scenario);
    if (isRefusal(outcome)) return outcome;
    this.#scenario = scenario;
    return null;
  }

  close(): void {
    this.#scenario = null;
  }

  /** Lets somebody send an event; a refused one is not kept. */
  send(event: string, role: Role, answers?: Answers): Refusal | null {
    return this.#take({ event, as: role, ...(answers && { data: answers }) });
  }

  wait(period: string): Refusal | null {
    return this.#take({ wait: period });
  }

  tell(facts: NonNullable<ScenarioStep['facts']>): Refusal | null {
    return this.#take({ facts });
  }

  /** What an automation answers from the beginning; undefined: it never does. */
  answer(id: string, result: NonNullable<Scenario['results']>[string] | undefined): void {
    if (!this.#scenario) return;
    const { [id]: _, ...others } = this.#scenario.results ?? {};
    this.#scenario = { ...this.#scenario, results: result === undefined ? others : { ...others, [id]: result } };
  }

  /** Goes back to after so many steps. */
  backTo(steps: number): void {
    if (this.#scenario) this.#scenario = { ...this.#scenario, steps: this.#scenario.steps.slice(0, steps) };
  }

  /** The case as a scenario to keep; null when there is none. */
  kept(title: string): Scenario | null {
    return this.#scenario && this.played && scenarioOf(this.played, { ...this.#scenario, title });
  }

  #take(step: ScenarioStep): Refusal | null {
    if (!this.#scenario) return null;
    const next = { ...this.#scenario, steps: [...this.#scenario.steps, step] };
    const outcome = play(this.#stage(), next);
    const refusal = isRefusal(outcome) ? outcome : (outcome.moments.at(-1)?.refusal ?? null);
    if (!refusal) this.#scenario = next;
    return refusal;
  }
}

import { mayDecide } from '../access/delegation.ts';
import { rolesIn } from '../access/roles.ts';
import { runScenario } from '../case/run-scenario.ts';
import type { Rules } from '../case/rules.ts';
import { SimulatedCase, type SimulatedStep } from '../case/simulated-case.ts';
import { explored } from '../check/explored.ts';
import type { Goal } from '../check/goals.ts';
import { passagesOf, type Passage } from '../check/passage.ts';
import type { CaseType } from '../definition/case-type.ts';
import type { JsonObject } from '../definition/json.ts';
import type { Channel, Role, Scenario, ScenarioStep } from '../definition/types.ts';
import { PlatformError } from '../errors/platform-error.ts';
import { isRefusal } from '../errors/refusal.ts';
import { leavesOf } from '../flow/active.ts';
import { availableEvents } from '../flow/available-events.ts';
import { compile } from '../flow/compile.ts';
import { OPENING, type Exploration, type Move } from '../flow/explore.ts';
import { environmentOf } from '../flow/machine.ts';
import type { AvailableEvent, Definition, Outcome, Timer } from '../flow/model.ts';
import type { CaseData } from '../form/model.ts';
import { at } from '../form/pointer.ts';
import { daysBetween, stockholmDay } from '../time/day.ts';
import { Agenda } from './agenda.ts';
import { exampleAnswers, type ExampleAnswers } from './example-answers.ts';
import { rulesFor } from './made-up.ts';
import { markedDefinition, marksIn } from './marked.ts';

/** So many steps are tried for one example before it is given up. */
const MOST_TRIES = 1_500;
/** An answer that is not the first is a detour of so much, so that the ordinary is tried before the odd. */
const DETOUR = 0.4;
/** A Monday morning in June, as good as any. */
const NOW = '2026-06-15T09:00:00+02:00';
const HOUR = 3_600_000;

/**
 * Looks for a case that comes to a goal, by living cases through the real engine, forms and access rules along the ways
 * that the exploration says lead there, the shortest first. What it finds has been played once more as a scenario.
 * @returns undefined when none was found in so many tries. Pure.
 */
export function exampleFinder(caseType: CaseType): (goal: Goal, title: string) => Scenario | undefined {
  const plain = compile(caseType);
  const definition = markedDefinition(caseType);
  const rules = rulesFor(definition);
  const exploration = explored(caseType.flow);
  const answers = exampleAnswers(caseType);
  return (goal, title) => {
    const search = new Search({ caseType, definition, rules, exploration, goal, answers: answers(goal.given) });
    const scenario = search.run(title);
    return scenario && isTrue(rulesFor(plain), scenario, goal) ? scenario : undefined;
  };
}

function isTrue(rules: Rules, scenario: Scenario, { breaks = false }: Goal): boolean {
  const faults = runScenario(rules, scenario);
  return faults.length === 0 || (breaks && faults.every(({ pointer }) => pointer === '/steps'));
}

interface About {
  readonly caseType: CaseType;
  readonly definition: Definition;
  readonly rules: Rules;
  readonly exploration: Exploration;
  readonly goal: Goal;
  readonly answers: ExampleAnswers;
}

/** A case on its way, and how it came there. */
interface Life {
  /** Null when the engine broke off. */
  readonly simulated: SimulatedCase | null;
  readonly application: JsonObject;
  readonly channel: Channel;
  readonly steps: readonly ScenarioStep[];
  /** What each automation answers in this life; null is never. */
  readonly results: ReadonlyMap<string, Outcome | null>;
  readonly place: number;
  readonly stage: number;
  readonly cost: number;
  readonly arrived: boolean;
}

type Act =
  | { readonly kind: 'event'; readonly event: AvailableEvent; readonly role: Role; readonly given: JsonObject }
  | { readonly kind: 'timer'; readonly period: string }
  | { readonly kind: 'result'; readonly id: string; readonly outcome: Outcome }
  | { readonly kind: 'facts'; readonly facts: JsonObject };

interface Plan {
  readonly from: Life | null;
  readonly act: Act | { readonly kind: 'open'; readonly given: JsonObject };
  readonly detour: number;
}

class Search {
  readonly #about: About;
  readonly #agenda = new Agenda<Plan>();
  readonly #places: ReadonlyMap<string, number>;
  readonly #onward: ReadonlyMap<number, readonly Move[]>;
  readonly #passage: (move: Move) => Passage;
  readonly #distances: ReadonlyMap<string, number>;
  readonly #seen = new Set<string>();
  readonly #read: readonly string[];
  #tries = 0;
  #order = 0;

  constructor(about: About) {
    this.#about = about;
    const { configurations, moves, openings } = about.exploration;
    this.#places = new Map(configurations.map(({ leaves }, place) => [leaves.join(' '), place]));
    this.#onward = Map.groupBy([...openings, ...moves], ({ from }) => from);
    this.#passage = passagesOf(about.exploration);
    this.#distances = this.#measure();
    const { flow, settings, decisions } = about.caseType;
    this.#read = [...new Set(readsIn([flow, settings.conditions, settings.delays, decisions]))];
  }

  run(title: string): Scenario | undefined {
    const far = this.#far(OPENING, 0);
    if (far === Infinity) return undefined;
    this.#about.answers
      .given('application')
      .forEach((given, index) =>
        this.#plan({ from: null, act: { kind: 'open', given }, detour: index * DETOUR }, far + index * DETOUR)
      );
    for (let next = this.#agenda.take(); next && this.#tries < MOST_TRIES; next = this.#agenda.take()) {
      const { from, act, detour } = next.what;
      const cost = (from?.cost ?? 0) + 1 + detour;
      for (const led of act.kind === 'open' ? this.#open(act.given) : from ? this.#follow(from, act) : []) {
        const life = { ...led, cost };
        if (life.arrived) return this.#scenario(life, title);
        this.#planFor(life);
      }
    }
    return undefined;
  }

  /** Of equals the newest first, so that one way is followed to its end before the next. */
  #plan(plan: Plan, cost: number): void {
    this.#order += 1;
    if (cost < Infinity) this.#agenda.put(cost - this.#order * 1e-7, plan);
  }

  /** How many moves each configuration in each stage is from the goal, if every guard did as one likes. */
  #measure(): ReadonlyMap<string, number> {
    const { exploration, goal } = this.#about;
    const back = new Map<string, string[]>();
    const ends: string[] = [];
    for (const move of [...exploration.openings, ...exploration.moves])
      for (let stage = 0; stage < goal.stages.length; stage += 1) {
        const next = this.#advance(stage, this.#passage(move));
        if (next === null) continue;
        const from = `${move.from} ${stage}`;
        if (next === goal.stages.length) ends.push(from);
        else if (goal.breaks && next === goal.stages.length - 1) ends.push(from);
        const to = `${move.to} ${next}`;
        const known = back.get(to);
        if (known) known.push(from);
        else back.set(to, [from]);
      }
    const found = new Map(ends.map((place) => [place, 1]));
    for (let edge = [...found.keys()], distance = 2; edge.length > 0; distance += 1) {
      const next = new Set(edge.flatMap((place) => back.get(place) ?? []).filter((place) => !found.has(place)));
      next.forEach((place) => found.set(place, distance));
      edge = [...next];
    }
    return found;
  }

  #far(place: number, stage: number): number {
    const { goal } = this.#about;
    if (goal.breaks && stage === goal.stages.length - 1) return 1;
    return this.#distances.get(`${place} ${stage}`) ?? Infinity;
  }

  /** The stage after a step; null for a step that may not be on the way. */
  #advance(stage: number, passage: Passage): number | null {
    const { stages } = this.#about.goal;
    if (stages[stage]?.barred?.(passage)) return null;
    let next = stage;
    while (next < stages.length && stages[next]?.reached(passage)) next += 1;
    return next;
  }

  /** The nearest that a trigger can bring a case to the goal. */
  #nearest({ place, stage }: Life, kind: string, name?: string): number {
    const moves = this.#onward.get(place) ?? [];
    return moves.reduce((best, move) => {
      if (move.trigger?.kind !== kind || (name !== undefined && move.trigger.name !== name)) return best;
      const next = this.#advance(stage, this.#passage(move));
      return next === null
        ? best
        : Math.min(best, next === this.#about.goal.stages.length ? 0 : this.#far(move.to, next));
    }, Infinity);
  }

  *#open(given: JsonObject): Iterable<Life> {
    const { caseType, rules, answers } = this.#about;
    const now = new Date(NOW);
    const { channels } = caseType.settings;
    const channel: Channel = channels.includes('e-service') ? 'e-service' : (channels[0] ?? 'e-service');
    const env = environmentOf(caseType, { case: { today: stockholmDay(now), channel } });
    for (const application of answers.whole('application', given, env)) {
      const blank = { application, channel, steps: [], results: new Map(), place: OPENING, stage: 0, cost: 0 };
      const life = this.#lived(blank, (watch) => {
        const parties = caseType.settings.parties.map(({ role }) => role);
        const opened = SimulatedCase.open(
          { rules, now, results: {}, parties, isPlain: true, watch },
          { answers: application, channel }
        );
        return isRefusal(opened) ? null : opened;
      });
      if (life) return yield life;
    }
  }

  *#follow({ simulated, ...from }: Life, act: Act): Iterable<Life> {
    const { caseType, answers } = this.#about;
    if (!simulated) return;
    const results = unanswered(simulated, from.results);
    if (act.kind === 'event') {
      const { event, meta } = act.event;
      const env = environmentOf(caseType, simulated.record.state.data);
      for (const data of meta.form === undefined ? [{}] : answers.whole(meta.form, act.given, env)) {
        const step: ScenarioStep = { event, as: act.role, ...(meta.form !== undefined && { data }) };
        const life = this.#lived({ ...from, steps: [...from.steps, step], results }, (watch) => {
          const next = simulated.fork(watch);
          return next.send(event, act.role, data) ? null : next;
        });
        if (life) return yield life;
      }
      return;
    }
    const life = this.#lived(this.#toldOf(from, act, results), (watch) => {
      const next = simulated.fork(watch);
      if (act.kind === 'result') next.answer(act.id, act.outcome);
      else if (act.kind === 'facts') next.tell(act.facts);
      else next.wait(act.period);
      return next;
    });
    if (life) yield life;
  }

  /** An answer of an automation is no step of a scenario. */
  #toldOf(from: Told, act: Exclude<Act, { kind: 'event' }>, results: Life['results']): Told {
    if (act.kind === 'result') return { ...from, results: new Map(from.results).set(act.id, act.outcome) };
    const step = act.kind === 'facts' ? { facts: act.facts } : { wait: act.period };
    return { ...from, steps: [...from.steps, step], results };
  }

  /** A life after one more step; null for one that leads away, or was lived before. */
  #lived(before: Told, take: (watch: (step: SimulatedStep) => void) => SimulatedCase | null): Life | null {
    const { definition, goal, caseType } = this.#about;
    this.#tries += 1;
    let stage: number | null = before.stage;
    let place = before.place;
    let count = 0;
    const watch = ({ decision: { state, effects } }: SimulatedStep): void => {
      const leaves = leavesOf(definition, state).map(({ key }) => key);
      place = this.#places.get(leaves.join(' ')) ?? place;
      count += 1;
      if (stage === null || stage === goal.stages.length) return;
      stage = this.#advance(stage, { ...marksIn(effects), leaves, done: state.status === 'done' });
    };
    const simulated = this.#attempt(() => take(watch));
    if (simulated === 'broken') return { ...before, simulated: null, arrived: true };
    if (!simulated || stage === null || count === 0) return null;
    const { state } = simulated.record;
    const holds = goal.holds?.(environmentOf(caseType, state.data), state) !== false;
    const arrived = stage === goal.stages.length && holds;
    // Where what must hold does not, the case may come there again.
    const life = { ...before, simulated, place, stage: Math.min(stage, goal.stages.length - 1), arrived };
    return arrived || this.#isNew(life, simulated) ? life : null;
  }

  /** What goes round for ever the engine breaks off. */
  #attempt(take: () => SimulatedCase | null): SimulatedCase | null | 'broken' {
    try {
      return take();
    } catch (error) {
      if (error instanceof PlatformError) return this.#about.goal.breaks ? 'broken' : null;
      throw error;
    }
  }

  /** Cases alike in all that leads them are one. */
  #isNew({ stage, results }: Life, { record: { state } }: SimulatedCase): boolean {
    const { value, data, timers } = state;
    const read = this.#read.map((pointer) => at(data, pointer));
    const key = JSON.stringify([value, stage, [...results], timers.map(({ event }) => event), read]);
    if (this.#seen.has(key)) return false;
    this.#seen.add(key);
    return true;
  }

  #planFor(life: Life): void {
    const { simulated, results } = life;
    if (!simulated) return;
    const { definition } = this.#about;
    const { record } = simulated;
    const { waiting, timers, data } = record.state;
    const plan = (act: Act, far: number, detour = 0): void =>
      this.#plan({ from: life, act, detour }, life.cost + 1 + detour + far);
    for (const { id } of waiting) {
      const known = results.get(id);
      // What answers once in a scenario answers always, and at once.
      if (known) return plan({ kind: 'result', id, outcome: known }, this.#far(life.place, life.stage));
      if (known === null) continue;
      const outcomes = this.#outcomesOf(id);
      outcomes.forEach((outcome, index) =>
        plan(
          { kind: 'result', id, outcome },
          this.#nearest(life, 'error' in outcome ? 'failure' : 'result', id),
          index * DETOUR
        )
      );
    }
    const [timer] = timers;
    if (timer) plan({ kind: 'timer', period: periodUntil(simulated.now, timer) }, this.#nearest(life, 'timer'));
    const told = toldIn(data);
    if (told) plan({ kind: 'facts', facts: told }, this.#far(life.place, life.stage));
    for (const event of availableEvents(definition, record.state)) {
      const role = roleFor(simulated, event);
      const far = this.#nearest(life, 'event', event.event);
      if (!role || far === Infinity) continue;
      const { form } = event.meta;
      const given = form === undefined ? [{}] : this.#about.answers.given(form);
      given.forEach((one, index) => plan({ kind: 'event', event, role, given: one }, far, index * DETOUR));
    }
  }

  #outcomesOf(id: string): Outcome[] {
    const { scenarios } = this.#about.caseType;
    const told = Object.values(scenarios).flatMap(({ results }): Outcome[] => {
      const output: unknown = results?.[id]?.output;
      return output === undefined ? [] : [{ output: JSON.parse(JSON.stringify(output)) }];
    });
    const distinct = [...new Map(told.map((outcome) => [JSON.stringify(outcome), outcome])).values()];
    return [...distinct.slice(0, 3), ...(told.length === 0 ? [{ output: {} }] : []), { error: 'unreachable' }];
  }

  #scenario({ application, channel, steps, results, simulated }: Life, title: string): Scenario {
    const { definition } = this.#about;
    const expect = simulated && { states: leavesOf(definition, simulated.record.state).map(({ key }) => key) };
    const answered = [...results].flatMap(([id, outcome]) => (outcome ? [[id, outcome] as const] : []));
    const last = steps.at(-1) ?? {};
    return {
      title,
      now: NOW,
      channel,
      application,
      ...(answered.length > 0 && { results: Object.fromEntries(answered) }),
      steps: [...steps.slice(0, -1), { ...last, ...(expect && { expect }) }]
    };
  }
}

/** A life before its next step is taken. */
type Told = Omit<Life, 'simulated' | 'arrived'>;

/** What is waited for and was not answered never will be: a scenario's automations answer at once, or not at all. */
const unanswered = ({ record }: SimulatedCase, results: Life['results']): Life['results'] =>
  new Map([...record.state.waiting.map(({ id }) => [id, null] as const), ...results]);

/** What becomes known outside the flow: the parts get the beslut, those who are asked to sign do. */
function toldIn(data: CaseData): JsonObject | undefined {
  const [decidedOn, receivedOn, signatures, today] = ['decidedOn', 'receivedOn', 'signatures', 'today'].map((fact) =>
    at(data, `/case/${fact}`)
  );
  if (signatures === 'waiting') return { signatures: 'all' };
  return typeof decidedOn === 'string' && (receivedOn ?? null) === null
    ? { receivedOn: today ?? decidedOn }
    : undefined;
}

/** The role in which an event is sent: one that somebody has in the case, and that may decide it. */
function roleFor(simulated: SimulatedCase, { meta, roles }: AvailableEvent): Role | undefined {
  const { record } = simulated;
  return roles.find((role) => {
    const actor = simulated.actor(role);
    return rolesIn(actor, record).includes(role) && (!meta.beslut || mayDecide(actor, record, meta.beslut));
  });
}

function periodUntil(now: Date, { at: instant, lastDay }: Timer): string {
  const hours = Math.ceil((Date.parse(instant) - now.getTime()) / HOUR);
  return lastDay === null ? `PT${hours}H` : `P${daysBetween(stockholmDay(now), stockholmDay(new Date(instant)))}D`;
}

/** Every place of a case that its flow reads, as written in it. */
function readsIn(node: unknown): string[] {
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([key, value]) =>
    ['field', 'list', 'from', 'before'].includes(key) && typeof value === 'string' && value.startsWith('/')
      ? [value]
      : readsIn(value)
  );
}

import { allowed } from '../access/allowed.ts';
import type { JsonObject } from '../definition/json.ts';
import type { Role, Scenario } from '../definition/types.ts';
import { PlatformError } from '../errors/platform-error.ts';
import { isRefusal } from '../errors/refusal.ts';
import { availableEvents } from '../flow/available-events.ts';
import { environmentOf } from '../flow/machine.ts';
import type { AvailableEvent, Outcome } from '../flow/model.ts';
import type { Answers } from '../form/model.ts';
import type { Rules } from '../case/rules.ts';
import { SimulatedCase } from '../case/simulated-case.ts';
import { variedAnswers } from './plausible.ts';

/** One step on the way to a state, as a test can take it too. */
export type WayStep =
  | { readonly kind: 'event'; readonly event: string; readonly role: Role; readonly answers: Answers }
  /** Time passes until the next timer has fired. */
  | { readonly kind: 'timer' }
  | { readonly kind: 'wait'; readonly period: string }
  | { readonly kind: 'result'; readonly id: string; readonly outcome: Outcome }
  | { readonly kind: 'facts'; readonly facts: JsonObject };

/** A state that a case of the type comes to, and how. */
export interface Reached {
  readonly opening: { readonly channel: string; readonly answers: Answers; readonly now: string };
  readonly way: readonly WayStep[];
  readonly simulated: SimulatedCase;
}

/** Cases that rest in the same states may differ in fields and running clocks; so many of them are followed: one is too few to
 * find the ways that a second visit or a passed reminder opens. */
const MOST_ALIKE = 2;
const MOST_REACHED = 600;

/**
 * Cases in every state that plausible lives lead to: what the scenarios live, and from there every event with the
 * scenarios' answers and with varied ones, every timer, and every automation that succeeds or fails.
 */
export function reachable(rules: Rules): Reached[] {
  const lives = Object.values(rules.definition.caseType.scenarios).flatMap((scenario) => liveOf(rules, scenario));
  const alike = new Map<string, Set<string>>();
  const isNew = ({ simulated }: Reached): boolean => {
    const { value, data, timers } = simulated.record.state;
    const kept = alike.get(JSON.stringify(value)) ?? new Set();
    alike.set(JSON.stringify(value), kept);
    const likeness = JSON.stringify([data['fields'], timers.map(({ event }) => event).sort()]);
    return kept.size < MOST_ALIKE && !kept.has(likeness) && kept.add(likeness) !== undefined;
  };
  const found = lives.filter(isNew);
  for (let place = 0; place < found.length && found.length < MOST_REACHED; place += 1) {
    const from = found[place];
    if (from) found.push(...nextOf(rules, from).filter(isNew));
  }
  return found;
}

/** One case of each combination of states. */
export function oneOfEach(reached: readonly Reached[]): Reached[] {
  const first = new Map<string, Reached>();
  for (const one of reached) {
    const key = JSON.stringify(one.simulated.record.state.value);
    if (!first.has(key)) first.set(key, one);
  }
  return [...first.values()];
}

/** Every state that a scenario passes, the opening first. */
function liveOf(rules: Rules, scenario: Scenario): Reached[] {
  const { application, channel, now, results = {} } = scenario;
  const answers = json(application);
  const options = { rules, now: new Date(now), results: {}, parties: ['party', 'ombud'] } as const;
  const opened = SimulatedCase.open(options, { answers, channel });
  if (isRefusal(opened)) return [];
  const states: Reached[] = [{ opening: { channel, answers, now }, way: [], simulated: opened }];
  const go = (step: WayStep): void => {
    const last = states.at(-1);
    const next = last && led(last, step);
    if (next) states.push(next);
  };
  const answer = (): void => {
    const { waiting = [] } = states.at(-1)?.simulated.record.state ?? {};
    for (const { id } of waiting) {
      const { output, error } = json(results[id] ?? {});
      if (typeof error === 'string') go({ kind: 'result', id, outcome: { error } });
      else if (output !== undefined) go({ kind: 'result', id, outcome: { output } });
    }
  };
  answer();
  for (const { event, as: role, data = {}, wait: period, facts } of scenario.steps) {
    if (event !== undefined && role) go({ kind: 'event', event, role, answers: json(data) });
    if (period !== undefined) go({ kind: 'wait', period });
    if (facts) go({ kind: 'facts', facts: json(facts) });
    answer();
  }
  return states;
}

/** Where one step leads from a state; nothing when it was refused or nothing came of it. */
function led({ opening, way, simulated }: Reached, step: WayStep): Reached | null {
  const next = simulated.fork();
  return take(next, step) ? { opening, way: [...way, step], simulated: next } : null;
}

function nextOf(rules: Rules, from: Reached): Reached[] {
  const { simulated } = from;
  const steps: WayStep[] = [
    ...availableEvents(rules.definition, simulated.record.state).flatMap((event) =>
      eventSteps(rules, simulated, event)
    ),
    ...simulated.record.state.waiting.flatMap(({ id }): WayStep[] => [
      ...resultsIn(rules, id).map((outcome): WayStep => ({ kind: 'result', id, outcome })),
      { kind: 'result', id, outcome: { error: 'unreachable' } }
    ]),
    { kind: 'timer' },
    ...receiptSteps(simulated)
  ];
  return steps.flatMap((step) => led(from, step) ?? []);
}

/** Takes one step; false when it was refused or nothing came of it. */
export function take(simulated: SimulatedCase, step: WayStep): boolean {
  const { seq } = simulated.record;
  if (step.kind === 'event' && simulated.send(step.event, step.role, step.answers)) return false;
  if (step.kind === 'result') simulated.answer(step.id, step.outcome);
  if (step.kind === 'facts') simulated.tell(step.facts);
  if (step.kind === 'timer') simulated.waitForTimer();
  if (step.kind === 'wait') simulated.wait(step.period);
  return step.kind === 'wait' || simulated.record.seq > seq;
}

function eventSteps(rules: Rules, simulated: SimulatedCase, { event, roles, meta }: AvailableEvent): WayStep[] {
  const { definition } = rules;
  const role = roles.find((held) =>
    allowed(definition, simulated.record, simulated.actor(held)).some((one) => one.event === event)
  );
  if (!role) return [];
  const given =
    meta.form === undefined
      ? [{}]
      : [...answersIn(definition.caseType.scenarios, event), ...varied(rules, simulated, meta.form)];
  return given.map((answers) => ({ kind: 'event', event, role, answers }));
}

function varied({ definition }: Rules, simulated: SimulatedCase, key: string): Answers[] {
  const form = definition.caseType.forms[key];
  if (!form) throw new PlatformError('form.not_found', { form: key });
  return variedAnswers({ form, key, env: environmentOf(definition.caseType, simulated.record.state.data) });
}

const answersIn = (scenarios: Readonly<Record<string, Scenario>>, event: string): Answers[] =>
  Object.values(scenarios).flatMap(({ steps }) =>
    steps.flatMap((step) => (step.event === event ? [json(step.data ?? {})] : []))
  );

const resultsIn = ({ definition }: Rules, id: string): Outcome[] => [
  { output: {} },
  ...Object.values(definition.caseType.scenarios).flatMap(({ results }) => {
    const result = json(results?.[id] ?? {})['output'];
    return result === undefined ? [] : [{ output: result }];
  })
];

/** The parts get a beslut the day it is made. */
function receiptSteps({ record }: SimulatedCase): WayStep[] {
  const facts = record.state.data['case'];
  const decidedOn =
    typeof facts === 'object' && facts !== null && !Array.isArray(facts) ? facts['decidedOn'] : undefined;
  return decidedOn === undefined ? [] : [{ kind: 'facts', facts: { receivedOn: decidedOn } }];
}

const json = (value: object): JsonObject => JSON.parse(JSON.stringify(value));

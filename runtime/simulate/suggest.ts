import { allReads } from '../check/reads.ts';
import { SimulatedCase } from '../case/simulated-case.ts';
import type { JsonObject } from '../definition/json.ts';
import type { Channel, Role, Scenario, ScenarioStep } from '../definition/types.ts';
import { isRefusal } from '../errors/refusal.ts';
import { environmentOf } from '../flow/machine.ts';
import type { AvailableEvent } from '../flow/model.ts';
import { compileForm } from '../form/compile-form.ts';
import { generateAnswers } from '../form/generate/generate-answers.ts';
import type { Answers, Environment } from '../form/model.ts';
import { optionsOf } from '../form/options.ts';
import { at, put } from '../form/pointer.ts';
import { stockholmDay } from '../time/day.ts';
import { allBranches, marksIn } from './marked.ts';
import { eventsOf, outcomesOf, play, untilNext, type Stage } from './play.ts';

/** How much of a flow some scenarios go through. */
export interface Coverage {
  /** JSON Pointers into `flow.json` of every branch, in document order. */
  readonly branches: readonly string[];
  /** Those that no scenario takes. */
  readonly untaken: readonly string[];
  /** The share that is taken, from 0 to 1; 1 of a flow without branches. */
  readonly share: number;
}

/** Which branches the scenarios of a case type take. Pure. */
export function coverageOf(stage: Stage, scenarios: readonly Scenario[]): Coverage {
  const taken = new Set<string>();
  for (const scenario of scenarios) {
    const played = play(stage, scenario);
    if (!isRefusal(played)) for (const { passed } of played.moments) for (const pointer of passed) taken.add(pointer);
  }
  const branches = allBranches(stage.definition.caseType.flow).map(({ pointer }) => pointer);
  const untaken = branches.filter((pointer) => !taken.has(pointer));
  return { branches, untaken, share: branches.length === 0 ? 1 : 1 - untaken.length / branches.length };
}

/** A case that takes a branch that no scenario takes. */
export interface Suggestion {
  readonly branch: string;
  readonly scenario: Scenario;
}

/** A case on its way, and the scenario that it so far is. */
interface Life {
  readonly scenario: Scenario;
  readonly simulated: SimulatedCase;
}

/** Cases that rest in the same states, where the same can happen, may differ in what they hold: so many of them are led further. */
const MOST_ALIKE = 3;
const MOST_LIVES = 900;
const MOST_STEPS = 60;

/**
 * The shortest way found to each branch that is wished for: made-up answers, every choice in them, every role, every clock, every
 * automation that succeeds, fails or never answers. A branch that only rare data opens may be missing. Pure.
 */
export function suggestScenarios(stage: Stage, wanted: readonly string[], now: Date): Suggestion[] {
  const left = new Set(wanted);
  const alike = new Map<string, Set<string>>();
  const found: Suggestion[] = [];
  const queue: Life[] = [];
  const arrive = (life: Life): void => {
    const { branches } = marksIn(life.simulated.takeEffects());
    for (const branch of branches) if (left.delete(branch)) found.push({ branch, scenario: life.scenario });
    const { state } = life.simulated.record;
    if (life.scenario.steps.length === 0) return void begin(life);
    const offered = eventsOf(stage.definition, life.simulated).map(({ event }) => event.event);
    const key = JSON.stringify([state.value, life.scenario.results, [...new Set(offered)]]);
    const kept = alike.get(key) ?? new Set();
    alike.set(key, kept);
    const likeness = JSON.stringify([state.data['fields'], state.timers.map(({ event }) => event).sort()]);
    if (kept.size >= MOST_ALIKE || kept.has(likeness) || queue.length >= MOST_LIVES) return;
    kept.add(likeness);
    queue.push(life);
  };
  const decides = decidingAnswers(stage);
  const begun = new Set<string>();
  /** Applications that differ in nothing that the flow asks about go the same ways. */
  const begin = (life: Life): void => {
    const { data } = life.simulated.record.state;
    const likeness = JSON.stringify([life.scenario.results, decides.map((pointer) => at(data, pointer) ?? null)]);
    if (begun.has(likeness) || queue.length >= MOST_LIVES) return;
    begun.add(likeness);
    queue.push(life);
  };
  for (const life of beginnings(stage, now)) arrive(life);
  for (let place = 0; place < queue.length && left.size > 0; place += 1) {
    const life = queue[place];
    if (life && life.scenario.steps.length < MOST_STEPS)
      for (const step of nextSteps(stage, life)) {
        const next = led(life, step);
        if (next) arrive(next);
      }
  }
  return found;
}

/** What the flow's conditions read of the application and of how it came. */
const decidingAnswers = ({ definition }: Stage): string[] => {
  const reads = allReads(definition.caseType).filter(({ pointer }) =>
    /^\/(flow|settings\/conditions|decisions)/.test(pointer)
  );
  const fields = reads.flatMap(({ field = '' }) => (/^\/(application|case\/channel)/.test(field) ? [field] : []));
  return [...new Set(fields)];
};

function beginnings(stage: Stage, now: Date): Life[] {
  const { definition } = stage;
  const { channels } = definition.caseType.settings;
  const channel: Channel = channels.includes('e-service') ? 'e-service' : (channels[0] ?? 'e-service');
  const known = Object.values(definition.caseType.scenarios);
  const env = environmentOf(definition.caseType, { case: { today: stockholmDay(now), channel } });
  const made = variedAnswers(stage, 'application', env);
  const applications = [
    ...known.map((scenario) => ({ channel: scenario.channel, application: json(scenario.application) })),
    ...made.map((application) => ({ channel, application }))
  ];
  const plain = Object.assign({}, ...known.map(({ results }) => results ?? {}));
  const ids = [...definition.automations.keys()];
  const all = Object.fromEntries(ids.map((id) => [id, plain[id] ?? { output: {} }]));
  const answers = [all, ...ids.map((id) => ({ ...all, [id]: { error: 'unreachable' } })), {}];
  return answers.flatMap((results) =>
    applications.flatMap(({ channel: by, application }) => {
      const scenario: Scenario = { title: '-', now: now.toISOString(), channel: by, application, results, steps: [] };
      const simulated = SimulatedCase.open(
        { rules: stage.rules, now, results: outcomesOf(scenario), parties: [], isPlain: true },
        { answers: application, channel: by }
      );
      return isRefusal(simulated) ? [] : [{ scenario, simulated }];
    })
  );
}

function led({ scenario, simulated }: Life, step: ScenarioStep): Life | undefined {
  const next = simulated.fork();
  const { seq } = next.record;
  if (step.wait !== undefined) next.wait(step.wait);
  if (step.facts) next.tell(json(step.facts));
  if (step.event !== undefined && step.as !== undefined && next.send(step.event, step.as, json(step.data ?? {})))
    return undefined;
  return next.record.seq === seq
    ? undefined
    : { scenario: { ...scenario, steps: [...scenario.steps, step] }, simulated: next };
}

function nextSteps(stage: Stage, { simulated }: Life): ScenarioStep[] {
  const { record, now } = simulated;
  const wait = untilNext({ record, now });
  const decidedOn = at(record.state.data, '/case/decidedOn');
  const isTold = (at(record.state.data, '/case/receivedOn') ?? null) !== null;
  const first = new Map<string, { role: Role; event: AvailableEvent }>();
  for (const { role, event } of eventsOf(stage.definition, simulated))
    if (!first.has(event.event) && stands(simulated, role)) first.set(event.event, { role, event });
  return [
    ...[...first.values()].flatMap(({ role, event }) => eventSteps(stage, simulated, { role, event })),
    ...(wait === undefined ? [] : [{ wait }]),
    ...(typeof decidedOn === 'string' && !isTold ? [{ facts: { receivedOn: decidedOn } }] : [])
  ];
}

/** Somebody in that role is in the case from the first day: a scenario that speaks of others would have begun otherwise. */
const stands = ({ record }: SimulatedCase, role: Role): boolean =>
  (role !== 'party' && role !== 'ombud') || record.parties.some((party) => party.role === role);

function eventSteps(
  stage: Stage,
  { record, now }: SimulatedCase,
  { role, event: { event, meta } }: { role: Role; event: AvailableEvent }
): ScenarioStep[] {
  if (meta.form === undefined) return [{ event, as: role }];
  const env = environmentOf(stage.definition.caseType, record.state.data);
  const came = arrivedIn(meta.form, meta.arrived?.on);
  return variedAnswers(stage, meta.form, env).map((data) => ({
    ...{ event, as: role },
    data: came === undefined ? data : put(data, came, stockholmDay(now))
  }));
}

/** What is registered cannot have come later than today. The pointer of the day from the answers of the event's form. */
const arrivedIn = (form: string, on = ''): string | undefined =>
  on.startsWith(`/${form}/`) ? on.slice(form.length + 1) : undefined;

const SEED = 1;

/** Made-up answers, and for each choice in them the answers with one of the others taken. */
function variedAnswers({ definition }: Stage, key: string, env: Environment): Answers[] {
  const { forms, texts } = definition.caseType;
  const form = forms[key];
  if (!form) return [];
  const label = (id: string) => texts.sv[`form.${key}.${id}.label`];
  const given = (own: Answers) =>
    generateAnswers(form, key, env, { seed: SEED, style: 'believable', label, given: own }) ?? [];
  const choices = compileForm(form).fields.flatMap(({ schema, template }) =>
    (schema.type === 'boolean' ? [true, false] : optionsOf(schema, form.schema)).map((option) =>
      put({}, template, option)
    )
  );
  return [given({}), ...choices.map(given)].flat();
}

const json = (value: object): JsonObject => JSON.parse(JSON.stringify(value));

/** As few of the suggestions as take all that is new: the longest first, since it takes what is on its way too. Pure. */
export function fewest(stage: Stage, suggestions: readonly Suggestion[]): Suggestion[] {
  const left = new Set(suggestions.map(({ branch }) => branch));
  return suggestions
    .toSorted((a, b) => b.scenario.steps.length - a.scenario.steps.length)
    .filter(({ branch, scenario }) => {
      const played = left.has(branch) && play(stage, scenario);
      if (!played || isRefusal(played)) return false;
      for (const { passed } of played.moments) for (const pointer of passed) left.delete(pointer);
      return true;
    });
}

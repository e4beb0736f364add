import { allowed, isOpen } from '../access/allowed.ts';
import type { CaseRecord } from '../access/model.ts';
import { rolesIn } from '../access/roles.ts';
import type { Rules, Validate } from '../case/rules.ts';
import { SimulatedCase } from '../case/simulated-case.ts';
import type { CaseType } from '../definition/case-type.ts';
import type { JsonObject } from '../definition/json.ts';
import type { Role, Scenario, ScenarioStep } from '../definition/types.ts';
import { PlatformError } from '../errors/platform-error.ts';
import { isRefusal, type Refusal } from '../errors/refusal.ts';
import { leavesOf } from '../flow/active.ts';
import { availableEvents } from '../flow/available-events.ts';
import type { AvailableEvent, Definition, Effect, Outcome } from '../flow/model.ts';
import { phaseLine, type PhaseStop } from '../flow/phase-line.ts';
import { statusOf, type FlowStatus } from '../flow/status.ts';
import { compileForm } from '../form/compile-form.ts';
import { faultsOf } from '../form/faults.ts';
import { project } from '../form/project.ts';
import { daysBetween, stockholmDay } from '../time/day.ts';
import { isMark, markedDefinition, marksIn } from './marked.ts';

/** A case type that cases are played in. */
export interface Stage {
  readonly definition: Definition;
  readonly rules: Rules;
}

/** What one step of a played case led to. */
export interface Moment {
  /** The step of the scenario; null for the opening. */
  readonly step: ScenarioStep | null;
  readonly at: Date;
  /** Why it was not carried out. */
  readonly refusal: Refusal | null;
  /** The states that the case then rests in. */
  readonly states: readonly string[];
  /** JSON Pointers into `flow.json` of what was passed. */
  readonly passed: readonly string[];
  /** What came out: mail, documents and all else that the platform then does. */
  readonly effects: readonly Effect[];
}

/** A case as far as it has been played. */
export interface Played {
  readonly moments: readonly Moment[];
  readonly record: CaseRecord;
  readonly now: Date;
  readonly status: FlowStatus;
  readonly phases: readonly PhaseStop[];
  /** What each role may send now. */
  readonly events: readonly { readonly role: Role; readonly event: AvailableEvent }[];
}

/** Makes a case type ready to be played in a browser. Throws on one that the check refuses. */
export function stageOf(caseType: CaseType): Stage {
  const definition = markedDefinition(caseType);
  return { definition, rules: { definition, validate: withoutSchema(caseType) } };
}

/** What is required is asked for, and what a kind of field can tell is told; what only the schema says is left to the server, which has ajv. */
const withoutSchema =
  ({ forms }: CaseType): Validate =>
  (key, answers, env) => {
    const form = forms[key];
    if (!form) throw new PlatformError('form.not_found', { form: key });
    const projection = project(form, key, answers, env);
    const { taken } = env;
    const faults = faultsOf(compileForm(form), { projection, ...(taken && { taken }) }, []);
    return { answers: projection.answers, faults, projection };
  };

/**
 * Plays a case as a scenario has it, step by step. What its steps expect is not looked at: a refused step is told and the case goes on.
 * Pure: the same scenario gives the same case. @returns a refusal when it cannot even be opened.
 */
export function play({ rules, definition }: Stage, scenario: Scenario): Played | Refusal {
  const simulated = SimulatedCase.open(
    {
      rules,
      now: new Date(scenario.now),
      results: outcomesOf(scenario),
      parties: scenario.steps.flatMap((step) => step.as ?? [])
    },
    { answers: json(scenario.application), channel: scenario.channel }
  );
  if (isRefusal(simulated)) return simulated;
  const visited = new Set<string>();
  const momentAfter = (step: ScenarioStep | null, refusal: Refusal | null): Moment => {
    const effects = simulated.takeEffects();
    const { states, branches } = marksIn(effects);
    for (const key of states) visited.add(key);
    return {
      step,
      at: simulated.now,
      refusal,
      states: leavesOf(definition, simulated.record.state).map(({ key }) => key),
      passed: [...branches, ...states.flatMap((key) => definition.nodes.get(key)?.pointer ?? [])],
      effects: effects.filter((effect) => !isMark(effect))
    };
  };
  const moments = [momentAfter(null, null)];
  for (const step of scenario.steps) moments.push(momentAfter(step, act(simulated, step)));
  const { record, now } = simulated;
  return {
    moments,
    record,
    now,
    status: statusOf(definition, record.state),
    phases: phaseLine(definition, record.state, visited),
    events: eventsOf(definition, simulated)
  };
}

/** Time passes first, and what was known does not hinder it. */
function act(simulated: SimulatedCase, { event, as, data, wait, facts }: ScenarioStep): Refusal | null {
  if (wait !== undefined) simulated.wait(wait);
  if (facts !== undefined) simulated.tell(json(facts));
  return event !== undefined && as !== undefined ? simulated.send(event, as, json(data ?? {})) : null;
}

/** Each event once for each of its roles. A party that no step has spoken of yet may still come: it stands there from the first day then. */
export function eventsOf(definition: Definition, simulated: SimulatedCase): Played['events'] {
  const { record } = simulated;
  if (!isOpen(record.legalState)) return [];
  const { parties } = definition.caseType.settings;
  const isAbsent = (role: Role): boolean =>
    parties.some((party) => party.role === role) && !record.parties.some((party) => party.role === role);
  const maySend = (role: Role, event: string): boolean => {
    const actor = simulated.actor(role);
    return (
      rolesIn(actor, record).includes(role) && allowed(definition, record, actor).some((one) => one.event === event)
    );
  };
  return availableEvents(definition, record.state).flatMap((event) =>
    event.roles.filter((role) => isAbsent(role) || maySend(role, event.event)).map((role) => ({ role, event }))
  );
}

/** How long to wait until the next clock has run out, as a scenario says it; undefined when none runs. */
export function untilNext({ record, now }: Pick<Played, 'record' | 'now'>): string | undefined {
  const [timer] = record.state.timers;
  if (!timer) return undefined;
  const at = new Date(timer.at);
  const days = daysBetween(stockholmDay(now), stockholmDay(at));
  return days > 0 ? `P${days}D` : `PT${Math.max(1, Math.ceil((at.getTime() - now.getTime()) / 3_600_000))}H`;
}

/**
 * A played case as a scenario of the format: what the last step led to is what is expected from then on, so that the check
 * tells when a change of the flow leads elsewhere.
 */
export function scenarioOf(played: Played, scenario: Scenario): Scenario {
  const steps = scenario.steps.map((step, index): ScenarioStep => {
    const moment = played.moments[index + 1];
    const refused = moment?.refusal?.refused;
    return { ...step, expect: { ...(refused ? { refused } : {}), states: [...(moment?.states ?? [])] } };
  });
  const opened: ScenarioStep = { expect: { states: [...(played.moments[0]?.states ?? [])] } };
  return { ...scenario, steps: steps.length > 0 ? steps : [opened] };
}

/** What each automation answers. */
export const outcomesOf = ({ results = {} }: Scenario): Record<string, Outcome> =>
  Object.fromEntries(
    Object.entries(results).map(([id, { output, error }]): [string, Outcome] => [
      id,
      error === undefined ? { output: json({ output })['output'] ?? null } : { error }
    ])
  );

/** What the schema leaves open is JSON: it was parsed from a file. */
const json = (value: object): JsonObject => JSON.parse(JSON.stringify(value));

import canonicalize from 'canonicalize';
import { allowed } from '../access/allowed.ts';
import { isRole } from '../access/roles.ts';
import type { Json, JsonObject } from '../definition/json.ts';
import type { Role, Scenario, ScenarioExpectation, ScenarioStep } from '../definition/types.ts';
import { PlatformError } from '../errors/platform-error.ts';
import { isRefusal, type Refusal } from '../errors/refusal.ts';
import { leavesOf } from '../flow/active.ts';
import type { Outcome } from '../flow/model.ts';
import { statusOf } from '../flow/status.ts';
import { at } from '../form/pointer.ts';
import type { Rules } from './rules.ts';
import { SimulatedCase, type SimulationOptions } from './simulated-case.ts';

/** Where a scenario did not come true. */
export interface ScenarioFault {
  /** JSON Pointer into the scenario, as `/steps/3/expect/states`. */
  readonly pointer: string;
  readonly expected: Json;
  readonly actual: Json;
}

/**
 * Lives one scenario of a case type through the real engine, form validation and access rules, with faked automations.
 * The first step that does not come true ends it, since what follows would only repeat it.
 * @returns nothing when all came true.
 */
export function runScenario(
  rules: Rules,
  scenario: Scenario,
  watch?: NonNullable<SimulationOptions['watch']>
): ScenarioFault[] {
  try {
    return live(rules, scenario, watch);
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    return [{ pointer: '/steps', expected: null, actual: { error: error.code } }];
  }
}

function live(rules: Rules, scenario: Scenario, watch: SimulationOptions['watch']): ScenarioFault[] {
  const options = {
    ...{ rules, now: new Date(scenario.now), results: resultsOf(scenario), parties: rolesOf(scenario) },
    ...(watch && { watch })
  };
  const simulated = SimulatedCase.open(options, { answers: json(scenario.application), channel: scenario.channel });
  if (isRefusal(simulated)) return [{ pointer: '/application', expected: null, actual: plain(simulated) }];
  for (const [index, step] of scenario.steps.entries()) {
    if (acts(step)) simulated.takeEffects();
    const refusal = act(simulated, step);
    const faults = compare({ simulated, rules, refusal }, step.expect ?? {}, `/steps/${index}/expect`);
    if (faults.length > 0) return faults;
  }
  return [];
}

/** The first look is at what the opening did. */
const acts = ({ event, wait, facts }: ScenarioStep): boolean =>
  event !== undefined || wait !== undefined || facts !== undefined;

function act(simulated: SimulatedCase, { event, as, data, wait, facts }: ScenarioStep): Refusal | null {
  if (wait !== undefined) simulated.wait(wait);
  if (facts !== undefined) simulated.tell(json(facts));
  return event !== undefined && as !== undefined ? simulated.send(event, as, json(data ?? {})) : null;
}

interface Seen {
  readonly simulated: SimulatedCase;
  readonly rules: Rules;
  readonly refusal: Refusal | null;
}

function compare(seen: Seen, expected: ScenarioExpectation, pointer: string): ScenarioFault[] {
  const { simulated, rules, refusal } = seen;
  const { definition } = rules;
  const { record } = simulated;
  const { state } = record;
  const fault = (key: string, wanted: Json, actual: Json): ScenarioFault[] =>
    same(wanted, actual) ? [] : [{ pointer: `${pointer}/${key}`, expected: wanted, actual }];
  const events = (role: Role): Json =>
    allowed(definition, record, simulated.actor(role))
      .map(({ event }) => event)
      .sort();
  return [
    ...((refusal?.refused ?? null) === (expected.refused ?? null)
      ? []
      : [
          { pointer: `${pointer}/refused`, expected: expected.refused ?? null, actual: refusal ? plain(refusal) : null }
        ]),
    ...(expected.states
      ? fault(
          'states',
          expected.states.toSorted(),
          leavesOf(definition, state)
            .map(({ key }) => key)
            .sort()
        )
      : []),
    ...(expected.status ? fault('status', expected.status, state.status) : []),
    ...(expected.effects ? fault('effects', expected.effects, actionsOf(simulated)) : []),
    ...Object.entries(json(expected.data ?? {})).flatMap(([place, value]) =>
      fault(`data/${place.replaceAll('~', '~0').replaceAll('/', '~1')}`, value, at(state.data, place) ?? null)
    ),
    ...Object.entries(expected.allowed ?? {}).flatMap(([role, list]) =>
      isRole(role) ? fault(`allowed/${role}`, list.toSorted(), events(role)) : []
    ),
    ...(expected.deadline
      ? fault('deadline', expected.deadline, statusOf(definition, state).deadline?.lastDay ?? null)
      : [])
  ];
}

/** Nearly always they are written alike too, which is sooner seen. */
const same = (one: Json, other: Json): boolean =>
  JSON.stringify(one) === JSON.stringify(other) || canonicalize(one) === canonicalize(other);

/** What was done since the last step; that an automation was started shows in where the case waits. */
const actionsOf = (simulated: SimulatedCase): string[] =>
  simulated
    .takeEffects()
    .map(({ type }) => type)
    .filter((type) => type !== 'invoke');

const resultsOf = ({ results = {} }: Scenario): Record<string, Outcome> =>
  Object.fromEntries(
    Object.entries(results).map(([id, { output, error }]): [string, Outcome] => [
      id,
      error === undefined ? { output: json({ output })['output'] ?? null } : { error }
    ])
  );

/** The roles that the scenario speaks of: they stand in the case from its first day. */
const rolesOf = ({ steps }: Scenario): Role[] =>
  steps.flatMap(({ as, expect }) => [...(as ? [as] : []), ...Object.keys(expect?.allowed ?? {}).filter(isRole)]);

const plain = (refusal: Refusal): JsonObject => json(refusal);

/** What the schema leaves open is JSON: it was parsed from a file. */
const json = (value: object): JsonObject => JSON.parse(JSON.stringify(value));

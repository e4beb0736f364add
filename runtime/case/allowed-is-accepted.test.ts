import { describe, expect, it } from 'vitest';
import { allowed } from '../access/allowed.ts';
import { isRole, STAFF_ROLES } from '../access/roles.ts';
import type { Role } from '../definition/types.ts';
import { isRefusal } from '../errors/refusal.ts';
import { leavesOf } from '../flow/active.ts';
import { AUTOMATIONS } from '../flow/catalogue.ts';
import { compile } from '../flow/compile.ts';
import { explore, type Configuration } from '../flow/explore.ts';
import type { Definition } from '../flow/model.ts';
import { branchesOf, statesOf } from '../flow/walk.ts';
import { workedExample } from '../testing/case-types.ts';
import { oneOfEach, reachable } from '../testing/reachable.ts';
import { shippedCaseTypes } from '../testing/shipped.ts';
import { decide } from './decide.ts';
import { rulesOf } from './rules.server.ts';

const ROLES: readonly Role[] = ['applicant', 'party', 'ombud', 'anyone', 'system', ...STAFF_ROLES].filter(isRole);

/** A state whose automation ends inside the step is passed, never rested in. */
const isPassed = ({ nodes }: Definition, { leaves }: Configuration): boolean =>
  leaves.some((key) => {
    const invoke = nodes.get(key)?.config.invoke;
    return invoke !== undefined && AUTOMATIONS[invoke.src].pure;
  });

describe.each([['the worked example', workedExample()] as const, ...(await shippedCaseTypes())])(
  '%s',
  (_, caseType) => {
    const definition = compile(caseType);
    const rules = rulesOf(definition);
    const reached = reachable(rules);

    it('is lived through every configuration that its flow can reach', { timeout: 60_000 }, () => {
      const placeOf = (leaves: readonly { key: string }[]) => leaves.map(({ key }) => key).join(' ');
      const lived = new Set(
        oneOfEach(reached).map(({ simulated }) => placeOf(leavesOf(definition, simulated.record.state)))
      );
      const missed = explore(caseType.flow).configurations.filter(
        (one) => !isPassed(definition, one) && !lived.has(one.leaves.join(' '))
      );
      expect(missed.map(({ leaves }) => leaves)).toEqual([]);
    });

    it('accepts exactly the events that are allowed, from everybody, in every state', { timeout: 60_000 }, () => {
      const { flow } = caseType;
      const branches = [
        ...branchesOf(flow, ''),
        ...statesOf(flow).flatMap(({ config, pointer }) => branchesOf(config, pointer))
      ];
      const events = [
        ...new Set(branches.filter(({ trigger }) => trigger === 'on').map(({ name }) => name)),
        'nonsense'
      ];
      for (const { simulated } of oneOfEach(reached)) {
        const { record, now } = simulated;
        for (const role of ROLES) {
          const actor = simulated.actor(role);
          const accepted = events.filter((event) => {
            const outcome = decide(rules, record, { key: '', caseId: record.id, actor, event }, now);
            return (
              !isRefusal(outcome) ||
              !['access.denied', 'case.closed', 'flow.event_not_allowed'].includes(outcome.refused)
            );
          });
          expect(accepted.sort()).toEqual(
            allowed(definition, record, actor)
              .map(({ event }) => event)
              .sort()
          );
        }
      }
    });
  }
);

import type { CaseType } from '../definition/case-type.ts';
import { environmentOf } from '../flow/machine.ts';
import { evaluate } from '../form/evaluate.ts';
import type { Answers } from '../form/model.ts';
import type { Day } from '../time/day.ts';

/** An organ and a unit of it. */
export interface Place {
  readonly organ: string;
  readonly unit: string;
}

/**
 * Where a case comes in: to the first organ that has adopted the case type, begun to use it, and whose `when` the application makes
 * true; else to the owner. Each nämnd is an authority of its own, secret to the others (OSL 8:1), so what is meant for another never comes in here first.
 * Pure.
 */
export function placeOf({ settings }: Pick<CaseType, 'settings'>, application: Answers, today: Day): Place {
  const environment = environmentOf({ settings }, { application, case: { today } });
  const adopter = (settings.adopters ?? []).find(
    ({ when, startsOn }) => when && (startsOn ?? today) <= today && evaluate(when, environment) === true
  );
  const { organ, unit } = adopter ?? settings.owner;
  return { organ, unit };
}

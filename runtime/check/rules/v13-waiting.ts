import type { CaseType } from '../../definition/case-type.ts';
import type { Problem } from '../../definition/problem.ts';
import { controlsOf } from '../../definition/walk-form.ts';
import type { Exploration } from '../../flow/explore.ts';
import type { FlowNode } from '../../flow/model.ts';
import { statesOf } from '../../flow/walk.ts';
import { problemsOf } from '../problems-of.ts';

const { warning } = problemsOf('V13');

/** V13: wherever a case rests, a time runs (of what cannot be reached or left other rules speak); and one that counts from an answer is sure to have that answer. */
export function checkWaiting(caseType: CaseType, { entered }: Exploration): Problem[] {
  const nodes = statesOf(caseType.flow);
  const timed = (node: FlowNode): boolean => {
    const parent = nodes.find(({ key }) => key === node.parent);
    return hasTime(node) || (parent !== undefined && timed(parent));
  };
  const resting = nodes.filter(
    ({ key, config }) =>
      entered.has(key) &&
      config.on !== undefined &&
      config.states === undefined &&
      config.type !== 'final' &&
      !config.invoke &&
      !config.always
  );
  const endless = resting
    .filter((node) => !timed(node))
    .map(({ key, pointer, config }) =>
      warning('no-deadline', `/flow${pointer}`, { state: key, waitsFor: config.meta?.waitsFor ?? 'caseworker' })
    );
  const unsure = unsureDelays(caseType);
  const dated = nodes.flatMap(({ key, pointer, config }) => {
    const times = Object.keys(config.after ?? {});
    const [first = ''] = times;
    return times.length > 0 && times.every((time) => unsure.has(time))
      ? [
          warning('date-may-be-missing', `/flow${pointer}/after/${first}`, {
            state: key,
            field: unsure.get(first) ?? ''
          })
        ]
      : [];
  });
  return [...endless, ...dated];
}

const hasTime = ({ config }: FlowNode): boolean =>
  Object.keys(config.after ?? {}).length > 0 || config.meta?.deadline !== undefined;

/** Delays that count from an answer which nobody has to give, with its pointer. */
function unsureDelays(caseType: CaseType): ReadonlyMap<string, string> {
  const sure = new Set(
    controlsOf(caseType)
      .filter(
        ({ required, element, within }) => required && ![element, ...within].some((each) => 'visibleWhen' in each)
      )
      .map(({ answer }) => answer)
  );
  const answers = new Set(controlsOf(caseType).map(({ answer }) => answer));
  return new Map(
    Object.entries(caseType.settings.delays ?? {}).flatMap(([name, { from, before }]) => {
      const field = before ?? from ?? 'entry';
      return answers.has(field) && !sure.has(field) ? [[name, field] as const] : [];
    })
  );
}

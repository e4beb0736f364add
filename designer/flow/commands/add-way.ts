import type { Json, JsonObject } from '#runtime/definition/json.ts';
import { refuse } from '#runtime/errors/refusal.ts';
import { freeKey, keyOfText } from '../../commands/keys.ts';
import { withPlace } from '../../commands/set-place.ts';
import { withText } from '../../commands/set-text.ts';
import { objectOf } from '../../document/elements.ts';
import type { CaseTypeDocument, Command } from '../../document/model.ts';
import { follow, type Place } from '../../document/path.ts';
import { referencesIn } from '../../document/references/references.ts';
import { editTo } from '../../document/transform.ts';
import { leadingTo } from './branches.ts';
import { groupPlace, stateAt, takenKeys } from './flow-places.ts';

/** A button, or something else that may come: what it says, where it leads, and who may press it. */
export interface NewOutcome {
  readonly label: string;
  /** A step beside the one it leaves; the case stays without one. */
  readonly target?: string;
  readonly roles: readonly string[];
}

/** Adds an outcome to a step or a group; to the flow itself (null) for what may happen at any time. Refuses `edit.nowhere`, `edit.not_here` on an end. */
export const addOutcome =
  (step: string | null, { label, target, roles }: NewOutcome): Command =>
  (document) => {
    const event = freeKey(takenKeys(document).event, keyOfText(label) || 'val');
    const branch = { ...leadingTo({}, step, target), meta: { roles: [...roles] } };
    const added = withWay(document, step, ['on', event], branch);
    return added
      ? editTo(document, 'add-outcome', withText(added, { language: 'sv', key: `event.${event}.label`, text: label }))
      : refuse(stateAt(document, step ?? '') ? 'edit.not_here' : 'edit.nowhere');
  };

/** Adds a time that leads on when it has run out. Refuses `edit.key_taken` when the step counts it already. */
export const addDeadline = (step: string, delay: string, target: string): Command =>
  addTime(step, delay, (document) => ({ document, branch: { target } }));

/** Adds a reminder: a time after which somebody is told, and the case stays. */
export const addReminder = (step: string, delay: string, to: string): Command =>
  addTime(step, delay, (document) => {
    const taken = referencesIn(document).filter((each) => each.to === 'message');
    const text = freeKey(new Set(taken.map(({ key }) => key)), 'paminnelse');
    const texts = { subject: 'Påminnelse om ärende {number}', body: 'Ärende {number} väntar på dig.' };
    const told = Object.entries(texts).reduce<CaseTypeDocument>(
      (here, [part, words]) => withText(here, { language: 'sv', key: `message.${text}.${part}`, text: words }),
      document
    );
    return { document: told, branch: { actions: [{ type: 'notify', params: { to, text } }] } };
  });

const addTime =
  (
    step: string,
    delay: string,
    make: (document: CaseTypeDocument) => { document: CaseTypeDocument; branch: JsonObject }
  ): Command =>
  (document) => {
    const config = stateAt(document, step)?.config;
    if (!config) return refuse('edit.nowhere', { path: step });
    if (Object.hasOwn(objectOf(config.after), delay)) return refuse('edit.key_taken', { key: delay });
    const made = make(document);
    const added = withWay(made.document, step, ['after', delay], made.branch);
    return added ? editTo(document, 'add-time', added) : refuse('edit.not_here');
  };

/** Adds the way on from a group when all in it is done. Refuses `edit.nowhere`, and `edit.not_here` where there is one or nothing in it. */
export const addDone =
  (group: string, target: string): Command =>
  (document) => {
    const config = stateAt(document, group)?.config;
    if (!config) return refuse('edit.nowhere', { path: group });
    if (!config.states || config.onDone) return refuse('edit.not_here');
    const added = withWay(document, group, ['onDone'], { target });
    return added ? editTo(document, 'add-done', added) : refuse('edit.not_here');
  };

/** A document with one more way out of a step; undefined where none can be. */
function withWay(
  document: CaseTypeDocument,
  step: string | null,
  way: Place,
  branch: Json
): CaseTypeDocument | undefined {
  const place = groupPlace(document, step);
  if (!place || objectOf(follow(document, place)).type === 'final') return undefined;
  return withPlace(document, [...place, ...way], branch);
}

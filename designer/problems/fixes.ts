import type { Json, JsonObject } from '#runtime/definition/json.ts';
import type { Problem } from '#runtime/definition/problem.ts';
import { isObject } from '#runtime/form/pointer.ts';
import { isRefusal } from '#runtime/errors/refusal.ts';
import type { TextKey } from '#lib/text/translate.ts';
import { parentOf, pathOfPointer, valueAt } from '#runtime/edit/path.ts';
import { dropValue } from '../commands/drop-value.ts';
import { insertValue } from '../commands/insert-value.ts';
import { setText } from '../commands/set-text.ts';
import { setValue } from '../commands/set-value.ts';
import type { CaseTypeDocument, Command } from '../document/model.ts';
import { deleteStep } from '../flow/commands/delete-step.ts';

/** A way to mend a problem in one step, which can be undone as any other. */
export interface Fix {
  /** What the button says. */
  readonly label: TextKey;
  readonly command: Command;
}

type Mend = (document: CaseTypeDocument, problem: Problem) => Command | undefined;

/** The pointer without what the problem says of a part of it, as the guard of a branch. */
const droppedAt =
  (part = ''): Mend =>
  (document, { pointer }) => {
    const path = pathOfPointer(document, part && pointer.endsWith(part) ? pointer.slice(0, -part.length) : pointer);
    return path === undefined ? undefined : dropValue(path);
  };

/** A text that is missing begins as the name of what it is about: `event-date` as “Event date”. */
const named: Mend = (_, { params }) => {
  const key = String(params['key'] ?? '');
  const about = key.split('.').at(-2) ?? key;
  const words = about
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_]/g, ' ')
    .toLowerCase();
  const text = words.charAt(0).toUpperCase() + words.slice(1);
  return key === '' ? undefined : setText('sv', key, text);
};

/** The first purpose that says what it is for takes the field too. */
const purposed: Mend = (document, { params }) => {
  const fields = valueAt(document, '/settings/personalData/0/fields');
  return Array.isArray(fields) ? insertValue('/settings/personalData/0/fields', String(params['field'])) : undefined;
};

/** What fails goes on as what succeeds does: where it should go instead, only the one who draws knows. */
const goesOn: Mend = (document, { pointer }) => {
  const path = pathOfPointer(document, pointer);
  const onDone: Json | undefined = path === undefined ? undefined : valueAt(document, `${path}/onDone`);
  return path === undefined || onDone === undefined ? undefined : setValue(`${path}/onError`, onDone);
};

/** What is shown to be due in two weeks, so that nothing is forgotten. */
const timed: Mend = (document, { pointer }) => {
  const path = pathOfPointer(document, pointer);
  return path === undefined
    ? undefined
    : setValue(`${path}/meta`, { ...objectAt(document, `${path}/meta`), deadline: 'P14D' });
};

/** The caseworker may do what nobody may. */
const handled: Mend = (document, { pointer }) => {
  const path = pathOfPointer(document, pointer);
  if (path === undefined) return undefined;
  const first = Array.isArray(valueAt(document, path)) ? `${path}/0` : path;
  return setValue(`${first}/meta`, { ...objectAt(document, `${first}/meta`), roles: ['caseworker'] });
};

/** A group begins in its first state. */
const begun: Mend = (document, { pointer }) => {
  const path = pathOfPointer(document, pointer.replace(/\/initial$/, ''));
  const [first] = Object.keys(path === undefined ? {} : objectAt(document, `${path}/states`));
  return path === undefined || first === undefined ? undefined : setValue(`${path}/initial`, first);
};

const objectAt = (document: CaseTypeDocument, path: string): JsonObject => {
  const value = valueAt(document, path);
  return isObject(value) ? value : {};
};

/** A text that speaks at the same time as another. */
const textGone: Mend = (document, { params }) => {
  const path = pathOfPointer(document, `/texts/sv/${String(params['key'])}`);
  return path === undefined ? undefined : dropValue(path);
};

/** A way that can never be taken; what else needs what is not there has no one answer. */
const guardDropped: Mend = (document, problem) =>
  problem.pointer.endsWith('/guard') ? droppedAt('/guard')(document, problem) : undefined;

/** With its texts and its place in the drawing. */
const lostStep: Mend = (_, { params }) => deleteStep(String(params['state']));

const MENDS: Readonly<Record<string, readonly [TextKey, Mend]>> = {
  'V1.unknown-key': ['check.fix.dropKey', droppedAt()],
  'V3.final-goes-on': ['check.fix.dropKey', droppedAt()],
  'V3.group-without-states': ['check.fix.dropKey', droppedAt()],
  'V3.initial-of-parallel': ['check.fix.dropKey', droppedAt()],
  'V3.missing-initial': ['check.fix.begin', begun],
  'V3.unknown-initial': ['check.fix.begin', begun],
  'V3.branch-never-reached': ['check.fix.dropBranch', droppedAt()],
  'V6.missing-on-error': ['check.fix.onError', goesOn],
  'V7.unreachable': ['check.fix.dropState', lostStep],
  'V8.does-nothing': ['check.fix.dropEvent', droppedAt()],
  'V11.never-true': ['check.fix.dropBranch', droppedAt('/guard')],
  'V11.taken-by-earlier': ['check.fix.dropBranch', droppedAt('/guard')],
  'V12.no-role': ['check.fix.caseworker', handled],
  'V13.no-deadline': ['check.fix.noTime', timed],
  'V14.never-given': ['check.fix.dropBranch', guardDropped],
  'V15.never-shown': ['check.fix.showAlways', droppedAt()],
  'V16.required-never-asked': ['check.fix.notRequired', droppedAt()],
  'V17.missing-swedish': ['check.fix.addText', named],
  'V17.missing-status': ['check.fix.addText', named],
  'V17.second-status': ['check.fix.dropText', textGone],
  'V25.empty-label': ['check.fix.addText', named],
  'V25.help-not-shown': ['check.fix.dropText', droppedAt()],
  'V25.unknown-autocomplete': ['check.fix.dropToken', droppedAt()],
  'V26.no-purpose': ['check.fix.addPurpose', purposed]
};

/** The quick fix of a problem, if it has one that this document takes. Pure. */
export function fixOf(document: CaseTypeDocument, problem: Problem): Fix | undefined {
  const [label, mend] = MENDS[`${problem.code}.${problem.fault}`] ?? [];
  const command = mend?.(document, problem);
  return label && command && !isRefusal(command(document)) ? { label, command } : undefined;
}

/** The pointer of a problem as far as it leads somewhere, so that one can always jump. Pure. */
export function placeIn(document: CaseTypeDocument, pointer: string): string {
  if (pointer === '' || valueAt(document, pointer) !== undefined) return pointer;
  return placeIn(document, parentOf(pointer).parent);
}

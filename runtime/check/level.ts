import type { CaseType } from '../definition/case-type.ts';
import { isFollowed } from '../definition/followed.ts';
import type { Role } from '../definition/types.ts';
import type { Exploration } from '../flow/explore.ts';
import { statesOf } from '../flow/walk.ts';
import { actionsOf } from './actions.ts';
import { explored } from './explored.ts';
import { statusFaults } from './statuses.ts';

export type Level = 0 | 1 | 2 | 3 | 4;

/**
 * How mature the service is for the citizen, computed from the configuration: 0 a form to print, 1 a digital form that
 * reaches somebody, 2 confirmed and with a status to follow, 3 handled here or in another system with its status taken
 * in, 4 with data from other authorities, or handed over to them. Each needs the one before. For a flow that is sound
 * (no errors of V1 to V4).
 */
export const level = (caseType: CaseType): Level => levelOf(caseType, explored(caseType.flow));

/** The level of a flow that is already explored. */
export function levelOf(caseType: CaseType, exploration: Exploration): Level {
  const steps = levelSteps(caseType, exploration);
  const missing = steps.findIndex(({ lacks }) => lacks.length > 0);
  return LEVELS[missing === -1 ? steps.length : missing] ?? 0;
}

const LEVELS: readonly Level[] = [0, 1, 2, 3, 4];

/** What keeps a service from a level. `states` are those without a status that the citizen can read. */
export interface Lack {
  readonly lack:
    'staff-only' | 'no-recipient' | 'unsigned' | 'not-followed' | 'no-status' | 'nobody-handles' | 'no-other-authority';
  readonly states?: readonly string[];
}

/** A level with what is missing for it itself; it is reached when nothing is, here and in those before. */
export interface LevelStep {
  readonly level: Exclude<Level, 0>;
  readonly lacks: readonly Lack[];
}

/** What each level needs that is not there, from the first. Pure. */
export const levelSteps = (caseType: CaseType, exploration = explored(caseType.flow)): LevelStep[] => [
  { level: 1, lacks: lacksOf({ 'staff-only': isStaffOnly(caseType), 'no-recipient': !reachesSomebody(caseType) }) },
  {
    level: 2,
    lacks: [
      ...lacksOf({ unsigned: !isConfirmed(caseType), 'not-followed': !isFollowed(caseType.settings) }),
      ...unfollowed(caseType, exploration)
    ]
  },
  { level: 3, lacks: lacksOf({ 'nobody-handles': !isHandled(caseType) }) },
  { level: 4, lacks: lacksOf({ 'no-other-authority': !meetsOtherAuthorities(caseType) }) }
];

const lacksOf = (found: Partial<Record<Lack['lack'], boolean>>): Lack[] =>
  LACKS.filter((lack) => found[lack]).map((lack) => ({ lack }));

const LACKS: readonly Lack['lack'][] = [
  'staff-only',
  'no-recipient',
  'unsigned',
  'not-followed',
  'no-status',
  'nobody-handles',
  'no-other-authority'
];

/** Citizens cannot file at all where only staff may. */
const isStaffOnly = ({ settings }: CaseType): boolean => settings.eService.authentication === 'staff';

const reachesSomebody = ({ settings, flow }: CaseType): boolean =>
  settings.eService.recipient !== undefined || statesOf(flow).some(({ config }) => config.meta?.role);

/** A signature, or a receipt with a status link where the law forbids asking who, or nobody needs to know. */
function isConfirmed({ settings: { eService } }: CaseType): boolean {
  return eService.authentication === 'eid' ? eService.signature !== 'none' : true;
}

function unfollowed(caseType: CaseType, exploration: Exploration): Lack[] {
  const states = statusFaults(caseType, exploration)
    .filter(({ fault }) => fault === 'missing')
    .map(({ node }) => node.key);
  return states.length > 0 ? [{ lack: 'no-status', states }] : [];
}

/** Somebody here works on it, or a connector sends it out and takes the answer in. */
const isHandled = ({ flow }: CaseType): boolean =>
  statesOf(flow).some(
    ({ config }) =>
      HANDLERS.some((role) => role === config.meta?.role) ||
      config.invoke?.src === 'http' ||
      config.invoke?.src === 'hand-over'
  );

/** A case of fullmäktige is its secretary's. */
const HANDLERS: readonly Role[] = ['caseworker', 'manager', 'secretary', 'registrar'];

const FETCHES = ['population-register', 'http', 'hand-over'];

const meetsOtherAuthorities = (caseType: CaseType): boolean =>
  statesOf(caseType.flow).some(({ config }) => config.invoke && FETCHES.includes(config.invoke.src)) ||
  actionsOf(caseType).some(({ action }) => action.type === 'send');

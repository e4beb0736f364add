import type { CaseType } from '../definition/case-type.ts';
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
  const reached = [reachesSomebody, isConfirmedAndFollowed, isHandled, meetsOtherAuthorities];
  const missing = reached.findIndex((holds) => !holds(caseType, exploration));
  return LEVELS[missing === -1 ? reached.length : missing] ?? 0;
}

const LEVELS: readonly Level[] = [0, 1, 2, 3, 4];

/** Citizens cannot file at all where only staff may. */
const reachesSomebody = ({ settings, flow }: CaseType): boolean =>
  settings.eService.authentication !== 'staff' &&
  (settings.eService.recipient !== undefined || statesOf(flow).some(({ config }) => config.meta?.role));

/** A signature, or a receipt with a status link where the law forbids asking who, or nobody needs to know. */
function isConfirmedAndFollowed(caseType: CaseType, exploration: Exploration): boolean {
  const { authentication, signature } = caseType.settings.eService;
  const confirmed = authentication === 'eid' ? signature !== 'none' : true;
  return confirmed && statusFaults(caseType, exploration).every(({ fault }) => fault !== 'missing');
}

/** Somebody here works on it, or a connector sends it out and takes the answer in. */
const isHandled = ({ flow }: CaseType): boolean =>
  statesOf(flow).some(
    ({ config }) =>
      config.meta?.role === 'caseworker' ||
      config.meta?.role === 'manager' ||
      config.invoke?.src === 'http' ||
      config.invoke?.src === 'hand-over'
  );

const FETCHES = ['population-register', 'http', 'hand-over'];

const meetsOtherAuthorities = (caseType: CaseType): boolean =>
  statesOf(caseType.flow).some(({ config }) => config.invoke && FETCHES.includes(config.invoke.src)) ||
  actionsOf(caseType).some(({ action }) => action.type === 'send');

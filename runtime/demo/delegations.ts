import type { EnteredDelegation } from '../persistence/delegations.server.ts';
import { BOARD } from './delegations/kommunstyrelsen.ts';
import { ENVIRONMENT } from './delegations/miljonamnden.ts';
import { BUILDING } from './delegations/samhallsbyggnadsnamnden.ts';
import { SOCIAL } from './delegations/socialnamnden.ts';
import { STREETS } from './delegations/tekniska-namnden.ts';

/** The delegationsordningar of the demo municipality, as far as the shipped case types need them. */
export const DEMO_DELEGATIONS: readonly EnteredDelegation[] = [
  ...BUILDING,
  ...ENVIRONMENT,
  ...BOARD,
  ...STREETS,
  ...SOCIAL
];

import type { EnteredDelegation } from '../persistence/delegations.server.ts';

const CHIEF = ['manager'] as const;
const BOTH = ['caseworker', 'manager'] as const;

const of =
  (organ: string, basis: string) =>
  (item: string, title: string, roles: EnteredDelegation['roles']): EnteredDelegation => ({
    ...{ organ, basis, item, title, roles },
    from: '2023-01-01'
  });

const building = of('samhallsbyggnadsnamnden', 'Samhällsbyggnadsnämnden 2022-12-14 § 118');
const food = of('miljonamnden', 'Miljönämnden 2022-12-07 § 94');
const board = of('kommunstyrelsen', 'Kommunstyrelsen 2022-12-06 § 203');

/** The delegationsordningar of the demo municipality, as far as the shipped case types need them. */
export const DEMO_DELEGATIONS: readonly EnteredDelegation[] = [
  building('SBN-2.1', 'Bygglov som inte är av principiell betydelse eller större vikt', CHIEF),
  building('SBN-2.2', 'Föreläggande om att komplettera en ansökan', BOTH),
  building('SBN-2.3', 'Avvisning av en ansökan som inte har kompletterats', CHIEF),
  building('SBN-2.4', 'Avskrivning av en ansökan som har återkallats', BOTH),
  building('SBN-2.5', 'Avslag på en begäran om att ett ärende ska avgöras', CHIEF),
  building('SBN-2.6', 'Rättelse av skrivfel och liknande i ett beslut på delegation', CHIEF),
  building('SBN-3.1', 'Startbesked', BOTH),
  building('SBN-3.2', 'Slutbesked', BOTH),
  building('SBN-4.1', 'Avvisning av ett överklagande som har kommit in för sent', CHIEF),
  food('MN-4.1', 'Beslut om att inte ingripa efter en livsmedelskontroll', BOTH),
  food('MN-4.2', 'Föreläggande mot en livsmedelsverksamhet', BOTH),
  food('MN-4.3', 'Förbud mot en livsmedelsverksamhet', BOTH),
  food('MN-4.4', 'Upphävande av ett förbud', BOTH),
  food('MN-4.5', 'Avskrivning av ett tillsynsärende', BOTH),
  food('MN-4.6', 'Avvisning av ett överklagande som har kommit in för sent', CHIEF),
  board('KS-1.4', 'Beslut att inte lämna ut en allmän handling, eller att lämna ut den med förbehåll', CHIEF),
  board('KS-1.5', 'Avskrivning av en begäran som har återkallats', BOTH),
  board('KS-1.6', 'Avvisning av ett överklagande som har kommit in för sent', CHIEF)
];

import { BOTH, CHIEF, itemsOf } from './item.ts';

const item = itemsOf('samhallsbyggnadsnamnden', 'Samhällsbyggnadsnämnden 2022-12-14 § 118');

/** The delegationsordning of Samhällsbyggnadsnämnden, as far as the shipped case types need it. */
export const BUILDING = [
  item('SBN-2.1', 'Bygglov som inte är av principiell betydelse eller större vikt', CHIEF),
  item('SBN-2.2', 'Föreläggande om att komplettera en ansökan', BOTH),
  item('SBN-2.3', 'Avvisning av en ansökan som inte har kompletterats', CHIEF),
  item('SBN-2.4', 'Avskrivning av en ansökan som har återkallats', BOTH),
  item('SBN-2.5', 'Avslag på en begäran om att ett ärende ska avgöras', CHIEF),
  item('SBN-2.6', 'Rättelse av skrivfel och liknande i ett beslut på delegation', CHIEF),
  item('SBN-3.1', 'Startbesked', BOTH),
  item('SBN-3.2', 'Slutbesked', BOTH),
  item('SBN-4.1', 'Avvisning av ett överklagande som har kommit in för sent', CHIEF)
];

import { BOTH, CHIEF, itemsOf } from './item.ts';

const item = itemsOf('kommunstyrelsen', 'Kommunstyrelsen 2022-12-06 § 203');

/** The delegationsordning of Kommunstyrelsen, as far as the shipped case types need it. */
export const BOARD = [
  item('KS-1.4', 'Beslut att inte lämna ut en allmän handling, eller att lämna ut den med förbehåll', CHIEF),
  item('KS-1.5', 'Avskrivning av en begäran som har återkallats', BOTH),
  item('KS-1.6', 'Avvisning av ett överklagande som har kommit in för sent', CHIEF),
  item('KS-6.1', 'Anställning av en feriearbetare', CHIEF),
  item('KS-6.2', 'Avslag på en ansökan om feriearbete', BOTH),
  item('KS-6.3', 'Avskrivning av en ansökan om feriearbete', BOTH),
  item('KS-7.1', 'Avslag på en begäran om att göra webbinnehåll tillgängligt', CHIEF),
  item('KS-7.2', 'Föreläggande om att förtydliga en begäran om tillgängligt webbinnehåll', BOTH),
  item('KS-7.3', 'Avvisning av en begäran om tillgängligt webbinnehåll', CHIEF),
  item('KS-7.4', 'Avskrivning av en begäran om tillgängligt webbinnehåll', BOTH),
  item('KS-7.5', 'Avvisning av ett överklagande i ett ärende om tillgängligt webbinnehåll', CHIEF),
  item('KS-7.6', 'Avslag på en begäran om att ett ärende om tillgängligt webbinnehåll ska avgöras', CHIEF)
];

import { BOTH, CHIEF, itemsOf } from './item.ts';

const item = itemsOf('tekniska-namnden', 'Tekniska nämnden 2022-12-08 § 81');

/** The delegationsordning of Tekniska nämnden, as far as the shipped case types need it. */
export const STREETS = [
  item('TN-5.1', 'Parkeringstillstånd för rörelsehindrad, helt eller delvis bifall', BOTH),
  item('TN-5.2', 'Avslag på en ansökan om parkeringstillstånd för rörelsehindrad', CHIEF),
  item('TN-5.3', 'Föreläggande om att komplettera en ansökan om parkeringstillstånd', BOTH),
  item('TN-5.4', 'Avvisning av en ansökan som inte har kompletterats', CHIEF),
  item('TN-5.5', 'Avskrivning av en ansökan som har återkallats', BOTH),
  item('TN-5.6', 'Avslag på en begäran om att ett ärende ska avgöras', CHIEF),
  item('TN-5.7', 'Rättelse av skrivfel och liknande i ett beslut på delegation', CHIEF),
  item('TN-5.8', 'Avvisning av ett överklagande som har kommit in för sent', CHIEF),
  item('TN-5.9', 'Ändring av ett överklagat beslut till sökandens fördel', CHIEF),
  item('TN-6.1', 'Avslag på en beställning av nyttokort för parkering', CHIEF),
  item('TN-6.2', 'Återkallelse av nyttokort för parkering', CHIEF)
];

import { BOTH, CHIEF, itemsOf } from './item.ts';

const item = itemsOf('socialnamnden', 'Socialnämnden 2022-12-13 § 127');

/** The delegationsordning of Socialnämnden, as far as the shipped case types need it. */
export const SOCIAL = [
  item('SN-1.1', 'Beslut att inleda utredning om barn och unga', BOTH),
  item('SN-1.2', 'Beslut att inte inleda utredning om barn och unga', CHIEF),
  item('SN-1.3', 'Förlängd tid för en förhandsbedömning', CHIEF),
  item('SN-1.4', 'Förlängd tid för en utredning om barn och unga', CHIEF),
  item('SN-1.5', 'Beslut att avsluta en utredning om barn och unga utan insats', CHIEF),
  item('SN-1.6', 'Beslut att avsluta en utredning om barn och unga med insats', BOTH),
  item('SN-4.1', 'Insatser enligt 9 § 3–7 och 10 LSS', BOTH),
  item('SN-4.2', 'Personlig assistans, familjehem och bostad enligt 9 § 2, 8 och 9 LSS', CHIEF),
  item('SN-4.3', 'Föreläggande om att komplettera en begäran enligt LSS', BOTH),
  item('SN-4.4', 'Avvisning av en begäran enligt LSS som inte har kompletterats', CHIEF),
  item('SN-4.5', 'Avskrivning av en begäran enligt LSS som har återkallats', BOTH),
  item('SN-4.6', 'Avvisning av ett överklagande som har kommit in för sent', CHIEF),
  item('SN-4.7', 'Avslag på en begäran om att ett ärende enligt LSS ska avgöras', CHIEF),
  item('SN-5.1', 'Ekonomiskt bistånd enligt 12 kap. socialtjänstlagen', BOTH),
  item('SN-5.2', 'Ekonomiskt bistånd som behövs för att undvika en nödsituation', BOTH),
  item('SN-5.3', 'Avvisning av en ansökan om ekonomiskt bistånd som inte har kompletterats', CHIEF),
  item('SN-5.4', 'Avskrivning av en ansökan om ekonomiskt bistånd som har återkallats', BOTH),
  item('SN-5.5', 'Rättelse och ändring av ett beslut om ekonomiskt bistånd', BOTH),
  item('SN-5.6', 'Avslag på en begäran om att ett ärende om ekonomiskt bistånd ska avgöras', CHIEF),
  item('SN-5.7', 'Föreläggande om att komplettera en ansökan om ekonomiskt bistånd', BOTH)
];

import { BOTH, CHIEF, itemsOf } from './item.ts';

const item = itemsOf('miljonamnden', 'Miljönämnden 2022-12-07 § 94');

/** The delegationsordning of Miljönämnden, as far as the shipped case types need it. */
export const ENVIRONMENT = [
  item('MN-4.1', 'Beslut om att inte ingripa efter en livsmedelskontroll', BOTH),
  item('MN-4.2', 'Föreläggande mot en livsmedelsverksamhet', BOTH),
  item('MN-4.3', 'Förbud mot en livsmedelsverksamhet', BOTH),
  item('MN-4.4', 'Upphävande av ett förbud', BOTH),
  item('MN-4.5', 'Avskrivning av ett tillsynsärende', BOTH),
  item('MN-4.6', 'Avvisning av ett överklagande som har kommit in för sent', CHIEF),
  item('MN-5.1', 'Beslut om att inte ingripa efter tillsyn enligt alkohollagen', BOTH),
  item('MN-5.2', 'Erinran enligt alkohollagen', CHIEF),
  item('MN-5.3', 'Avskrivning av ett tillsynsärende enligt alkohollagen', BOTH),
  item('MN-5.4', 'Avvisning av ett överklagande enligt alkohollagen som har kommit in för sent', CHIEF)
];

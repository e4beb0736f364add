import type { Chance } from './chance.ts';

/**
 * People who do not exist, as a form may meet them. Personal numbers are official test numbers: Skatteverket open data,
 * "Testpersonnummer" (data set b4de7df7-63c0-4e7e-bb59-1f156a591763), by way of personnummer/meta, MIT. Telephone numbers
 * are those that Post- och telestyrelsen keeps for films and books. Addresses and e-mail addresses lead nowhere.
 */
const list = (text: string): readonly string[] => text.trim().split(/[|\n]\s*/);

const GIVEN =
  list(`Anna|Karin|Amina|Elsa|Sofia|Maria|Ingrid|Fatima|Linnéa|Åsa|Birgitta|Zeynep|Johan|Erik|Lars|Ahmed|Oskar
  Mikael|Gunnar|Björn|Göran|Ali|Nils|Per-Olof|Hugo|Daniel|Samira|Ebba|Märta|Sven`);
const FAMILY =
  list(`Andersson|Lindqvist|Ekström|Hassan|Sjöberg|Nyström|Wallin|Bergdahl|Petrovic|Hallberg|Forsman|Åkerlund
  Östlund|Svensson|Holm|Ahlgren|Kowalski|Nguyen|Söderström|Mattsson|Larsson|Öberg|Bergman|Yılmaz`);
const STREETS = list(`Björkvägen|Kvarngatan|Stationsgatan|Hamngatan|Smedjegränd|Rönnvägen|Kyrkallén|Ängsvägen|Storgatan
  Norra Ringvägen|Skolgatan|Ågatan|Prästgårdsvägen|Lingonstigen`);
const TOWNS = list('812 30 Lindsjö|812 31 Lindsjö|812 33 Lindsjö|812 91 Ålvik|812 93 Ålvik|812 95 Östbyn');
const PROPERTIES = list('Haga|Kvarnen|Norrbyn|Ålvik|Västra Ängen|Prästgården|Smedjan');
const CLUBS = list(`Lindsjö IF|Ålviks hembygdsförening|Föreningen Kvarnteatern|Lindsjö ridklubb|Östbyns byalag
  Lindsjö schacksällskap|Scoutkåren Vargen|Kulturföreningen Ringen|Lindsjö orienteringsklubb|PRO Ålvik`);
const FIRMS = list(
  'Lindsjö Bygg AB|Ekströms Måleri HB|Café Ringen AB|Ålviks Åkeri AB|Sjöbergs El AB|Restaurang Hamnen AB'
);

/** Of the municipality, of public authorities and of the largest companies: real numbers with right check digits. */
const ORGANISATIONS = ['2021005489', '5560160680', '2120000142', '2021002114', '5560125790', '2021004185'];

const PERSONAL_NUMBERS = `
  198001022394 195401036818 195503142027 200006042394 200008162380 199009192387 198108012389 199103152394
  199107072382 200107202392 200110032398 199201152395 197701302395 199206032386 198212082385 198302142388
  198305152384 199303262381 198310072395 199306102394 200312232390 200402222392 200405142381 199402012398
  200410132385 197902162390 197905032384 197907252386 198511082383 199504032385 199507082387 199510102396
  199602202385 199607132389 199612102385 198802032394 198806212398 198810102387 198903012394 198908132395`
  .trim()
  .split(/\s+/);

/** One person, the same in every answer about them. */
export interface Somebody {
  readonly givenName: string;
  readonly familyName: string;
  readonly personalNumber: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly email: string;
  readonly phone: string;
  readonly club: string;
  readonly firm: string;
  readonly organisationNumber: string;
  readonly property: string;
}

export function somebody(chance: Chance): Somebody {
  const [givenName, familyName] = [chance.pick(GIVEN), chance.pick(FAMILY)];
  const town = chance.pick(TOWNS);
  return {
    givenName,
    familyName,
    personalNumber: chance.pick(PERSONAL_NUMBERS),
    street: `${chance.pick(STREETS)} ${chance.whole(1, 60)}`,
    postalCode: town.slice(0, 6).replace(' ', ''),
    city: town.slice(7),
    email: `${plain(givenName)}.${plain(familyName)}@exempel.example`,
    phone: `+467017406${chance.whole(10, 99)}`,
    club: chance.pick(CLUBS),
    firm: chance.pick(FIRMS),
    organisationNumber: chance.pick(ORGANISATIONS),
    property: `Lindsjö ${chance.pick(PROPERTIES)} ${chance.whole(1, 9)}:${chance.whole(1, 40)}`
  };
}

/** Another test number each time, for those who must not be the same. */
export const personalNumberOf = (place: number): string => PERSONAL_NUMBERS[place % PERSONAL_NUMBERS.length] ?? '';

/** A name as it stands in an address of e-mail. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-zı-]/gu, '')
    .replaceAll('ı', 'i');

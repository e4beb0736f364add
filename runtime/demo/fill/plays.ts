import type { JsonObject } from '../../definition/json.ts';

/** One case of the demo: the beginning of a scenario of its case type, as somebody of the demo municipality lived it. */
export interface Play {
  readonly key: string;
  readonly slug: 'felanmalan' | 'bygglov' | 'utlamnande' | 'livsmedelskontroll';
  readonly scenario: string;
  /** How many steps of the scenario have happened. */
  readonly steps: number;
  /** Days since the last of them. */
  readonly since: number;
  /** The citizen whose case it is; without one it came from nobody known, or from the authority itself. */
  readonly by?: string;
  /** They do it for their firm. */
  readonly forFirm?: true;
  /** The citizen whom staff register as ombud when the case has come in. */
  readonly ombud?: string;
  /** Somebody has taken the case, although nothing is done in it yet. */
  readonly taken?: true;
  /** What is answered otherwise than in the scenario. */
  readonly answers?: JsonObject;
}

const ALL = 200;

const address = (street: string, city = 'Lindsjö', postalCode = '81230') => ({ street, postalCode, city });

/** The plays of a case type, each by a key of its own. */
const playOf =
  (slug: Play['slug'], prefix: string) =>
  (key: string, scenario: string, more: Omit<Play, 'key' | 'slug' | 'scenario'>): Play => ({
    ...{ key: `${prefix}-${key}`, slug, scenario },
    ...more
  });

const report = playOf('felanmalan', 'fel');

const REPORTS: readonly Play[] = [
  report('hal', 'lagas-och-foljs-upp', { steps: 0, since: 0, by: 'karin' }),
  report('bank', 'lagas-och-foljs-upp', {
    ...{ steps: 0, since: 1 },
    answers: {
      what: 'park',
      parkFault: 'bank',
      description: 'Ryggstödet på bänken vid ån är av.',
      address: 'Åpromenaden'
    }
  }),
  report('papperskorg', 'anmalan-dras-tillbaka', { steps: 0, since: 1 }),
  report('klotter', 'anmalan-dras-tillbaka', {
    ...{ steps: 0, since: 4, by: 'amina' },
    answers: { litterFault: 'klotter', description: 'Klotter i gångtunneln.', address: 'Tunneln vid Stationsgatan' }
  }),
  report('tagen', 'lagas-och-foljs-upp', {
    ...{ steps: 0, since: 2, by: 'johan', taken: true },
    answers: {
      streetFault: 'lock',
      description: 'Ett brunnslock skramlar när bilar kör över det.',
      address: 'Kvarngatan 3'
    }
  }),
  report('lekplats', 'svar-och-felet-kvar', {
    ...{ steps: 1, since: 2, by: 'sofia' },
    answers: { description: 'En gunga på lekplatsen är trasig.', address: 'Lekplatsen vid Rönnvägen' }
  }),
  report('lampa', 'svaret-kom-aldrig', {
    ...{ steps: 2, since: 2, by: 'johan' },
    answers: { description: 'Gatlampan har varit släckt i en vecka.', address: 'Kvarngatan' }
  }),
  report('gangvag', 'svaret-kom-aldrig', {
    ...{ steps: ALL, since: 5 },
    answers: { description: 'Det är mörkt på gångvägen.', address: 'Gångvägen vid ån' }
  }),
  report('planerad', 'svar-och-felet-kvar', {
    ...{ steps: 4, since: 2, by: 'gunnar' },
    answers: { description: 'Gungan hänger i en kedja.', address: 'Lekplatsen i Ålvik' }
  }),
  report('atgardas', 'lagas-och-foljs-upp', {
    ...{ steps: 4, since: 3, by: 'oskar' },
    answers: { address: 'Studentvägen 2', description: 'Ett djupt hål precis vid övergångsstället.' }
  }),
  report('lagat', 'lagas-och-foljs-upp', { steps: 6, since: 4, by: 'ingrid', answers: { address: 'Kyrkallén 5' } }),
  report('avslutad', 'lagas-och-foljs-upp', {
    steps: ALL,
    since: 12,
    by: 'karin',
    answers: { address: 'Björkvägen 2' }
  }),
  report('gunga', 'svar-och-felet-kvar', {
    ...{ steps: ALL, since: 9, by: 'elsa' },
    answers: { description: 'Den röda gungan är trasig.', address: 'Lekplatsen vid Hamngatan' }
  }),
  report('lacka', 'lacka-bradskar', { steps: 0, since: 0 }),
  report('lacka-dubblett', 'lacka-bradskar', { steps: ALL, since: 7, answers: { address: 'Hamngatan 7' } }),
  report('riksvagen', 'statlig-vag-lamnas-vidare', { steps: ALL, since: 12, by: 'mikael' }),
  report('aterkallad', 'anmalan-dras-tillbaka', { steps: ALL, since: 8 })
];

const permit = playOf('bygglov', 'bygglov');

const PERMITS: readonly Play[] = [
  permit('ny', 'aterkallas', {
    ...{ steps: 0, since: 0, by: 'sofia' },
    answers: { property: 'Lindsjö Rönnen 2:9', description: 'Ett uterum mot söder.' }
  }),
  permit('ny-tagen', 'aterkallas', {
    ...{ steps: 0, since: 1, by: 'daniel', taken: true },
    answers: { property: 'Lindsjö Kvarnen 4:18', description: 'Ett större kök mot gården.' }
  }),
  permit('granskas', 'aterkallas', {
    ...{ steps: 1, since: 2, by: 'elsa' },
    answers: { property: 'Lindsjö Hamnen 1:7', description: 'En tillbyggnad med badrum.' }
  }),
  permit('vantar', 'komplettering-uteblev', {
    ...{ steps: 2, since: 6, by: 'mikael', forFirm: true },
    answers: { property: 'Lindsjö Smedjan 1:1', description: 'En inglasad altan.' }
  }),
  permit('uteblev', 'komplettering-uteblev', {
    ...{ steps: 4, since: 3, by: 'oskar' },
    answers: { property: 'Lindsjö Studenten 1:2', description: 'En tillbyggnad för cyklar.' }
  }),
  permit('avvisad', 'komplettering-uteblev', {
    ...{ steps: 7, since: 9, by: 'amina' },
    answers: { property: 'Lindsjö Stationen 3:22', description: 'En farstu mot gatan.' }
  }),
  permit('papper', 'provas-som-den-ar', {
    ...{ steps: ALL, since: 4, by: 'gunnar' },
    answers: { property: 'Ålvik Norra byn 1:18', description: 'En tillbyggnad av boningshuset.' }
  }),
  permit('forlangd', 'tiden-forlangs-en-gang', {
    ...{ steps: 4, since: 5, by: 'ingrid', ombud: 'daniel' },
    answers: { property: 'Ålvik Kyrkan 1:5', description: 'En tillbyggnad i en känslig miljö.' }
  }),
  permit('remiss', 'beviljas-och-byggs', { steps: 8, since: 4, by: 'karin' }),
  permit('besluta', 'avslag-overklagas', {
    ...{ steps: 6, since: 2, by: 'johan' },
    answers: { property: 'Lindsjö Kvarnen 4:3', description: 'En andra våning på garaget.' }
  }),
  permit('namnden', 'avslag-overklagas', {
    ...{ steps: 7, since: 3, by: 'daniel', forFirm: true },
    answers: { property: 'Lindsjö Kvarnen 4:18', description: 'En balkong mot gatan.' }
  }),
  permit('beviljad', 'beviljas-och-byggs', {
    ...{ steps: 19, since: 8, by: 'amina' },
    answers: { property: 'Lindsjö Stationen 3:22', description: 'En tillbyggnad mot innergården.' }
  }),
  permit('byggs', 'beviljas-och-byggs', {
    ...{ steps: 26, since: 20, by: 'johan' },
    answers: { property: 'Lindsjö Kvarnen 4:3', description: 'Ett rum till mot trädgården.' }
  }),
  permit('klart', 'beviljas-och-byggs', {
    ...{ steps: ALL, since: 12, by: 'elsa' },
    answers: { property: 'Lindsjö Hamnen 1:7', description: 'En veranda mot sjön.' }
  }),
  permit('avslag', 'avslag-overklagas', {
    ...{ steps: 10, since: 6, by: 'maria' },
    answers: { property: 'Lindsjö Ängen 3:30', description: 'Ett plank mot vägen.' }
  }),
  permit('overklagad', 'avslag-overklagas', {
    ...{ steps: 12, since: 10, by: 'mikael' },
    answers: { property: 'Lindsjö Smedjan 1:1', description: 'En tillbyggnad i två plan.' }
  }),
  permit('avvisad-klart', 'komplettering-uteblev', {
    ...{ steps: ALL, since: 6, by: 'daniel' },
    answers: { property: 'Lindsjö Kvarnen 4:18', description: 'Ett växthus intill huset.' }
  }),
  permit('avslagen', 'avslag-overklagas', {
    ...{ steps: ALL, since: 18, by: 'gunnar' },
    answers: { property: 'Ålvik Norra byn 1:18', description: 'En tillbyggnad ut över sjön.' }
  }),
  permit('aterkallad', 'aterkallas', {
    ...{ steps: ALL, since: 15, by: 'sofia' },
    answers: { property: 'Lindsjö Rönnen 2:9', description: 'En förrådsbyggnad.' }
  })
];

const request = playOf('utlamnande', 'handlingar');

const REQUESTS: readonly Play[] = [
  request('ny', 'lamnas-ut-digitalt', {
    ...{ steps: 0, since: 0 },
    answers: { what: 'Protokollen från kommunstyrelsens möten i höst.' }
  }),
  request('prov', 'lamnas-ut-digitalt', {
    ...{ steps: 3, since: 1, by: 'oskar' },
    answers: { what: 'Avtalet om skolskjuts som gäller i år, med bilagor.' }
  }),
  request('klar', 'lamnas-ut-digitalt', { steps: ALL, since: 6, by: 'ingrid' }),
  request('precisera', 'preciserar-aldrig', { steps: 2, since: 3, by: 'daniel' }),
  request('aldrig-precis', 'preciserar-aldrig', { steps: ALL, since: 10 }),
  request('nekad', 'avslag-overklagas', {
    ...{ steps: 3, since: 2, by: 'gunnar' },
    answers: { what: 'Alla brev om trädfällningen vid Norra Byn.' }
  }),
  request('avslag', 'avslag-overklagas', {
    ...{ steps: 9, since: 6, by: 'mikael', forFirm: true },
    answers: { what: 'Personalärenden på kansliet i år.' }
  }),
  request('papper', 'lamnas-ut-pa-papper', {
    ...{ steps: 5, since: 2, by: 'elsa' },
    answers: { what: 'Ritningarna till det nya badhuset.' }
  }),
  request('aterkallad', 'dras-tillbaka', { steps: ALL, since: 14 }),
  request('fel-namnd', 'annan-namnd', { steps: ALL, since: 11 })
];

const control = playOf('livsmedelskontroll', 'kontroll');

const place = (facilityName: string, operatorName: string, street: string): JsonObject => ({
  ...{ facilityName, operatorName },
  facilityAddress: address(street)
});

const CONTROLS: readonly Play[] = [
  control('planerad', 'utan-avvikelser', {
    steps: 0,
    since: 1,
    answers: place('Stationskrogen', 'Stationskrogen i Lindsjö AB', 'Stationsgatan 1')
  }),
  control('pagar', 'utan-avvikelser', {
    steps: 4,
    since: 1,
    answers: place('Lindsjö bageri', 'Lindsjö bageri AB', 'Kvarngatan 11')
  }),
  control('utan', 'utan-avvikelser', {
    steps: ALL,
    since: 9,
    answers: place('Kafé Björken', 'Kafé Björken AB', 'Björkvägen 1')
  }),
  control('yttrande', 'avskrivs', {
    steps: 2,
    since: 4,
    answers: place('Hamnens fiskbod', 'Hamnens fisk AB', 'Hamngatan 2')
  }),
  control('avskriven', 'avskrivs', {
    steps: ALL,
    since: 13,
    answers: place('Gatukök Syd', 'Gatukök Syd AB', 'Rönnvägen 40')
  }),
  control('forelaggande', 'overklagas-och-upphavs', {
    steps: 4,
    since: 5,
    answers: place('Pizzeria Smedjan', 'Pizzeria Smedjan AB', 'Smedjegränd 4')
  }),
  control('uppfoljning', 'yttrandet-uteblev-och-vite', {
    steps: 6,
    since: 2,
    answers: place('Ålviks värdshus', 'Ålviks värdshus AB', 'Kyrkallén 9')
  }),
  control('forbud', 'akut-forbud-havs', {
    steps: 5,
    since: 1,
    answers: place('Kvarnens kök', 'Kvarnens kök AB', 'Kvarngatan 20')
  }),
  control('vite', 'yttrandet-uteblev-och-vite', {
    steps: 14,
    since: 6,
    answers: place('Torgets kiosk', 'Torgets kiosk AB', 'Stationsgatan 3')
  }),
  control('installd', 'verksamheten-har-upphort', {
    steps: ALL,
    since: 20,
    answers: place('Sommarglassen', 'Sommarglassen i Lindsjö AB', 'Hamngatan 30')
  })
];

/** Every case of the demo. */
export const PLAYS: readonly Play[] = [...REPORTS, ...PERMITS, ...REQUESTS, ...CONTROLS];

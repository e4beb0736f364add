/** How much comes in of a case type, when, and who takes care of it. */
export interface Load {
  /** How many of all cases. */
  readonly share: number;
  /** How many colleagues work with them. */
  readonly staff: number;
  /** How much more or less comes in each month, from January. */
  readonly season: readonly number[];
  /** How often an event is chosen beside the others of its state. */
  readonly weights: (event: string) => number;
}

const EVEN = [1, 1, 1.05, 1.05, 1.1, 0.9, 0.5, 0.85, 1.15, 1.1, 1.05, 0.75];
const WINTER = [1.7, 1.5, 1.3, 0.9, 0.8, 0.7, 0.5, 0.7, 0.9, 1, 1.2, 1.4];
const BUILDING = [0.6, 0.9, 1.4, 1.7, 1.6, 1.1, 0.6, 0.9, 1.1, 0.9, 0.8, 0.4];
const SUMMER_JOBS = [1.2, 4, 4, 0.8, 0.2, 0, 0, 0, 0, 0, 0, 0.1];
const WELLS = [0.5, 0.5, 0.8, 1.1, 1.5, 1.5, 1, 1.4, 1.3, 0.9, 0.8, 0.5];
const SCHOOL = [1.1, 1.1, 1.1, 1.1, 1.2, 0.8, 0.3, 0.8, 1.3, 1.3, 1.3, 0.9];

/** What hardly anybody does, and what happens now and then; the rest is the ordinary way. */
const SELDOM =
  /dra-tillbaka|aterta|aterkall|avskriv|avvis|makul|ratta|rattelse|drojsmal|begar-avgorande|forsen|handover|overinstans|jav|avbryt|avboka|avbest/;
const AT_TIMES =
  /avsla|avslag|neka|forlang|lamna-over|hanvis|fraga|foreläg|forelagg|begar|komplett|vidare|omplanera|installd/;

const weightOf = (event: string): number => (SELDOM.test(event) ? 0.06 : AT_TIMES.test(event) ? 0.3 : 1);

const load = (share: number, staff: number, season: readonly number[] = EVEN): Load => ({
  ...{ share, staff, season },
  weights: weightOf
});

const LOADS: Readonly<Record<string, Load>> = {
  felanmalan: load(350, 2, WINTER),
  fraga: load(235, 2),
  'ekonomiskt-bistand': load(185, 1),
  synpunkt: load(160, 1),
  orosanmalan: load(150, 1, SCHOOL),
  bygglov: load(150, 2, BUILDING),
  livsmedelskontroll: load(105, 1),
  utlamnande: load(95, 1),
  feriearbete: load(90, 1, SUMMER_JOBS),
  nyttokort: load(65, 1),
  parkeringstillstand: load(60, 1),
  radgivning: load(55, 1, BUILDING),
  vattenprov: load(55, 1, WELLS),
  'lss-insats': load(90, 1),
  medborgarforslag: load(40, 1),
  alkoholtillsyn: load(45, 1),
  webbinnehall: load(45, 1),
  budgetide: load(25, 1)
};

/** The load of a case type; of one that is not known here, a little of it, evenly. */
export const loadOf = (slug: string): Load => (Object.hasOwn(LOADS, slug) ? LOADS[slug] : undefined) ?? load(20, 1);

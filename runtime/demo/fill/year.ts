import type { CaseType } from '../../definition/case-type.ts';
import { controlsOf } from '../../definition/walk-form.ts';
import type { Definition } from '../../flow/model.ts';
import { asksOthersToSign, coSignerFields } from '../../definition/co-signers.ts';
import type { Json, JsonObject } from '../../definition/json.ts';
import type { Channel } from '../../definition/types.ts';
import { chanceOf, type Chance } from '../../form/generate/chance.ts';
import { at, isObject, put } from '../../form/pointer.ts';
import { eventsIn } from '../../simulate/cast.ts';
import { liveCases, type AnswersTo, type Happening } from '../../simulate/lives.ts';
import { rulesFor } from '../../simulate/made-up.ts';
import { markedDefinition } from '../../simulate/marked.ts';
import { USUAL } from '../../simulate/model.ts';
import { toldAnswers } from '../../simulate/told-answers.ts';
import { addDays, startOfDay, stockholmDay, type Day } from '../../time/day.ts';
import { isWorkingDay } from '../../time/working-days.ts';
import { CITIZENS, nameOf, type DemoCitizen } from '../people.ts';
import { loadOf } from './load.ts';
import { POPULATION } from './population.ts';
import { withEveryStanding, type Lived, type Relive } from './standings.ts';
import { WORDS } from './words.ts';

/** One case of the year, and all that happened to it until now. */
export interface PlannedCase {
  readonly key: string;
  readonly slug: string;
  /** Whose case it is; null where nobody knows. */
  readonly citizen: DemoCitizen | null;
  /** Those who may be asked to sign it too. */
  readonly signers: readonly DemoCitizen[];
  /** Which of several colleagues has it. */
  readonly turn: number;
  readonly happenings: readonly Happening[];
  /** The states that it rests in now; null when it is closed. */
  readonly standing: readonly string[] | null;
  /** Somebody has taken it, although nothing is done in it yet. */
  readonly takenAt: number | null;
}

export interface YearOptions {
  readonly caseTypes: readonly CaseType[];
  readonly cases: number;
  readonly seed: number;
  readonly now: Date;
}

const HOUR = 3_600_000;
const ADULTS = POPULATION.filter(({ personalNumber }) => personalNumber < '1985');
const SIGNERS = 3;
const DAYS = 365;
/** So many in a hundred cases are those of people one can log in as. */
const OF_CAST = 6;
/** So many in a hundred who need not say who they are do. */
const KNOWN = 65;
/** A case that nobody has begun with is taken by somebody all the same, so many times in a hundred. */
const TAKEN = 45;

/**
 * A year of the demo municipality: its cases in the order that they came in, lived by the generator of the mass simulation. Pure: the
 * same options give the same year.
 */
export function planYear({ caseTypes, cases, seed, now }: YearOptions): PlannedCase[] {
  const counts = shared(
    cases,
    caseTypes.map(({ settings }) => loadOf(settings.slug).share)
  );
  return caseTypes
    .flatMap((caseType, place) => yearOf(caseType, { cases: counts[place] ?? 0, seed, now }))
    .sort((a, b) => openedAt(a) - openedAt(b) || (a.key < b.key ? -1 : 1));
}

/** So many as there are, shared by weight, at least one of each where they suffice. */
function shared(cases: number, weights: readonly number[]): number[] {
  const each = cases >= weights.length ? 1 : 0;
  const left = cases - each * weights.length;
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let passed = 0;
  return weights.map((weight) => {
    const before = Math.round((left * passed) / whole);
    passed += weight;
    return each + Math.round((left * passed) / whole) - before;
  });
}

/** Whether it is somebody's whom one can log in as. */
export const isOfCast = ({ citizen }: PlannedCase): boolean => citizen !== null && CITIZENS.includes(citizen);

export const openedAt = ({ happenings }: Pick<PlannedCase, 'happenings'>): number => happenings[0]?.at ?? 0;

function yearOf(caseType: CaseType, { cases, seed, now }: Omit<YearOptions, 'caseTypes'>): PlannedCase[] {
  const definition = markedDefinition(caseType);
  const year = lived(definition, { arrivals: arrivalsIn(caseType, { cases, seed, now }), seed, now });
  const relive: Relive = ({ number, happenings }, later, forState) =>
    lived(definition, { arrivals: [openedAt({ happenings }) + later], first: number, forState, seed, now })[0];
  const moments = { now: now.getTime(), atWork: lastAtWork(now) };
  return withEveryStanding(year, { ...moments, relive }).map((one) => plannedOf(caseType, one, seed));
}

interface Living {
  readonly arrivals: readonly number[];
  readonly first?: number;
  readonly forState?: string;
  readonly seed: number;
  readonly now: Date;
}

function lived(definition: Definition, { arrivals, first = 0, forState = '', seed, now }: Living): Lived[] {
  const { caseType } = definition;
  const { settings, flow } = caseType;
  const happened = new Map<number, Happening[]>();
  const { staff, weights } = loadOf(settings.slug);
  const { records } = liveCases({
    ...{ definition, arrivals, first },
    rules: rulesFor(definition),
    assumed: {
      ...USUAL,
      ...{ cases: arrivals.length, seed },
      start: new Date(now.getTime() - (DAYS + 1) * 24 * HOUR),
      staff: { caseworker: staff, manager: 1, secretary: 1, registrar: 1 },
      minutes: { otherwise: 45 },
      again: 0.2,
      weights: Object.fromEntries(eventsIn(flow).map((event) => [event, weights(event)]))
    },
    answers: toldAnswers(caseType, seed, adaptedTo(caseType, seed)),
    comesIn: (chance) => comesIn(settings, chance),
    parties: settings.initiatedBy === 'authority' ? ['party'] : [],
    until: now.getTime(),
    hear: (number, happening) => void happened.set(number, [...(happened.get(number) ?? []), happening])
  });
  return [...happened].map(([number, happenings], opened) => {
    const { ended = true, resting = '', stays = [] } = records[opened] ?? {};
    return { number, forState, happenings, stays, standing: ended ? null : resting.split(' + ') };
  });
}

function plannedOf(caseType: CaseType, lived: Lived, seed: number): PlannedCase {
  const { number, forState, happenings, standing } = lived;
  const { slug } = caseType.settings;
  const chance = chanceOf(seed, `${slug} ${number} turn`);
  const [first] = happenings;
  const isKnown = first?.kind === 'opened' && first.isKnown;
  return {
    ...{ key: [seed, slug, number, ...(forState ? [forState] : [])].join(':'), slug, happenings, standing },
    citizen: isKnown ? citizenOf(slug, seed, number) : null,
    signers: asksOthersToSign(caseType) ? signersOf(slug, seed, number) : [],
    turn: chance.whole(0, 999),
    takenAt: happenings.length === 1 && chance.happens(TAKEN) ? inOffice((first?.at ?? 0) + 20 * HOUR) : null
  };
}

const citizenOf = (slug: string, seed: number, number: number): DemoCitizen => {
  const chance = chanceOf(seed, `${slug} ${number} who`);
  return chance.pick(chance.happens(OF_CAST) ? CITIZENS : POPULATION);
};

const signersOf = (slug: string, seed: number, number: number): DemoCitizen[] =>
  chanceOf(seed, `${slug} ${number} signers`).some(ADULTS, SIGNERS, SIGNERS);

/** How each channel is used where a case type has it: most write by themselves. */
const CHANNELS: readonly (readonly [Channel, number])[] = [
  ['e-service', 62],
  ['my-pages', 8],
  ['phone', 12],
  ['e-mail', 8],
  ['letter', 4],
  ['visit', 3],
  ['app', 4],
  ['social-media', 2],
  ['chat', 2],
  ['internal', 3]
];

function comesIn({ channels, initiatedBy, eService }: CaseType['settings'], chance: Chance) {
  if (initiatedBy === 'authority')
    return { channel: channels.find((one) => one === 'internal') ?? channels[0] ?? 'internal', isKnown: true };
  const used = CHANNELS.filter(([channel]) => channels.includes(channel));
  let left = chance.whole(
    0,
    used.reduce((sum, [, share]) => sum + share, -1)
  );
  const channel = used.find(([, share]) => (left -= share) < 0)?.[0] ?? 'e-service';
  const { authentication } = eService;
  const isKnown = authentication === 'eid' || (authentication === 'optional' && chance.happens(KNOWN));
  return { channel, isKnown };
}

/** What somebody answers otherwise than a scenario does: who they are, and what they write about. */
function adaptedTo(caseType: CaseType, seed: number) {
  const { slug } = caseType.settings;
  const own = controlsOf(caseType).flatMap(({ form, list, answer, element: { options } }) =>
    form === 'application' && list === null && 'prefill' in options && typeof options.prefill === 'string'
      ? [{ place: answer.slice('/application'.length), what: options.prefill }]
      : []
  );
  const words = WORDS[slug] ?? [];
  const signing = coSignerFields(caseType).map(({ answer }) => answer.slice('/application'.length));
  return (told: JsonObject, { form, number }: Parameters<AnswersTo>[0]): JsonObject => {
    if (form !== 'application') return told;
    const chance = chanceOf(seed, `${slug} ${number} words`);
    const said = words.length > 0 ? { ...told, ...chance.pick(words) } : told;
    const facts = detailsOf(citizenOf(slug, seed, number));
    const mine = own.reduce((answers, { place, what }) => {
      const fact = at(facts, `/${what}`);
      return fact === undefined || at(answers, place) === undefined ? answers : put(answers, place, fact);
    }, said);
    const signers = signersOf(slug, seed, number);
    return signing.reduce((answers, place) => {
      const rows = at(answers, place);
      return Array.isArray(rows)
        ? put(
            answers,
            place,
            rows.map((row, index) => signerIn(row, signers[index]))
          )
        : answers;
    }, mine);
  };
}

const signerIn = (row: Json, signer: DemoCitizen | undefined): Json => {
  if (!signer || !isObject(row)) return row;
  const { name = null, 'personal-number': personalNumber = null, email = null, phone = null } = detailsOf(signer);
  const known: JsonObject = { name, personalNumber, email, phone };
  return { ...row, ...Object.fromEntries(Object.entries(known).filter(([key]) => Object.hasOwn(row, key))) };
};

const detailsOf = (citizen: DemoCitizen): JsonObject => {
  const { personalNumber, street, postcode, town, key } = citizen;
  const name = nameOf(citizen);
  return {
    ...{ name, 'personal-number': personalNumber },
    email: key === personalNumber ? `${plain(name)}@exempel.example` : `${key}@exempel.example`,
    phone: `+467017406${String(Number(personalNumber.slice(-3)) % 100).padStart(2, '0')}`,
    address: { street, postalCode: postcode.replaceAll(' ', ''), city: town }
  };
};

/** A name as it stands in an address of e-mail. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll('ı', 'i')
    .replace(/[^a-z -]/gu, '')
    .replaceAll(' ', '.');

/** When people write: mostly in the day and the evening. Hours after midnight, the more often they stand here. */
const HOURS = [7, 8, 8, 9, 9, 10, 10, 11, 12, 13, 13, 14, 15, 16, 17, 18, 19, 20, 20, 21, 22];
/** So many in a hundred that would come on a day off come on a day when people work. */
const ON_WORKING_DAYS = 70;

/** When each case comes in: by the season of its type, on working days in the day what staff begin, else when people write. */
function arrivalsIn({ settings }: CaseType, { cases, seed, now }: Omit<YearOptions, 'caseTypes'>): number[] {
  const { slug, initiatedBy } = settings;
  const chance = chanceOf(seed, `${slug} arrivals`);
  const today = stockholmDay(now);
  const { season } = loadOf(slug);
  const days = Array.from({ length: DAYS }, (_, back) => addDays(today, -back));
  const weights = days.map((day) => season[Number(day.slice(5, 7)) - 1] ?? 1);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const drawn = (): Day => {
    let left = (chance.whole(0, 999_999) / 1_000_000) * whole;
    return days.find((_, place) => (left -= weights[place] ?? 0) < 0) ?? today;
  };
  return Array.from({ length: cases }, () => {
    const day = drawn();
    const isOurs = initiatedBy === 'authority';
    const asked = isWorkingDay(day) || !(isOurs || chance.happens(ON_WORKING_DAYS)) ? day : workingDayBefore(day);
    const hour = isOurs ? chance.whole(8, 15) : chance.pick(HOURS);
    const at = startOfDay(asked).getTime() + hour * HOUR + chance.whole(0, HOUR - 1);
    return at < now.getTime() ? at : at - 24 * HOUR;
  }).sort((a, b) => a - b);
}

function workingDayBefore(day: Day): Day {
  let before = day;
  while (!isWorkingDay(before)) before = addDays(before, -1);
  return before;
}

const GOES_HOME = 16;

/** The same instant, or the last before it when people were at work. */
function lastAtWork(now: Date): number {
  const day = stockholmDay(now);
  const hour = (now.getTime() - startOfDay(day).getTime()) / HOUR;
  if (isWorkingDay(day) && hour >= 8) return Math.min(now.getTime(), startOfDay(day).getTime() + GOES_HOME * HOUR);
  return startOfDay(workingDayBefore(addDays(day, -1))).getTime() + GOES_HOME * HOUR;
}

/** The same instant, or the next when people are at work. */
export function inOffice(instant: number): number {
  const day = stockholmDay(new Date(instant));
  const hour = (instant - startOfDay(day).getTime()) / HOUR;
  if (isWorkingDay(day) && hour >= 8 && hour <= 16.5) return instant;
  let next = isWorkingDay(day) && hour < 8 ? day : addDays(day, 1);
  while (!isWorkingDay(next)) next = addDays(next, 1);
  return startOfDay(next).getTime() + (8 + (instant % HOUR) / HOUR) * HOUR;
}

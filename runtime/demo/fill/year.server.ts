import { rulesOf } from '../../case/rules.server.ts';
import type { CaseType } from '../../definition/case-type.ts';
import { controlsOf } from '../../definition/walk-form.ts';
import { asksOthersToSign, coSignerFields } from '../../definition/co-signers.ts';
import type { Json, JsonObject } from '../../definition/json.ts';
import type { Channel } from '../../definition/types.ts';
import { chanceOf, type Chance } from '../../form/generate/chance.ts';
import { at, isObject, put } from '../../form/pointer.ts';
import { liveCases, type AnswersTo, type Happening } from '../../simulate/lives.ts';
import { markedDefinition } from '../../simulate/marked.ts';
import { USUAL } from '../../simulate/model.ts';
import type { Record } from '../../simulate/record.ts';
import { toldAnswers } from '../../simulate/told-answers.ts';
import { stockholmDay } from '../../time/day.ts';
import { CITIZENS, nameOf, type DemoCitizen } from '../people.ts';
import { Choices } from './answers.ts';
import { arrivalsIn, inOffice } from './arrivals.ts';
import { openedAt, withEverySight, type Lived, type Manner } from './every-sight.ts';
import { loadOf } from './load.ts';
import { curiousManner, followingManner, usualManner } from './manners.ts';
import { POPULATION } from './population.ts';
import { cameTo, decided, sightsOf, standsIn, wentBy } from './sights.ts';
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
  /** What somebody who looks at it sees (`sights.ts`). */
  readonly shows: readonly string[];
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
/** What one has done before one does so much the less again. */
const AGAIN = 0.2;
/** The numbers of lives that are lived to find ways begin here. */
const EXPLORERS = 100_000;
/** So often they choose otherwise than a scenario does, and so often somebody writes in words of their own, in a hundred. */
const OTHERWISE = 50;
const IN_OWN_WORDS = 90;
/** So many in a hundred cases are those of people one can log in as. */
const OF_CAST = 6;
/** So many in a hundred who need not say who they are do. */
const KNOWN = 65;
/** A case that nobody has begun with is taken by somebody all the same, so many times in a hundred. */
const TAKEN = 45;

/**
 * A year of the demo municipality: its cases in the order that they came in, lived by the generator of the mass simulation, by
 * the rules that the platform then takes them by. Pure: the same options give the same year.
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

function yearOf(caseType: CaseType, { cases, seed, now }: Omit<YearOptions, 'caseTypes'>): PlannedCase[] {
  const arrivals = arrivalsIn(caseType, { cases, seed, now });
  const live = livingIn(caseType, seed, now);
  const year = live({ arrivals, manner: usualManner(caseType) });
  const scenarios = Object.keys(caseType.scenarios);
  const whole = withEverySight(year, {
    sights: sightsOf(caseType),
    now: now.getTime(),
    explore: (index, done) => {
      const scenario = scenarios[index];
      const manner =
        scenario === undefined
          ? curiousManner(caseType, chanceOf(seed, `${caseType.settings.slug} ${index} manner`), done)
          : followingManner(scenario);
      return live({
        arrivals: arrivals.slice(index % Math.ceil(cases / 2)).slice(0, 1),
        first: EXPLORERS + index,
        manner
      })[0];
    },
    leaveIn: (state, { number: first, manner, ...one }, later) =>
      live({ arrivals: [openedAt(one) + later], first, manner, leftIn: state })[0]
  });
  return whole.map((one) => plannedOf(caseType, one, seed));
}

interface Living {
  readonly arrivals: readonly number[];
  readonly first?: number;
  readonly manner: Manner;
  readonly leftIn?: string;
}

/** Lives cases of a case type until now. */
function livingIn(caseType: CaseType, seed: number, now: Date): (living: Living) => Lived[] {
  const { settings } = caseType;
  const definition = markedDefinition(caseType);
  const rules = rulesOf(definition);
  const answers = toldAnswers(caseType, seed, adaptedTo(caseType, seed));
  const { staff } = loadOf(settings.slug);
  return ({ arrivals, first = 0, manner, leftIn = '' }) => {
    const { drawnTo, follows, ...usual } = manner;
    const happened = new Map<number, Happening[]>();
    const start = new Date((arrivals[0] ?? now.getTime()) - 24 * HOUR);
    const { records } = liveCases({
      ...{
        definition,
        rules,
        answers,
        arrivals,
        first,
        leftIn,
        ...(drawnTo && { drawnTo }),
        ...(follows && { follows })
      },
      assumed: {
        ...{ ...USUAL, ...usual, cases: arrivals.length, seed, start, again: AGAIN },
        staff: { caseworker: staff, manager: 1, secretary: 1, registrar: 1 }
      },
      comesIn: (chance) => comesIn(settings, chance),
      parties: settings.initiatedBy === 'authority' ? ['party'] : [],
      until: now.getTime(),
      hear: (number, happening) => void happened.set(number, [...(happened.get(number) ?? []), happening])
    });
    return [...happened].flatMap(([number, happenings], opened) => {
      const record = records[opened];
      return record ? [{ number, forState: leftIn, manner, happenings, ...seenIn(record) }] : [];
    });
  };
}

/** What somebody who looks at a case sees. */
function seenIn({
  ended,
  resting,
  stays,
  states,
  branches,
  beslut
}: Record): Pick<Lived, 'stays' | 'standing' | 'shows'> {
  const standing = ended ? null : resting.split(' + ');
  const shows = [
    ...(standing ?? []).map(standsIn),
    ...states.map(cameTo),
    ...branches.map(wentBy),
    ...beslut.map(decided)
  ];
  return { stays, standing, shows };
}

function plannedOf(caseType: CaseType, lived: Lived, seed: number): PlannedCase {
  const { number, forState, happenings, shows } = lived;
  const { slug } = caseType.settings;
  const chance = chanceOf(seed, `${slug} ${number} turn`);
  const [first] = happenings;
  const isKnown = first?.kind === 'opened' && first.isKnown;
  const again = forState ? [forState, stockholmDay(new Date(openedAt(lived)))] : [];
  return {
    ...{ key: [seed, slug, number, ...again].join(':'), slug, happenings, shows },
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
  const choices = new Choices();
  const signing = coSignerFields(caseType).map(({ answer }) => answer.slice('/application'.length));
  return (told: JsonObject, { form, event, number, step, follows }: Parameters<AnswersTo>[0]): JsonObject => {
    const chance = chanceOf(seed, `${slug} ${number} ${form} ${step} words`);
    const asked = caseType.forms[form];
    const isTrying = number >= EXPLORERS && follows === undefined && chance.happens(OTHERWISE);
    const tried = asked && isTrying ? choices.make(told, asked, { event, number, step }) : told;
    if (form !== 'application') return tried;
    const said = words.length > 0 && chance.happens(IN_OWN_WORDS) ? { ...tried, ...chance.pick(words) } : tried;
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

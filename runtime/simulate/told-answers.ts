import { isOwnChannel } from '../access/opening-role.ts';
import { isLacking } from '../check/world.ts';
import { bookingFields } from '../definition/bookings.ts';
import type { CaseType } from '../definition/case-type.ts';
import type { Json, JsonObject } from '../definition/json.ts';
import { chanceOf } from '../form/generate/chance.ts';
import { isMadeUp } from '../form/generate/prose.ts';
import { generateAnswers } from '../form/generate/generate-answers.ts';
import { at, isObject, put } from '../form/pointer.ts';
import { project } from '../form/project.ts';
import { addDays, daysBetween, isDay, stockholmDay, type Day } from '../time/day.ts';
import type { AnswersTo } from './lives.ts';
import { allBranches } from './marked.ts';
import { after } from './script.ts';

interface Told {
  /** The key of the scenario that tells it. */
  readonly scenario: string;
  readonly day: Day;
  /** Whether it came by a channel where the sender fills in the form. */
  readonly isOwn: boolean;
  readonly answers: JsonObject;
}

/**
 * Answers as the scenarios of a case type tell them, with their days moved to the day of the case: each was written by
 * somebody who knows what a case of the type is about. What they lack in the case at hand is made up. A time to book is chosen anew.
 * @param adapt what is to be answered otherwise, as by whom it is
 */
export function toldAnswers(
  caseType: CaseType,
  seed: number,
  adapt: (told: JsonObject, asked: Parameters<AnswersTo>[0]) => JsonObject
): AnswersTo {
  const { forms, texts } = caseType;
  const told = toldIn(caseType);
  const booked: { [resource: string]: string[] } = {};
  const bookings = bookingFields(caseType);
  const lacking = new Map(Object.keys(forms).map((key) => [key, isLacking(caseType, key)]));
  return (asked) => {
    const { form: key, event, number, step, follows } = asked;
    const form = forms[key];
    if (!form) return {};
    const chance = chanceOf(seed, `${key} ${event ?? ''} ${number} ${step}`);
    const isOwn = isOwnChannel(String(at(asked.env.data, '/case/channel')));
    const all = told.get(keyOf(event, key)) ?? [];
    const followed = all.filter(({ scenario }) => scenario === follows);
    const fitting = event === null && isOwn ? all.filter((one) => one.isOwn) : all;
    const some = followed.length > 0 ? followed : fitting;
    const one = some.length > 0 ? chance.pick(some) : { day: asked.env.today, answers: {} };
    const mine = bookings.filter((booking) => booking.form === key);
    const moved = movedDays(one.answers, daysBetween(one.day, asked.env.today));
    const open = mine.reduce((left, { answer }) => put(left, answer.slice(key.length + 1), undefined), moved);
    const given = adapt(open, asked);
    const env = { ...asked.env, taken: booked };
    const projection = project(form, key, given, env);
    const isWhole = mine.length === 0 && lacking.get(key)?.(projection) === false;
    const label = (id: string) => texts.sv[`form.${key}.${id}.label`];
    const wish = { seed: seed * 7919 + number, style: 'believable', given, label } as const;
    const answers = isWhole ? projection.answers : (generateAnswers(form, key, env, wish) ?? projection.answers);
    for (const { answer, resource } of mine) {
      const time = at(answers, answer.slice(key.length + 1));
      if (typeof time === 'string') (booked[resource] ??= []).push(time);
    }
    return answers;
  };
}

const keyOf = (event: string | null, form: string) => `${event ?? ''} ${form}`;

/** What each event is answered in the scenarios, and the applications. */
function toldIn({ scenarios, flow }: CaseType): ReadonlyMap<string, readonly Told[]> {
  const told = new Map<string, Told[]>();
  const add = (key: string, one: Told) => told.set(key, [...(told.get(key) ?? []), one]);
  const isTold = ({ answers }: Told) => !isMadeUp(JSON.stringify(answers));
  const forms = formsOf(flow);
  for (const [scenario, { now, channel, application, steps }] of Object.entries(scenarios)) {
    let day = stockholmDay(new Date(now));
    const isOwn = isOwnChannel(channel);
    add(keyOf(null, 'application'), { scenario, day, isOwn, answers: plain(application) });
    for (const { wait, event, data, expect } of steps) {
      if (wait !== undefined) day = after(day, wait);
      if (event === undefined || !data || expect?.refused) continue;
      for (const form of forms.get(event) ?? [])
        add(keyOf(event, form), { scenario, day, isOwn, answers: plain(data) });
    }
  }
  // A scenario that was suggested has made-up answers: they stand in for nothing better only.
  return new Map([...told].map(([key, some]) => [key, some.some(isTold) ? some.filter(isTold) : some]));
}

/** The forms that each event asks for, in some state. */
function formsOf(flow: CaseType['flow']): ReadonlyMap<string, ReadonlySet<string>> {
  const forms = new Map<string, Set<string>>();
  for (const { branch, name } of allBranches(flow).filter(({ trigger }) => trigger === 'on')) {
    const form = branch.meta?.form;
    if (form !== undefined) forms.set(name, (forms.get(name) ?? new Set()).add(form));
  }
  return forms;
}

/** Answers with every leaf that is a day moved. Pure. */
export function movedDays(answers: JsonObject, days: number): JsonObject {
  const moved = (value: Json): Json => {
    if (typeof value === 'string') return isDay(value) ? addDays(value, days) : value;
    if (Array.isArray(value)) return value.map(moved);
    return isObject(value) ? movedDays(value, days) : value;
  };
  return Object.fromEntries(Object.entries(answers).map(([key, value]) => [key, moved(value)]));
}

const plain = (value: object): JsonObject => JSON.parse(JSON.stringify(value));

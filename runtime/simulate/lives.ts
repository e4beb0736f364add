import { mayDecide } from '../access/delegation.ts';
import { isStaffRole, rolesIn } from '../access/roles.ts';
import type { BeslutRecord } from '../case/model.ts';
import { SimulatedCase, type SimulatedStep } from '../case/simulated-case.ts';
import type { Rules } from '../case/rules.ts';
import type { Channel, Role } from '../definition/types.ts';
import { isRefusal } from '../errors/refusal.ts';
import { leavesOf } from '../flow/active.ts';
import { availableEvents } from '../flow/available-events.ts';
import { environmentOf } from '../flow/machine.ts';
import type { AvailableEvent, Definition, EngineState, FlowNode, Outcome } from '../flow/model.ts';
import { chanceOf, type Chance } from '../form/generate/chance.ts';
import type { Answers, Environment } from '../form/model.ts';
import { at, put } from '../form/pointer.ts';
import { stockholmDay, type Day } from '../time/day.ts';
import { Agenda } from './agenda.ts';
import { choose, type Choice } from './choose.ts';
import { marksIn } from './marked.ts';
import type { Assumptions } from './model.ts';
import { Office } from './office.ts';
import { Record } from './record.ts';
import { scriptOf } from './script.ts';
import { spread } from './spread.ts';
import { goesOnByItself, waysIn } from './ways.ts';

const DAY = 86_400_000;
/** A case that has done so much goes round: it is left where it is. */
const MOST_STEPS = 300;
/** Beside one way on from where the case stands, what may happen at any time is chosen this seldom. */
const ASIDE = 0.02;
/** Few appeal. */
const APPEALS = 0.1;
/** So many in a hundred who are asked to sign will not. */
const UNSIGNED = 8;
/** The parts have got a beslut so many days after it was made, and an automation answers within the hour, where nothing else is assumed. */
const DELIVERED = 2;
const ANSWERED = 1 / 24;

interface Life {
  readonly number: number;
  readonly chance: Chance;
  readonly simulated: SimulatedCase;
  readonly record: Record;
  /** How often each state was entered: what was planned on an earlier visit is dropped. */
  readonly visits: Map<string, number>;
  /** What the rules said no to in a visit, so that nobody tries it for ever. */
  readonly refused: Map<string, string[]>;
  /** The events that were sent, in order. */
  readonly sent: string[];
  /** When something was last sent. */
  last: number;
  /** Where nothing is done until the scenario that is followed has something done there. */
  readonly idle: Set<string>;
  steps: number;
  told: string;
  /** The timer that the agenda waits for already. */
  awaited: string;
  isLeft: boolean;
}

type Plan =
  | { readonly kind: 'open' }
  | { readonly kind: 'timer' }
  | { readonly kind: 'told'; readonly decidedOn: string }
  | { readonly kind: 'signed'; readonly signatures: 'all' | 'refused' }
  | { readonly kind: 'answer'; readonly state: string; readonly visit: number; readonly id: string }
  | {
      readonly kind: 'work' | 'event';
      readonly state: string;
      readonly visit: number;
      readonly event: string;
      readonly role: Role;
    };

/** One thing that happened to a case. */
export type Happening = { readonly at: number } & (
  | { readonly kind: 'opened'; readonly channel: Channel; readonly isKnown: boolean; readonly answers: Answers }
  | {
      readonly kind: 'event';
      readonly event: string;
      readonly role: Role;
      readonly answers: Answers | null;
      /** The state that the case rested in. */ readonly state: string;
    }
  | { readonly kind: 'answered'; readonly id: string; readonly outcome: Outcome }
  /** Clocks ran out. */
  | { readonly kind: 'clock' }
  /** Every part has got the beslut, on this day. */
  | { readonly kind: 'told'; readonly receivedOn: Day }
  /** Those who were asked to sign too have, or one will not. */
  | { readonly kind: 'signed'; readonly signatures: 'all' | 'refused' }
);

/** Answers to a form for a case by its number; `event` asks for them, null is the application. */
export type AnswersTo = (asked: {
  readonly form: string;
  readonly env: Environment;
  readonly number: number;
  /** How many steps the case has taken. */
  readonly step: number;
  readonly event: string | null;
  /** The scenario that the case follows, if it does. */
  readonly follows?: string | undefined;
}) => Answers;

/** The cases that are to be lived, and what they meet. */
export interface Cases {
  readonly definition: Definition;
  readonly rules: Rules;
  readonly assumed: Assumptions;
  /** When each comes in, earliest first. */
  readonly arrivals: readonly number[];
  /** The number of the first, where it is not 0: a case lives by its number. */
  readonly first?: number;
  readonly answers: AnswersTo;
  /** How a case comes in: by which channel, and whether it is known from whom. */
  readonly comesIn: (chance: Chance) => { readonly channel: Channel; readonly isKnown: boolean };
  /** The roles of parties that stand in the case beside the applicant. */
  readonly parties: readonly Role[];
  /** How often an event is chosen in a state, in place of what is assumed of it. */
  readonly drawnTo?: (event: string, state: string) => number;
  /** The cases go as a scenario tells, by its key, so many events long; then what is done is chosen as in others. */
  readonly follows?: { readonly scenario: string; readonly events: number };
  /** Nothing happens after this instant. */
  readonly until?: number;
  /** A case that comes to this state is left there: nobody does anything more in it, only clocks run. */
  readonly leftIn?: string;
  /** Hears what happens to each case, in the order that it happens. */
  readonly hear?: (number: number, happening: Happening) => void;
  /** Hears of every hundredth case that was opened. */
  readonly progress?: (opened: number) => void;
}

/** What became of cases that were lived. */
export interface Outcomes {
  readonly records: readonly Record[];
  readonly office: Office;
  readonly unopened: number;
  /** What the rules said no to, by code. */
  readonly refusals: Readonly<{ [code: string]: number }>;
}

/**
 * Lives many cases of a case type through the real engine and the real access rules: they come in, people work with them in order,
 * others answer when they do, timers fire. Pure: the same cases live the same lives.
 */
export function liveCases(cases: Cases): Outcomes {
  const { definition, rules, assumed, answers, arrivals, first = 0, until = Infinity, follows } = cases;
  const { caseType } = definition;
  const scenario = follows && caseType.scenarios[follows.scenario];
  const script = follows && scenario ? scriptOf(scenario).slice(0, follows.events) : [];
  const office = new Office(assumed.staff, assumed.start);
  const agenda = new Agenda<{ readonly number: number; readonly plan: Plan }>();
  const lives = new Map<number, Life>();
  const records: Record[] = [];
  const refusals: { [code: string]: number } = {};
  const waysOf = waysIn(definition);
  let unopened = 0;
  const hear = cases.hear ?? (() => undefined);

  for (const [index, at] of arrivals.entries()) agenda.put(at, { number: first + index, plan: { kind: 'open' } });
  for (let next = agenda.take(); next && next.at <= until; next = agenda.take()) {
    const { number, plan } = next.what;
    if (plan.kind === 'open') open(number, next.at);
    else carryOut(lives.get(number), plan, next.at);
  }
  return { records, office, unopened, refusals };

  function open(number: number, instant: number): void {
    const now = new Date(instant);
    const chance = chanceOf(assumed.seed, `case ${number}`);
    const { channel, isKnown } = cases.comesIn(chance);
    const env = environmentOf(caseType, { case: { today: stockholmDay(now), channel } });
    const given = answers({ form: 'application', env, number, step: 0, event: null, follows: follows?.scenario });
    const beslut: BeslutRecord[] = [];
    const watch = ({ decision }: SimulatedStep) => void (decision.beslut && beslut.push(decision.beslut));
    const simulated = SimulatedCase.open(
      { rules, now, results: {}, parties: cases.parties, isKnown, isPlain: true, watch },
      { answers: given, channel }
    );
    if (number % 100 === 0) cases.progress?.(number);
    if (isRefusal(simulated)) {
      unopened += 1;
      refusals[simulated.refused] = (refusals[simulated.refused] ?? 0) + 1;
      return;
    }
    hear(number, { kind: 'opened', at: instant, channel, isKnown, answers: given });
    const life = {
      number,
      chance,
      simulated,
      record: new Record(definition, instant, beslut),
      visits: new Map(),
      refused: new Map(),
      sent: [],
      last: instant,
      idle: new Set<string>(),
      steps: 0,
      told: '',
      awaited: '',
      isLeft: false
    };
    lives.set(number, life);
    records.push(life.record);
    if (at(simulated.record.state.data, '/case/signatures') === 'waiting') {
      const signatures = chance.happens(UNSIGNED) ? 'refused' : 'all';
      agenda.put(instant + spread(chance, assumed.days.party * DAY), { number, plan: { kind: 'signed', signatures } });
    }
    goOn(life);
  }

  function carryOut(life: Life | undefined, plan: Plan, instant: number): void {
    if (!life || life.record.ended) return;
    const { simulated, number } = life;
    const { seq } = simulated.record;
    simulated.waitUntil(new Date(instant));
    if (simulated.record.seq > seq) {
      hear(number, { kind: 'clock', at: instant });
      goOn(life);
    }
    const before = simulated.record.seq;
    if (life.isLeft && plan.kind !== 'told') return;
    if (plan.kind === 'told' && isUntold(simulated.record.state, plan.decidedOn)) {
      const receivedOn = stockholmDay(simulated.now);
      hear(number, { kind: 'told', at: instant, receivedOn });
      simulated.tell({ receivedOn });
    }
    if (plan.kind === 'signed') {
      hear(number, { kind: 'signed', at: instant, signatures: plan.signatures });
      simulated.tell({ signatures: plan.signatures });
    }
    if (plan.kind === 'answer' && isStill(life, plan)) {
      const outcome = resultOf(life, plan.id);
      hear(number, { kind: 'answered', at: instant, id: plan.id, outcome });
      simulated.answer(plan.id, outcome);
    }
    if (plan.kind === 'work' && isStill(life, plan)) {
      const minutes = assumed.minutes[plan.event] ?? assumed.minutes.otherwise;
      const done = office.work(plan.role, instant, spread(life.chance, minutes));
      agenda.put(done, { number, plan: { ...plan, kind: 'event' } });
    }
    if (plan.kind === 'event' && isStill(life, plan)) {
      const available = availableEvents(definition, simulated.record.state).find(({ event }) => event === plan.event);
      const form = available?.meta.form;
      const env = environmentOf(caseType, put(simulated.record.state.data, '/case/today', stockholmDay(simulated.now)));
      const asked = { env, number, step: life.steps, event: plan.event, follows: followedBy(life) };
      const given = form === undefined ? null : answers({ form, ...asked });
      const refusal = available ? simulated.send(plan.event, plan.role, given ?? {}) : null;
      if (available && !refusal) {
        const { event, role, state } = plan;
        life.sent.push(event);
        life.last = instant;
        hear(number, { kind: 'event', at: instant, event, role, answers: given, state });
      }
      if (refusal) refusals[refusal.refused] = (refusals[refusal.refused] ?? 0) + 1;
      const visit = `${plan.state} ${plan.visit}`;
      if (refusal || !available) life.refused.set(visit, [...(life.refused.get(visit) ?? []), plan.event]);
      // Nothing was left: what is done there next is chosen anew.
      const leaf =
        isStill(life, plan) && leavesOf(definition, simulated.record.state).find(({ key }) => key === plan.state);
      if (leaf && simulated.record.state.status === 'active') planFor(life, leaf);
    }
    // A time that had run out before somebody came to where it counts.
    if (simulated.record.seq > before + 1) hear(number, { kind: 'clock', at: instant });
    if (simulated.record.seq > seq) goOn(life);
  }

  /** What follows from what has happened: clocks, new plans where the case stands anew, the end. */
  function goOn(life: Life): void {
    const { simulated, record, number } = life;
    const marks = marksIn(simulated.takeEffects());
    const instant = simulated.now.getTime();
    record.note(simulated.record.state, marks, instant);
    record.steps = simulated.record.seq;
    life.steps += 1;
    for (const key of marks.states) life.visits.set(key, (life.visits.get(key) ?? 0) + 1);
    const { status, timers, data } = simulated.record.state;
    if (status === 'done' || life.steps > MOST_STEPS) {
      lives.delete(number);
      return record.end(status === 'done');
    }
    const [timer] = timers;
    if (timer && timer.at !== life.awaited) {
      life.awaited = timer.at;
      agenda.put(Date.parse(timer.at), { number, plan: { kind: 'timer' } });
    }
    const decidedOn = at(data, '/case/decidedOn');
    if (typeof decidedOn === 'string' && life.told !== decidedOn && (at(data, '/case/receivedOn') ?? null) === null) {
      life.told = decidedOn;
      agenda.put(instant + (assumed.days.receipt ?? DELIVERED) * DAY, { number, plan: { kind: 'told', decidedOn } });
    }
    const entered = new Set(marks.states);
    const leaves = leavesOf(definition, simulated.record.state);
    life.isLeft ||= leaves.some(({ key }) => key === cases.leftIn);
    if (life.isLeft) return;
    for (const leaf of leaves) if (entered.has(leaf.key) || life.idle.has(leaf.key)) planFor(life, leaf);
  }

  function isStill({ visits, simulated }: Life, { state, visit }: { state: string; visit: number }): boolean {
    return visits.get(state) === visit && leavesOf(definition, simulated.record.state).some(({ key }) => key === state);
  }

  /** What somebody will do in a state that the case has come to: chosen once, done when they get to it. */
  function planFor(life: Life, leaf: FlowNode): void {
    const { simulated, chance, number } = life;
    const instant = simulated.now.getTime();
    const place = { state: leaf.key, visit: life.visits.get(leaf.key) ?? 0 };
    const { invoke, type } = leaf.config;
    if (type === 'final') return;
    const { automation = ANSWERED } = assumed.days;
    if (invoke)
      agenda.put(instant + spread(chance, automation * DAY), {
        number,
        plan: { kind: 'answer', id: invoke.id, ...place }
      });
    const not = life.refused.get(`${place.state} ${place.visit}`) ?? [];
    const { own, aside } = waysOf(leaf);
    const next = script[life.sent.length];
    const possible = availableEvents(definition, simulated.record.state).flatMap((available): Choice[] => {
      const { event, meta } = available;
      const isOwn = own.has(event);
      const role = (isOwn || aside.has(event)) && !not.includes(event) && roleFor(life, available);
      const usual = !isOwn ? ASIDE : meta.appeal === 'lodged' ? APPEALS : 1;
      const times = life.sent.filter((one) => one === event).length;
      const drawn = cases.drawnTo?.(event, leaf.key) ?? assumed.weights[event] ?? 1;
      if (role && next !== undefined) return next.event === event ? [{ event, role, weight: 1 }] : [];
      return role ? [{ event, role, weight: usual * drawn * (assumed.again ?? 1) ** times }] : [];
    });
    const chosen = choose(chance, possible, goesOnByItself(leaf.config) ? 1 : 0);
    if (chosen || next === undefined) life.idle.delete(leaf.key);
    else life.idle.add(leaf.key);
    if (!chosen) return;
    const lag = outsideLag(chance, leaf, chosen.role);
    const waits = Math.max(instant + lag, life.last + (next?.days ?? 0) * DAY);
    const kind = isStaffRole(chosen.role) ? 'work' : 'event';
    agenda.put(waits, { number, plan: { kind, event: chosen.event, role: chosen.role, ...place } });
  }

  /** The role in which an event would be sent: one that somebody has in this case, and that may decide it. */
  function roleFor({ simulated: { record }, simulated }: Life, { meta, roles }: AvailableEvent): Role | undefined {
    return roles.find((role) => {
      const actor = simulated.actor(role);
      return rolesIn(actor, record).includes(role) && (!meta.beslut || mayDecide(actor, record, meta.beslut));
    });
  }

  /** How long the case waits for somebody outside before it is worked with. */
  function outsideLag(chance: Chance, { config: { meta } }: FlowNode, role: Role): number {
    const { party, authority, namnd } = assumed.days;
    if (role === 'system') return 0;
    if (!isStaffRole(role)) return spread(chance, party * DAY);
    if (meta?.waitsFor === 'applicant' || meta?.waitsFor === 'party') return spread(chance, party * DAY);
    if (meta?.waitsFor === 'authority') return spread(chance, authority * DAY);
    return meta?.waitsFor === 'namnd' || meta?.waitsFor === 'fullmaktige' ? spread(chance, namnd * DAY) : 0;
  }

  /** Its latest beslut was made that day, and the parts have not got it. */
  function isUntold({ status, data }: EngineState, decidedOn: string): boolean {
    const isLatest = at(data, '/case/decidedOn') === decidedOn && (at(data, '/case/receivedOn') ?? null) === null;
    return status === 'active' && isLatest;
  }

  /** The scenario that a case follows still. */
  function followedBy({ sent }: Life): string | undefined {
    return sent.length < script.length ? follows?.scenario : undefined;
  }

  function resultOf(life: Life, id: string): Outcome {
    const { chance } = life;
    const followed = followedBy(life);
    if (chance.happens(assumed.failures)) return { error: 'unreachable' };
    const told = Object.entries(caseType.scenarios).flatMap(([key, { results }]) => {
      const output: unknown = results?.[id]?.output;
      return output === undefined || (followed ?? key) !== key ? [] : [output];
    });
    return { output: told.length > 0 ? JSON.parse(JSON.stringify(chance.pick(told))) : {} };
  }
}

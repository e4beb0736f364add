import { isStaffRole, STAFF_ROLES } from '../access/roles.ts';
import type { Actor, CaseRecord, Delegation, PartyRef } from '../access/model.ts';
import type { JsonObject } from '../definition/json.ts';
import type { Role } from '../definition/types.ts';
import { PlatformError } from '../errors/platform-error.ts';
import { isRefusal, type Refusal } from '../errors/refusal.ts';
import type { Effect, EngineState, Outcome, Waiting } from '../flow/model.ts';
import type { Answers } from '../form/model.ts';
import { addDays, addMonths, startOfDay, stockholmDay } from '../time/day.ts';
import { parsePeriod } from '../time/period.ts';
import { decide } from './decide.ts';
import { decideFacts, decideResult, decideTimer } from './decide-news.ts';
import { decideOpen } from './decide-open.ts';
import { legalStateAfter } from './legal-state.ts';
import { placeOf, type Place } from './place-of.ts';
import type { Decision } from './model.ts';
import type { Rules } from './rules.ts';

export interface SimulationOptions {
  readonly rules: Rules;
  readonly now: Date;
  /** What each automation answers, by its id; one that is not here never answers. */
  readonly results: Readonly<Record<string, Outcome>>;
  /** The roles of parties that stand in the case beside the applicant. */
  readonly parties?: readonly Role[];
  /** Left out: yes. Else nobody knows whose case it is. */
  readonly isKnown?: boolean;
  /** Hears of every step as it is taken. */
  readonly watch?: (step: SimulatedStep) => void;
  /** Leaves out the way through JSON, which costs more than the step itself, where there are thousands of cases. */
  readonly isPlain?: boolean;
}

/** What one step of a simulated case did. */
export interface SimulatedStep {
  readonly seq: number;
  readonly at: Date;
  readonly decision: Decision;
}

/**
 * One case of a case type, lived in memory by the real engine, the real forms and the real access rules; only
 * automations are faked. One person plays each role. What happens is kept as JSON between steps, as in the database.
 */
export class SimulatedCase {
  readonly #rules: Rules;
  readonly #results: SimulationOptions['results'];
  readonly #watch: SimulationOptions['watch'];
  readonly #isPlain: boolean;
  #record: CaseRecord;
  #now: Date;
  #effects: Effect[] = [];

  private constructor(options: SimulationOptions, record: CaseRecord) {
    this.#rules = options.rules;
    this.#results = options.results;
    this.#watch = options.watch;
    this.#isPlain = options.isPlain === true;
    this.#now = options.now;
    this.#record = record;
  }

  /** Opens a case as the channel has it: by the applicant, by somebody unknown, or by staff. */
  static open(
    options: SimulationOptions,
    { answers, channel }: { answers: Answers; channel: string }
  ): SimulatedCase | Refusal {
    const { definition } = options.rules;
    const { settings } = definition.caseType;
    const place = placeOf(definition.caseType, answers, stockholmDay(options.now));
    const openAs = (role: Role) =>
      decideOpen(
        options.rules,
        { caseId: CASE_ID, actor: actorOf(role, place), answers, facts: { channel } },
        options.now
      );
    const asked = openAs('applicant');
    const opened = isRefusal(asked) && asked.refused === 'access.denied' ? openAs('registrar') : asked;
    if (isRefusal(opened)) return opened;
    const parties = settings.parties.flatMap((rule): PartyRef[] =>
      (rule.role === 'applicant' && options.isKnown !== false) || options.parties?.includes(rule.role)
        ? [{ partyId: rule.role, personId: rule.role, role: rule.role, isPart: rule.isPart }]
        : []
    );
    const blank = {
      id: CASE_ID,
      slug: settings.slug,
      seq: 0,
      ...place,
      legalState: 'oppet',
      assigneeId: null,
      parties
    } as const;
    const delegations = (settings.delegation ?? []).flatMap(heldByAll);
    const simulated = new SimulatedCase(options, { ...blank, delegations, state: opened.state });
    simulated.#keep(opened);
    simulated.#settle();
    return simulated;
  }

  /** The same case at the same moment, to be led another way. */
  fork(watch?: NonNullable<SimulationOptions['watch']>): SimulatedCase {
    return new SimulatedCase(
      { rules: this.#rules, results: this.#results, now: this.#now, isPlain: this.#isPlain, ...(watch && { watch }) },
      this.#record
    );
  }

  get record(): CaseRecord {
    return this.#record;
  }

  get now(): Date {
    return this.#now;
  }

  /** Who plays a role in this case. */
  actor(role: Role): Actor {
    return actorOf(role, this.#record);
  }

  /** What was done since it was last asked, in order. */
  takeEffects(): Effect[] {
    return this.#effects.splice(0);
  }

  /** Sends an event; returns why not, or null when it was carried out. */
  send(event: string, role: Role, answers: Answers = {}): Refusal | null {
    const command = { key: '', caseId: CASE_ID, seq: this.#record.seq, actor: this.actor(role), event, answers };
    const decision = decide(this.#rules, this.#record, command, this.#now);
    if (isRefusal(decision)) return decision;
    this.#keep(decision);
    this.#settle();
    return null;
  }

  /** Lets time pass; every timer that comes due fires at its own time. */
  wait(period: string): void {
    this.waitUntil(later(this.#now, period));
  }

  /** Lets time pass until an instant; every timer that comes due fires at its own time. */
  waitUntil(until: Date): void {
    this.#fireUntil(until);
    if (until > this.#now) this.#now = until;
  }

  /** Lets time pass until the next timer has fired; false when none runs. */
  waitForTimer(): boolean {
    const [timer] = this.#record.state.timers;
    if (timer) this.#fireUntil(new Date(timer.at));
    return timer !== undefined;
  }

  /** Lets an automation answer that is waited for. */
  answer(id: string, outcome: Outcome): void {
    const awaited = this.#record.state.waiting.find((waiting) => waiting.id === id);
    if (awaited) this.#receive(awaited, outcome);
    this.#settle();
  }

  /** Tells what became known outside the flow. */
  tell(facts: JsonObject): void {
    const decision = decideFacts(this.#rules.definition, this.#record, { event: 'facts', facts }, this.#now);
    if (decision) this.#keep(decision);
    this.#settle();
  }

  #keep(decision: Decision): void {
    const state: EngineState = this.#isPlain ? decision.state : JSON.parse(JSON.stringify(decision.state));
    const legalState = legalStateAfter(this.#record.legalState, decision);
    this.#record = { ...this.#record, seq: this.#record.seq + 1, state, legalState };
    this.#effects.push(...decision.effects);
    this.#watch?.({ seq: this.#record.seq, at: this.#now, decision });
  }

  /** Automations answer at once, and what is due already fires. */
  #settle(): void {
    for (let rounds = 0; rounds < MOST_ROUNDS; rounds += 1) {
      const awaited = this.#record.state.waiting.find(({ id }) => Object.hasOwn(this.#results, id));
      const outcome = awaited && this.#results[awaited.id];
      if (!awaited || !outcome) return this.#fireUntil(this.#now);
      this.#receive(awaited, outcome);
    }
    throw new PlatformError('simulation.endless');
  }

  #receive({ id, seq }: Waiting, outcome: Outcome): void {
    const decision = decideResult(this.#rules.definition, this.#record, { id, seq, outcome }, this.#now);
    if (decision) this.#keep(decision);
  }

  #fireUntil(until: Date): void {
    for (let rounds = 0; rounds < MOST_ROUNDS; rounds += 1) {
      const [timer] = this.#record.state.timers;
      if (!timer || Date.parse(timer.at) > until.getTime()) return;
      this.#now = new Date(Math.max(this.#now.getTime(), Date.parse(timer.at)));
      const decision = decideTimer(this.#rules.definition, this.#record, timer.event, this.#now);
      if (!decision) return;
      this.#keep(decision);
      this.#settle();
    }
    throw new PlatformError('simulation.endless');
  }
}

const CASE_ID = 'simulated';
/** A flow that answers itself for ever is stopped here. */
const MOST_ROUNDS = 500;

/** Who holds an item is the organ's to say and not the case type's: here everybody who may send the event does. */
const heldByAll = (item: string): Delegation[] => {
  const nobody = { item, title: item, unit: null, role: null, personId: null, automated: false };
  return [
    { ...nobody, automated: true },
    ...STAFF_ROLES.flatMap((role) => [
      { ...nobody, role },
      { ...nobody, personId: role }
    ])
  ];
};

function actorOf(role: Role, { organ, unit }: Place): Actor {
  if (role === 'system') return { kind: 'system' };
  if (role === 'anyone') return { kind: 'link', caseId: CASE_ID };
  return { kind: 'person', personId: role, name: role, memberships: isStaffRole(role) ? [{ organ, unit, role }] : [] };
}

/** The same time of day so many days later; hours are exact. */
function later(from: Date, text: string): Date {
  const period = parsePeriod(text);
  if (!period) throw new PlatformError('simulation.not_a_period', { period: text });
  const day = stockholmDay(from);
  const timeOfDay = from.getTime() - startOfDay(day).getTime();
  const target = addDays(addMonths(day, period.months), period.days);
  return new Date(startOfDay(target).getTime() + timeOfDay + period.hours * 3_600_000);
}

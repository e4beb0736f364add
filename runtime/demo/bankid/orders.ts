import { randomUUID } from 'node:crypto';
import { nameOf, type DemoCitizen } from '../people.ts';
import { evidence } from './evidence.ts';

/** What the one who plays the phone can let happen to an order. */
export const OUTCOMES = [
  'success',
  'success-high-risk',
  'userCancel',
  'cancelled',
  'expiredTransaction',
  'startFailed',
  'certificateErr',
  'unknownFailure'
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Hints under which an order can be left waiting. */
export const HINTS = ['started', 'userSign', 'userMrtd', 'processing', 'unknownHint'] as const;

/** What the next request to start an order can get instead of an order. */
export const REFUSALS = { alreadyInProgress: 400, Maintenance: 503 } as const;
export type RefusalCode = keyof typeof REFUSALS;

export interface TestOrder {
  readonly orderRef: string;
  readonly autoStartToken: string;
  readonly qrStartToken: string;
  readonly qrStartSecret: string;
  readonly kind: 'auth' | 'sign';
  /** Base64, as the relying party sent them. */
  readonly visible: string | undefined;
  readonly nonVisible: string | undefined;
  readonly returnUrl: string | undefined;
  readonly personalNumber: string | undefined;
  readonly wantsRisk: boolean;
  readonly endUserIp: string;
  readonly startedAt: number;
  /** When the app was opened for it; an order that never was ends in `startFailed` after 30 seconds, one that was after three minutes. */
  openedAt?: number;
  result: object;
}

const pending = (hintCode: string) => ({ status: 'pending', hintCode });
const failed = (hintCode: string) => ({ status: 'failed', hintCode });

export class TestOrders {
  readonly #orders = new Map<string, TestOrder>();
  readonly #now: () => number;
  #refuseNext: RefusalCode | undefined;

  constructor(now: () => number) {
    this.#now = now;
  }

  refuseNext(code: RefusalCode | undefined) {
    this.#refuseNext = code;
  }

  takeRefusal(): RefusalCode | undefined {
    const code = this.#refuseNext;
    this.#refuseNext = undefined;
    return code;
  }

  start(
    order: Pick<
      TestOrder,
      'kind' | 'visible' | 'nonVisible' | 'returnUrl' | 'personalNumber' | 'wantsRisk' | 'endUserIp'
    >
  ) {
    const started: TestOrder = {
      ...order,
      orderRef: randomUUID(),
      autoStartToken: randomUUID(),
      qrStartToken: randomUUID(),
      qrStartSecret: randomUUID(),
      startedAt: this.#now(),
      result: pending('outstandingTransaction')
    };
    this.#orders.set(started.orderRef, started);
    return started;
  }

  /** The order by its reference, or by the token that a same-device link carries. */
  find(token: string): TestOrder | undefined {
    this.#expire();
    return this.#orders.get(token) ?? [...this.#orders.values()].find(({ autoStartToken }) => autoStartToken === token);
  }

  waiting(): TestOrder[] {
    this.#expire();
    return [...this.#orders.values()]
      .filter(({ result }) => 'status' in result && result.status === 'pending')
      .reverse();
  }

  /** A finished order is told once, then forgotten. */
  collect(orderRef: string): object | undefined {
    const order = this.find(orderRef);
    if (!order) return undefined;
    if (!('status' in order.result) || order.result.status !== 'pending') this.#orders.delete(orderRef);
    return { orderRef, ...order.result };
  }

  cancel(orderRef: string): boolean {
    return this.#orders.delete(orderRef);
  }

  wait(order: TestOrder, hint: string) {
    order.openedAt ??= this.#now();
    order.result = pending(hint);
  }

  finish(order: TestOrder, outcome: Outcome, person: DemoCitizen) {
    if (outcome === 'success' || outcome === 'success-high-risk') {
      const risk = outcome === 'success' ? 'low' : 'high';
      order.result = { status: 'complete', completionData: this.#completion(order, person, risk) };
    } else order.result = failed(outcome);
  }

  #completion(order: TestOrder, person: DemoCitizen, risk: string) {
    return {
      user: {
        personalNumber: person.personalNumber,
        name: nameOf(person),
        givenName: person.givenName,
        surname: person.surname
      },
      device: { ipAddress: order.endUserIp, uhi: 'OZvYM9VvyiAmG7NA5jU5zqGcVpo=' },
      stepUp: { mrtd: false },
      bankIdIssueDate: '2025-03-01Z',
      ...evidence(order, person, new Date(this.#now())),
      ...(order.wantsRisk ? { risk } : {})
    };
  }

  #expire() {
    for (const order of this.#orders.values()) {
      if (!('status' in order.result) || order.result.status !== 'pending') continue;
      if (order.openedAt === undefined && this.#now() - order.startedAt > 30_000) order.result = failed('startFailed');
      if (order.openedAt !== undefined && this.#now() - order.openedAt > 180_000)
        order.result = failed('expiredTransaction');
    }
  }
}

import { beginPayment, type PayPorts } from '../../case/pay.server.ts';
import { amountOf } from '../../case/payments.ts';
import type { JsonObject } from '../../definition/json.ts';
import type { Outcome } from '../../flow/model.ts';
import { stockholmDay } from '../../time/day.ts';
import type { AutomationRun } from '../automations.server.ts';

/**
 * `payment` that somebody makes to us: begins it with the provider, and leaves the case waiting until the provider says that it is
 * paid. Nothing to pay is paid at once.
 */
export async function takePayment(
  input: JsonObject,
  { caseId, automation }: AutomationRun,
  ports: PayPorts
): Promise<Outcome | null> {
  if (!ports.payments) return { error: 'not-connected' };
  const amount = amountOf({ input });
  if (amount === null) return { error: 'payment.no-amount' };
  if (amount === 0) return { output: { amount, paidOn: stockholmDay(ports.clock.now()) } };
  const begun = await beginPayment(caseId, automation, ports);
  return begun === 'refused' ? { error: 'payment.refused' } : null;
}

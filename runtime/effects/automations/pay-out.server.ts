import type { PayPorts } from '../../case/pay.server.ts';
import { amountOf } from '../../case/payments.ts';
import type { JsonObject } from '../../definition/json.ts';
import { PlatformError } from '../../errors/platform-error.ts';
import type { Outcome } from '../../flow/model.ts';
import { loadCase, type LoadedCase } from '../../persistence/load-case.server.ts';
import { personnummerOf } from '../../persistence/people.server.ts';
import { stockholmDay } from '../../time/day.ts';
import type { AutomationRun } from '../automations.server.ts';

/** `payment` that we make to the applicant: once, however often it is tried. Nothing to pay is paid at once. */
export async function payOut(
  input: JsonObject,
  { caseId, key }: AutomationRun,
  { payments, clock }: PayPorts
): Promise<Outcome> {
  if (!payments) return { error: 'not-connected' };
  const amount = amountOf({ input });
  if (amount === null) return { error: 'payment.no-amount' };
  const paidOn = stockholmDay(clock.now());
  if (amount === 0) return { output: { amount, paidOn } };
  const found = await loadCase(caseId);
  if (!found) throw new PlatformError('case.not_found', { caseId });
  const payee = await payeeOf(found);
  if (!payee) return { error: 'payment.no-payee' };
  const { number: reference } = found.case_;
  const paid = await payments.payOut({ id: key, amount, reference, payee });
  if (paid === 'refused') return { error: 'payment.refused' };
  return { output: { amount, paidOn, reference, payout: paid.providerId } };
}

/** By what is proved of the applicant before what somebody wrote of them. */
async function payeeOf({ parties }: LoadedCase): Promise<string | null> {
  const applicant = parties.find(({ role }) => role === 'applicant');
  if (!applicant) return null;
  const { person_id: personId, organisationsnummer, personnummer } = applicant;
  return (personId && (await personnummerOf(personId))) ?? organisationsnummer ?? personnummer;
}

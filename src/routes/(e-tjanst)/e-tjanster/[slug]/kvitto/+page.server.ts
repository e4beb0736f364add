import { definitionOf, readReceipt } from '#runtime';
import { textsIn } from '#lib/server/case-type-text.ts';
import { receiptOf } from '#lib/server/filing/receipt-cookie.ts';
import { clock } from '#lib/server/services.ts';

export const load = async (event) => {
  const secrets = receiptOf(event);
  const receipt = secrets && (await readReceipt(secrets.receipt, clock.now()));
  if (!receipt) return { receipt: undefined, title: '', statusLink: undefined };
  const { caseType } = await definitionOf(receipt.versionId);
  const title = textsIn(caseType, event.locals.language)['caseType.title'] ?? '';
  const { number, submittedAt, sections, asksOthers, actedFor } = receipt;
  return {
    receipt: { number, submittedAt, sections, asksOthers, actedFor },
    title,
    statusLink: secrets.status === null ? undefined : `${event.url.origin}/status/${secrets.status}`
  };
};

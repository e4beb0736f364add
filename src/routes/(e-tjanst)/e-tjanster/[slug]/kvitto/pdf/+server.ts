import { Readable } from 'node:stream';
import { error } from '@sveltejs/kit';
import { ports, readReceipt, receiptDocument } from '#runtime';
import { receiptOf } from '#lib/server/filing/receipt-cookie.ts';
import { sendFile } from '#lib/server/send-file.ts';
import { clock } from '#lib/server/services.ts';

/** The receipt as PDF/A, for the one who has just sent the application. */
export const GET = async (event) => {
  const secrets = receiptOf(event);
  const receipt = secrets && (await readReceipt(secrets.receipt, clock.now()));
  const document = receipt && (await receiptDocument(receipt.caseId, ports()));
  if (!document) error(404);
  const { name, content } = document;
  const bytes = Readable.from([content], { objectMode: false });
  return sendFile(bytes, { name, mediaType: 'application/pdf', size: content.length });
};

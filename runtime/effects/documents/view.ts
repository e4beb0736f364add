import type { Fact, Frame, ReceiptData, SomeDocument } from '../../ports/document-maker.ts';
import { longDate, longTime } from '../language.ts';
import { DOCUMENT_WORDS } from './words.ts';

/** What the templates are filled with: the data and, beside it, what of it must be put in words. Pure. */
export function viewOf({ kind, data }: SomeDocument): object {
  const view = { ...data, ...frameView(data) };
  if (kind === 'receipt') return { ...view, ...receiptView(data) };
  return kind === 'supplement-request' ? { ...view, lastDayText: longDate(data.lastDay, data.language) } : view;
}

function frameView({ language, date, number, subject }: Frame) {
  const words = DOCUMENT_WORDS[language];
  return {
    words: { ...words, number: words[number.label] },
    dateText: longDate(date, language),
    numberText: number.value,
    subject: subject ?? null
  };
}

function receiptView({ language, receivedAt, actedFor, signature, follow, files }: ReceiptData) {
  const words = DOCUMENT_WORDS[language];
  const summary: Fact[] = [{ label: words.received, value: longTime(receivedAt, language) }];
  if (actedFor)
    summary.push(
      { label: words.sentFor, value: actedFor.name },
      { label: words.sentBy, value: actedFor.by ?? words.protectedSender }
    );
  if (signature) {
    const signed = `${signature.name}, ${longTime(signature.at, language)}\n${signature.method}`;
    summary.push({ label: words.signed, value: signed });
  }
  if (follow) summary.push({ label: words.follow, value: follow });
  return { summary, files: files.map((file) => ({ ...file, sizeText: sizeText(file.size, language) })) };
}

function sizeText(bytes: number, language: Frame['language']): string {
  const format = new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB', { maximumFractionDigits: 1 });
  return bytes >= 1e6 ? `${format.format(bytes / 1e6)} MB` : `${format.format(Math.ceil(bytes / 1e3))} kB`;
}

import type { Ports } from '../ports.server.ts';
import { composeReceipt } from './compose.ts';
import { readDossier } from './read-dossier.server.ts';

/** The receipt of an application as PDF/A, made when it is asked for: the same bytes each time. Undefined when there is no such case. */
export async function receiptDocument(
  caseId: string,
  { documents, municipality }: Pick<Ports, 'documents' | 'municipality'>
): Promise<{ readonly name: string; readonly content: Uint8Array } | undefined> {
  const dossier = await readDossier({ caseId, seq: 1, lastDay: null });
  if (!dossier) return undefined;
  const document = composeReceipt(dossier, municipality);
  const { label, number } = document.data;
  return { name: `${label} ${number.value}.pdf`, content: await documents.make(document) };
}

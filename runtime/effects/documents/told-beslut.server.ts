import type { BeslutData, Frame } from '../../ports/document-maker.ts';
import type { Ports } from '../ports.server.ts';
import { beslutParts } from './beslut-parts.ts';
import { readDossier } from './read-dossier.server.ts';

/** What a beslut says, as its document says it, with how to appeal (FL 31 to 33 §§). */
export type ToldBeslut = Omit<BeslutData, keyof Frame | 'recipients'>;

const AS_TOLD = { document: 'beslut', handlingstyp: 'beslut', to: [], appealInstruction: true, template: null };

/** The beslut made in a step, in the words of its document. For those who have been let to read it; undefined when there is none. */
export async function toldBeslut(
  caseId: string,
  seq: number,
  { municipality }: Pick<Ports, 'municipality'>
): Promise<ToldBeslut | undefined> {
  const dossier = await readDossier({ caseId, seq, lastDay: null });
  return dossier?.step.beslut?.seq === seq ? beslutParts(dossier, municipality, AS_TOLD) : undefined;
}

import type { Drawable } from '../../flow/bpmn/write.ts';
import type { Sender } from '../../ports/document-maker.ts';
import type { Language } from '../language.ts';
import type { ProcessDescription } from './describe.ts';

/** A process description as a document: the words, the drawing and who it is from. */
export interface ProcessData {
  readonly language: Language;
  readonly sender: Sender;
  readonly slug: string;
  /** The day it was made, `YYYY-MM-DD`. */
  readonly date: string;
  readonly madeAt: Date;
  readonly description: ProcessDescription;
  readonly drawable: Drawable;
}

import type { Sender } from '../../ports/document-maker.ts';
import type { Language } from '../language.ts';

/** A form to print and fill in by hand: the e-tjänst at maturity level 0. */
export interface BlankData {
  readonly language: Language;
  readonly sender: Sender;
  readonly slug: string;
  /** The day that it was printed, `YYYY-MM-DD`: an older print may ask for what is no longer asked. */
  readonly date: string;
  readonly madeAt: Date;
  readonly title: string;
  readonly summary: string;
  /** What is asked of who fills it in, beside what the form asks. */
  readonly identity: readonly string[];
  readonly sections: readonly BlankSection[];
  /** Where it is sent. */
  readonly sendTo: readonly string[];
  readonly isSigned: boolean;
}

/** A page of the form. */
export interface BlankSection {
  readonly title: string;
  readonly help?: string;
  readonly parts: readonly BlankPart[];
}

/** What stands on paper in the place of a question, a group or a piece of text. */
export type BlankPart =
  { readonly is: 'text'; readonly title?: string; readonly text?: string; readonly when?: string } | BlankQuestion;

export interface BlankQuestion {
  readonly is: 'question';
  readonly label: string;
  readonly help?: string;
  /** Who need not answer: others than those of whom this is true. */
  readonly when?: string;
  readonly isOptional: boolean;
  readonly answer:
    | { readonly by: 'writing'; readonly lines: number; readonly unit?: string }
    | { readonly by: 'ticking'; readonly options: readonly string[]; readonly many: boolean }
    /** Several boxes to write in, each with its name. */
    | { readonly by: 'parts'; readonly parts: readonly string[] }
    | { readonly by: 'rows'; readonly columns: readonly string[]; readonly rows: number }
    | { readonly by: 'enclosing'; readonly tags: readonly string[] };
}

import type { AppealInstruction } from '../effects/appeal/appeal-instruction.ts';
import type { BlankData } from '../effects/blank/blank-data.ts';
import type { ProcessData } from '../effects/process/process-data.ts';
import type { Language } from '../effects/language.ts';

/** Makes documents that keep: PDF/A-2a, tagged, in the case's language. The same data gives the same bytes. */
export interface DocumentMaker {
  /** By a case type's own template where one is given, else by the platform's layout for its kind. */
  make(document: SomeDocument, template?: OwnTemplate): Promise<Uint8Array>;
  /** A process description, with the flow as a picture. */
  describe(process: ProcessData): Promise<Uint8Array>;
  /** A form to print and fill in by hand. */
  blank(form: BlankData): Promise<Uint8Array>;
}

/** A case type's own template, with what it sees beside the document's data. */
export interface OwnTemplate {
  /** Typst. */
  readonly source: string;
  /** Answers by form and question, as people read them. */
  readonly answers: object;
  /** Whether the fault tells what typst says: only where nothing in the data is about anybody. */
  readonly tellsWhy?: boolean;
}

/** A kind of document with the data that it is filled with. */
export type SomeDocument = {
  [Kind in DocumentKind]: { readonly kind: Kind; readonly data: DocumentData[Kind] };
}[DocumentKind];

/** What each kind of document is filled with. All text is shown as it is: nothing in it is ever read as markup. */
export interface DocumentData {
  receipt: ReceiptData;
  beslut: BeslutData;
  'supplement-request': SupplementRequestData;
  letter: LetterData;
}
export type DocumentKind = keyof DocumentData;

/** What stands in the frame of every document. */
export interface Frame {
  readonly language: Language;
  readonly sender: Sender;
  /** What it is, in the head of each page: `Beslut`, `Kvittens`. */
  readonly label: string;
  readonly title: string;
  /** What it concerns, below the title: a property, a place. */
  readonly subject?: string;
  /** Diarienummer or, in a case that is not registered, ärendenummer. */
  readonly number: { readonly label: 'diarienummer' | 'arendenummer'; readonly value: string };
  /** The day of the document, `YYYY-MM-DD`. */
  readonly date: string;
  /** When it was made, for the file's own metadata; decides the bytes with the rest. */
  readonly madeAt: Date;
}

export interface Sender {
  readonly municipality: string;
  readonly organ: string;
  readonly unit?: string;
  /** Coat of arms, SVG. */
  readonly arms?: string;
  /** How to reach the sender: a few lines in the foot of the first page. */
  readonly contact: readonly string[];
}

/** Somebody a document is for. One with protected identity has no address here. */
export interface Recipient {
  readonly name: string;
  readonly lines: readonly string[];
}

/** A part of a document, under a heading or none. Paragraphs in a text stand apart by an empty line. */
export type Block =
  | { readonly is: 'text'; readonly heading?: string; readonly text: string }
  | { readonly is: 'list'; readonly heading?: string; readonly items: readonly string[] }
  | { readonly is: 'facts'; readonly heading?: string; readonly rows: readonly Fact[]; readonly sub?: boolean }
  | {
      readonly is: 'table';
      readonly heading?: string;
      readonly sub?: boolean;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** Kvittens: what was handed in, as it was shown to whoever did it. */
export interface ReceiptData extends Frame {
  readonly receivedAt: Date;
  /** For whom it was sent and by whom, when that was another; of one with protected identity no name. */
  readonly actedFor?: { readonly name: string; readonly by: string | null };
  readonly signature?: { readonly name: string; readonly at: Date; readonly method: string };
  /** What happens now, in the citizen's words. */
  readonly next: string;
  /** Where the case can be followed; never the secret link. */
  readonly follow?: string;
  readonly blocks: readonly Block[];
  readonly files: readonly { readonly name: string; readonly size: number; readonly sha256: string }[];
}

/** A beslut as FL 31 to 33 §§ ask for it. */
export interface BeslutData extends Frame {
  readonly recipients: readonly Recipient[];
  /** The beslut itself. */
  readonly decision: string;
  /** Conditions, information, what it rests on: what the form of this beslut holds beyond the rest. */
  readonly blocks: readonly Block[];
  /** Null when the beslut has none (FL 32 §). */
  readonly reasons: string | null;
  readonly legalBasis: readonly string[];
  /** When it may be carried out, where that is not simply when the time to appeal is over. */
  readonly enforcement?: string;
  readonly decidedBy: string;
  /** The item of the delegationsordning, for one made on delegation. */
  readonly delegation?: string;
  readonly presentedBy?: string;
  readonly tookPart: readonly string[];
  readonly dissent?: string;
  readonly copies: readonly string[];
  /** On a page of its own. */
  readonly appeal: AppealInstruction | null;
}

/** Föreläggande to supplement (FL 20 §). */
export interface SupplementRequestData extends Frame {
  readonly recipients: readonly Recipient[];
  readonly blocks: readonly Block[];
  /** `YYYY-MM-DD`. */
  readonly lastDay: string;
  /** What follows if nothing comes: FL 20 § wants it said when it may be avvisning. */
  readonly consequence: string;
  readonly howToAnswer: string;
  readonly decidedBy: string;
  readonly legalBasis: readonly string[];
}

/** A letter, a kontrollrapport, a remiss, a tjänsteskrivelse: what it says, and who says it. */
export interface LetterData extends Frame {
  readonly recipients: readonly Recipient[];
  readonly blocks: readonly Block[];
  readonly signedBy: readonly string[];
}

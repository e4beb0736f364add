import type { CaseType } from '../../definition/case-type.ts';
import type { Appeal } from '../../definition/types.ts';
import type { Answers, CaseData } from '../../form/model.ts';
import type { Addressee } from '../appeal/appeal-instruction.ts';

/** What is known of a case when something is written about it: as it stands, and what one step of it did. */
export interface Dossier {
  readonly caseId: string;
  readonly number: string;
  /** Whether the number stands in the diarium. */
  readonly registered: boolean;
  readonly language: string;
  readonly caseType: CaseType;
  readonly organ: { readonly key: string; readonly name: string };
  readonly unit: { readonly key: string; readonly name: string };
  readonly parties: readonly DossierParty[];
  readonly data: CaseData;
  /** What was first handed in; null when it is gone by gallring. */
  readonly application: DossierSubmission | null;
  readonly step: DossierStep;
}

export interface DossierParty {
  readonly id: string;
  readonly role: 'applicant' | 'party' | 'ombud';
  /** Reads what comes on Mina sidor: who has logged in, and an organisation whose number is proved. Others get it by post. */
  readonly readsHere: boolean;
  readonly name: string | null;
  readonly email: string | null;
  readonly address: string | null;
  /** Skyddade personuppgifter: no address and nothing of the case leaves us for this party. */
  readonly protected: boolean;
}

export interface DossierSubmission {
  readonly form: string;
  readonly answers: Answers;
  readonly language: string;
  readonly submittedAt: Date;
  /** For whom it was sent and by whom, when that was another; of one with protected identity no name. */
  readonly actedFor: { readonly name: string; readonly by: string | null } | null;
  readonly signature: { readonly name: string; readonly at: Date; readonly method: string } | null;
  readonly files: readonly { readonly name: string; readonly size: number; readonly sha256: string }[];
}

export interface DossierStep {
  readonly seq: number;
  readonly at: Date;
  /** Who did it, by name; null for the system and those without a name. */
  readonly actor: string | null;
  /** What was handed in with it, other than the application. */
  readonly submission: DossierSubmission | null;
  /** The latest beslut when the step was taken. */
  readonly beslut: DossierBeslut | null;
  /** The last day that people were shown after it, `YYYY-MM-DD`. */
  readonly lastDay: string | null;
}

export interface DossierBeslut {
  readonly id: string;
  readonly seq: number;
  readonly kind: string;
  readonly outcome: string;
  readonly delegation: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date;
  readonly presentedBy: string | null;
  readonly tookPart: readonly string[];
  readonly reasons: string | null;
  readonly legalBasis: string;
  readonly appeal: Appeal;
  readonly immediateGround: string | null;
  /** The form that it was made with. */
  readonly submission: DossierSubmission | null;
}

/** What this installation knows of its municipality. */
export interface MunicipalityFacts {
  readonly name: string;
  /** Coat of arms, SVG. */
  readonly arms?: string;
  /** Authorities and courts by their keys in the format, with names and addresses. */
  readonly instances: Readonly<Record<string, Addressee>>;
  /** Where the site is reached, `https://smedja.example`. */
  readonly site: string;
}

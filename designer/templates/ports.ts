import type { TemplateValue } from '#runtime/effects/documents/template-data.ts';

/** The kinds of documents. */
export type DocumentKind = NonNullable<TemplateValue['in']>[number];

/** What a template is tried as. */
export interface Trial {
  readonly source: string;
  readonly kind: DocumentKind;
  readonly document: string;
  readonly form: string;
  readonly seed: number;
  /** A case that one may read; null for one that is made up. */
  readonly caseId: string | null;
}

/** A case that a template can be tried for. */
export interface TrialCase {
  readonly id: string;
  readonly number: string;
  readonly status: string;
}

/** How templates are kept and tried: given from outside, since the designer fetches nothing. */
export interface TemplatePorts {
  /** The text of a template by its SHA-256. */
  readonly read: (sha256: string) => Promise<string>;
  readonly keep: (source: string) => Promise<string>;
  /** The cases of the case type that one may read. */
  readonly cases: () => Promise<readonly TrialCase[]>;
  readonly attempt: (trial: Trial) => Promise<{ readonly pdf: Blob } | { readonly fault: string }>;
}

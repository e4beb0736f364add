import type { CaseTypeSettings } from './types.ts';

/** Where the catalogue lists a service. */
export type Subject = NonNullable<NonNullable<CaseTypeSettings['guide']>['subject']>;

/** The headings that Swedish municipalities share, in their order. */
export const SUBJECTS: readonly Subject[] = [
  ...(['bygga-bo-miljo', 'trafik', 'omsorg-stod', 'barn-utbildning'] as const),
  ...(['naringsliv-arbete', 'kultur-fritid', 'kommun-demokrati'] as const)
];

import type { Statute } from '#runtime/definition/types.ts';

const of =
  (sfs: string) =>
  (paragraph: string): Statute => ({ sfs, paragraph });

/** Förvaltningslagen. */
export const FL = of('2017:900');
/** Kommunallagen. */
export const KL = of('2017:725');
/** Offentlighets- och sekretesslagen. */
export const OSL = of('2009:400');
/** Offentlighets- och sekretessförordningen. */
export const OSF = of('2009:641');
/** Tryckfrihetsförordningen. */
export const TF = of('1949:105');
/** Dataskyddsförordningen. */
export const GDPR = of('(EU) 2016/679');
/** Lag om beräkning av lagstadgad tid. */
export const TIME = of('1930:173');
/** Plan- och bygglagen. */
export const PBL = of('2010:900');

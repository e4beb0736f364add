import type { CaseTypeSettings, Contact } from './types.ts';

/** How the organ that has a case is reached: as one that has adopted the case type says, else as its owner. Pure. */
export const contactAt = ({ contact, adopters = [] }: CaseTypeSettings, organ: string): Contact =>
  adopters.find((adopter) => adopter.organ === organ)?.contact ?? contact ?? {};

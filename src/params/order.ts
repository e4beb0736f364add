import { isUuid } from '#runtime/uuid.ts';

/** The id of a login or a signature that is going on. */
export const match = (text: string): boolean => isUuid(text);

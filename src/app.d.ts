import type { Language } from '#lib/text/language.ts';

declare global {
  namespace App {
    interface Error {
      code: string;
      /** The request's id, to quote to support; names nobody. */
      reference: string;
    }
    interface Locals {
      requestId: string;
      /** Set when an answer failed because the database is away. */
      unavailable?: true;
      language: Language;
    }
  }
}
export {};

import type { Actor, Login } from '#runtime';
import type { Scenario } from '#runtime/definition/types.ts';
import type { Language } from '#lib/text/language.ts';

declare global {
  namespace App {
    interface Error {
      code: string;
      /** The request's id, to quote to support; names nobody. */
      reference: string;
      /** Of an event that the case does not take now: the page of the case, and what may be done there. */
      instead?: {
        readonly page: string;
        readonly events: readonly { readonly href: string; readonly label: string }[];
      };
    }
    interface PageState {
      /** A case to play: a problem's example. */
      scenario?: Scenario;
    }
    interface Locals {
      requestId: string;
      /** Set when an answer failed because the database is away. */
      unavailable?: true;
      language: Language;
      /** Who asks, as access and the use cases know it. */
      actor: Actor;
      /** The session behind the actor; null for one who is not logged in. */
      login: Login | null;
    }
  }
}
export {};

import type { Membership } from '../case/model.ts';
import type { JsonObject } from '../definition/json.ts';

/** How surely somebody is who they say: the levels of Svensk e-legitimation, or `none`. */
export type Assurance = 'none' | 'loa2' | 'loa3' | 'loa4';

/** Who somebody is, by the word of `issuer`. A foreign citizen may have no personnummer. */
export interface Identity {
  readonly issuer: string;
  /** The issuer's own name for the person; means nothing without the issuer. */
  readonly subject: string;
  readonly name: string;
  /** Personnummer or samordningsnummer, 12 digits. Never refused for its check digit: an e-ID delivered it. */
  readonly personnummer: string | null;
  readonly assurance: Assurance;
  /** Staff roles, when the issuer keeps them; null when it does not. */
  readonly memberships: readonly Membership[] | null;
  /** Groups of the staff's directory that somebody is in, as it calls them; absent when the issuer does not tell. */
  readonly groups?: readonly string[];
}

export interface LoginRequest {
  /** Absolute address of ours, to come back to. Carries nothing about the person. */
  readonly returnUrl: string;
  readonly ip: string;
  readonly userAgent: string;
  /** A word for this browser that says nothing to others. */
  readonly browser: string;
  readonly language: 'sv' | 'en';
  /** The app or card is on the device that shows the page; else it is started by a QR code. */
  readonly sameDevice: boolean;
}

/** What a person is asked to sign, and who must do it. */
export interface SignatureRequest {
  readonly visible: string;
  readonly nonVisible: string;
  readonly personnummer: string;
}

/** The provider's own state between two requests; kept by us in the database, never sent to a browser. */
export type ProviderState = Readonly<Record<string, string | number>>;

/** A "no" or a fault, by the code that decides the words. */
export interface Failed {
  readonly status: 'failed';
  readonly code: string;
  /** Nobody had begun to use it: it may be begun anew without a word. */
  readonly unused?: true;
}

export interface Begun {
  readonly status: 'begun';
  readonly state: ProviderState;
  /** Where the browser must go; absent when the person stays on our page. */
  readonly location?: string;
}

export type Progress =
  | { readonly status: 'pending'; readonly hint: string }
  | { readonly status: 'complete'; readonly identity: Identity; readonly evidence: JsonObject }
  | Failed;

/**
 * One way for a person to prove who they are (BankID, an OpenID provider). Keeps nothing between calls: its state goes in and
 * out, so that any node can take the next request.
 */
export interface IdentityProvider {
  begin(request: LoginRequest, sign?: SignatureRequest): Promise<Begun | Failed>;
  /** Asks how it went. `returned` is the address the browser came back to, when it did. */
  proceed(state: ProviderState, returned: URL | null): Promise<Progress>;
  abandon(state: ProviderState): Promise<void>;
}

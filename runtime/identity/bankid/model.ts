/** The BankID Relying Party API v6.1 as types (developers.bankid.com, openapi-auth-sign 6.1). Codes are open strings: new ones come without notice. */

export interface OrderRequest {
  /** The user's own address as we see it, IPv4 or IPv6. */
  readonly endUserIp: string;
  /** Plain text; the client encodes it. Required to sign. */
  readonly userVisibleData?: string;
  readonly userVisibleDataFormat?: 'plaintext' | 'simpleMarkdownV1';
  /** Plain text that is signed but not shown. */
  readonly userNonVisibleData?: string;
  /** Where the app returns on the same device, at most 512 characters. */
  readonly returnUrl?: string;
  /** Ask for BankID's own judgement of the risk. */
  readonly returnRisk?: boolean;
  readonly web?: { readonly referringDomain: string; readonly userAgent: string; readonly deviceIdentifier: string };
  readonly requirement?: { readonly personalNumber?: string; readonly pinCode?: boolean };
}

export interface SignRequest extends OrderRequest {
  readonly userVisibleData: string;
}

/** `qrStartSecret` never leaves the server. */
export interface StartedOrder {
  readonly orderRef: string;
  readonly autoStartToken: string;
  readonly qrStartToken: string;
  readonly qrStartSecret: string;
}

/** What we read of a completed order. */
export interface Completion {
  readonly user: {
    readonly personalNumber: string;
    readonly name: string;
    readonly givenName: string;
    readonly surname: string;
  };
  readonly device: { readonly ipAddress: string; readonly uhi?: string };
  readonly bankIdIssueDate: string;
  readonly signature: string;
  readonly ocspResponse: string;
  /** `low`, `moderate`, `high`, or a word we do not know; absent when BankID has no opinion. */
  readonly risk?: string;
}

export type Collected =
  | { readonly status: 'pending'; readonly hintCode: string }
  | { readonly status: 'failed'; readonly hintCode: string }
  /** `received` is completionData as JSON, with all that BankID said: the evidence. */
  | { readonly status: 'complete'; readonly completion: Completion; readonly received: string };

/** A request that BankID refused, or (`unreachable`) never answered. */
export interface BankIdFault {
  readonly errorCode: string;
  /** HTTP status; 0 when there was no answer. */
  readonly httpStatus: number;
}

export const isFault = (answer: object): answer is BankIdFault => 'errorCode' in answer;

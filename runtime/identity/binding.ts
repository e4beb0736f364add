/** What a signature is about: the case, the version of its type, and the hash of exactly what is submitted. */
export interface SignedAct {
  /** The id that the case gets, or has. */
  readonly caseId: string;
  /** Hash of the version of the case type. */
  readonly version: string;
  /** SHA-256 in hex over the canonical JSON of the submission and the hashes of its files. */
  readonly sha256: string;
}

/** The text that is signed without being shown, so that a signature holds for this act and no other. Pure. */
export const bindingText = ({ caseId, version, sha256 }: SignedAct): string =>
  `smedja:v1;case=${caseId};version=${version};sha256=${sha256.replace(POSTGRES_BYTES, '')}`;

/** How a hash begins that is written for the database. */
const POSTGRES_BYTES = /^\\x/;

const ELEMENTS = { visible: 'usrVisibleData', nonVisible: 'usrNonVisibleData' } as const;

/**
 * The texts that BankID's signature (base64 of an XML signature) holds. undefined for one that is missing or stands there twice:
 * a second element of the same name is how a genuine signature is made to look like another. Pure.
 */
export function signedTexts(signature: string): { visible: string | undefined; nonVisible: string | undefined } {
  const xml = decode(signature);
  const only = (element: string) => {
    const found = [...xml.matchAll(new RegExp(`<(?:[\\w-]+:)?${element}(?:\\s[^>]*)?>([^<]*)<`, 'g'))];
    return found.length === 1 ? decode(found[0]?.[1]?.trim() ?? '') : undefined;
  };
  return { visible: only(ELEMENTS.visible), nonVisible: only(ELEMENTS.nonVisible) };
}

const decode = (base64: string) =>
  new TextDecoder().decode(Uint8Array.from(atob(base64), (c) => c.codePointAt(0) ?? 0));

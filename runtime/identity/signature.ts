import type { JsonObject } from '../definition/json.ts';
import { refuse, type Refusal } from '../errors/refusal.ts';
import { bindingText, signedTexts, type SignedAct } from './binding.ts';

/** A signature that holds for one act, with what proves it. */
export interface ProvedSignature {
  readonly method: string;
  readonly personId: string;
  readonly signedAt: Date;
  /** The hash that was signed, as the signature itself says. */
  readonly sha256: string;
  /** What was asked, and completionData as BankID gave it, with signature and OCSP response. */
  readonly evidence: JsonObject;
}

/** What we asked to be signed, and what came back. */
export interface SignedOrder {
  readonly sign: { readonly visible: string; readonly nonVisible: string };
  readonly personId: string;
  readonly personnummer: string;
  readonly signedAt: Date;
  readonly result: { readonly identity: { readonly personnummer: string | null }; readonly evidence: JsonObject };
}

/**
 * Checks a completed signature against the act that it is now used for. Refuses with `signature.mismatch` when the texts inside
 * the signature are not what we asked for, when the act is another (a genuine signature could otherwise be used on other
 * content), or when somebody else signed. Pure.
 */
export function proveSignature(order: SignedOrder, act: SignedAct): ProvedSignature | Refusal {
  const { sign, result, personId, signedAt } = order;
  const signed = signedTexts(signatureIn(result.evidence));
  const asked = signed.visible === sign.visible && signed.nonVisible === sign.nonVisible;
  if (!asked || signed.nonVisible !== bindingText(act)) return refuse('signature.mismatch');
  if (result.identity.personnummer !== order.personnummer) return refuse('signature.mismatch');
  return { method: 'bankid', personId, signedAt, sha256: act.sha256, evidence: { ...sign, ...result.evidence } };
}

function signatureIn({ completionData }: JsonObject): string {
  const data: unknown = typeof completionData === 'string' ? JSON.parse(completionData) : null;
  return data && typeof data === 'object' && 'signature' in data && typeof data.signature === 'string'
    ? data.signature
    : '';
}

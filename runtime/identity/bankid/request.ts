import { PlatformError } from '../../errors/platform-error.ts';
import type { OrderRequest } from './model.ts';

/** BankID counts a text's length after its base64 coding. */
const LIMITS = {
  auth: { userVisibleData: 1_500, userNonVisibleData: 1_500 },
  sign: { userVisibleData: 40_000, userNonVisibleData: 200_000 }
} as const;

const toBase64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');

/** Whether a text is short enough to be shown in the app when signing: at most 30 000 bytes of UTF-8. */
export const fitsToSign = (visible: string): boolean => toBase64(visible).length <= LIMITS.sign.userVisibleData;

/**
 * The JSON body of `/auth` or `/sign`. Throws `bankid.request_invalid` where the request breaks a limit of the API:
 * whoever makes the request must have seen to it before a person was asked to sign.
 */
export function orderBody(kind: 'auth' | 'sign', request: OrderRequest): Record<string, unknown> {
  const { userVisibleData, userNonVisibleData, web, ...rest } = request;
  const coded = (field: keyof (typeof LIMITS)['auth'], text: string | undefined) =>
    text === undefined ? {} : { [field]: within(field, toBase64(text), 1, LIMITS[kind][field]) };
  if (kind === 'sign') within('userVisibleData', userVisibleData ?? '', 1);
  if (request.returnUrl !== undefined) within('returnUrl', request.returnUrl, 1, 512);
  if (web) {
    within('referringDomain', web.referringDomain, 3, 253);
    within('deviceIdentifier', web.deviceIdentifier, 1, 64);
  }
  return {
    ...rest,
    ...coded('userVisibleData', userVisibleData),
    ...coded('userNonVisibleData', userNonVisibleData),
    ...(web ? { web: { ...web, userAgent: web.userAgent.slice(0, 256) || 'unknown' } } : {})
  };
}

function within(field: string, value: string, least: number, most = Infinity): string {
  const { length } = value;
  if (length < least || length > most)
    throw new PlatformError('bankid.request_invalid', { field, length, least, most });
  return value;
}

import { error } from '@sveltejs/kit';
import type { ErrorCode } from '#runtime/errors/codes.ts';
import type { Refusal } from '#runtime/errors/refusal.ts';

/** HTTP status of a refusal that takes the whole page. What is not listed is a conflict with how things stand. */
const STATUS: Partial<Record<ErrorCode, number>> = {
  'access.denied': 403,
  'api.method_not_allowed': 405,
  'api.not_found': 404,
  'api.scope_missing': 403,
  'api.token_invalid': 401,
  'api.unavailable': 503,
  'api.unexpected': 500,
  'api.unsupported_media_type': 415,
  'case.not_found': 404,
  'case_type.not_found': 404,
  'case_type.not_open': 404,
  'draft.not_found': 404,
  'draft.expired': 410,
  'form.answers_invalid': 422,
  'form.too_large': 413,
  'fullmakt.incomplete': 422,
  'fullmakt.not_allowed': 403,
  'fullmakt.not_found': 404,
  'limit.exceeded': 429,
  'mandate.login_too_weak': 403,
  'mandate.none': 403,
  'mandate.not_for_this': 403,
  'payment.not_found': 404,
  'signing.not_found': 404,
  'signing.somebody_else': 403,
  'organisation.incomplete': 422,
  'organisation.not_found': 404,
  'organisation.period': 422,
  'staff.left': 403,
  'status_link.not_found': 404
};

export const statusOf = (code: ErrorCode): number => STATUS[code] ?? 409;

/** Ends the request with the page that says what was refused. */
export function stopWith(refusal: Refusal, reference: string): never {
  error(statusOf(refusal.refused), { message: refusal.refused, code: refusal.refused, reference });
}

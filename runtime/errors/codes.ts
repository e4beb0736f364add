/**
 * The closed table of error codes. A code is stable and public (API, scenarios, logs); its sentence stands in
 * `src/lib/text`, its explanation in docs/errors.md. Parameters never hold personal data.
 */
export const ERROR_CODES = [
  'access.denied',
  'api.method_not_allowed',
  'api.not_found',
  'api.scope_missing',
  'api.token_invalid',
  'api.unavailable',
  'api.unexpected',
  'api.unsupported_media_type',
  'assignee.not_staff',
  'beslut.incomplete',
  'beslut.not_delegated',
  'beslut.not_found',
  'booking.taken',
  'case.changed',
  'case.closed',
  'case.not_found',
  'case_type.has_errors',
  'case_type.not_found',
  'case_type.not_open',
  'case_type.template_missing',
  'command.key_reused',
  'draft.expired',
  'draft.not_found',
  'edit.conflict',
  'edit.in_use',
  'edit.key_refused',
  'edit.key_taken',
  'edit.not_here',
  'edit.nothing_to_undo',
  'edit.nowhere',
  'edit.only_step',
  'file.infected',
  'file.not_scanned',
  'file.too_large',
  'file.too_many',
  'file.type_not_allowed',
  'flow.event_not_allowed',
  'form.answers_invalid',
  'form.too_large',
  'identity.order_failed',
  'job.not_found',
  'letter.not_found',
  'limit.exceeded',
  'party.not_found',
  'payment.not_found',
  'signature.mismatch',
  'signature.missing',
  'signing.answered',
  'signing.not_found',
  'signing.somebody_else',
  'status_link.not_found'
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** A parameter of an error: safe to log and to show. */
export type ErrorParams = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** Connection failures as PostgreSQL (class 08, 57P0x, too many clients) and the operating system name them. */
const CODES = /^(08|57P0[123]$|53300$|ECONNREFUSED$|ECONNRESET$|EPIPE$|ETIMEDOUT$|ENOTFOUND$)/;
const MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|terminating connection|Client .+ is not queryable)/;

/** Whether an error, or what it was caused by, says that the database cannot be reached just now, as opposed to a fault in a query. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && CODES.test(error.code)) return true;
  if (MESSAGES.test(error.message)) return true;
  if (error instanceof AggregateError) return error.errors.some(isDatabaseUnavailable);
  return isDatabaseUnavailable(error.cause);
}

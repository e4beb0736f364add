import type { Problem } from '../definition/problem.ts';
import type { ErrorParams } from '../errors/codes.ts';

type Found = (fault: string, pointer: string, params?: ErrorParams) => Problem;

/** What one rule says: `error` blocks publishing, `warning` does not. */
export function problemsOf(code: string): { readonly error: Found; readonly warning: Found } {
  const found =
    (severity: Problem['severity']): Found =>
    (fault, pointer, params = {}) => ({ code, fault, severity, pointer, params });
  return { error: found('error'), warning: found('warning') };
}

import type { ErrorParams } from './codes.ts';

/** A broken promise of the platform itself (a missing row that must exist, a definition that was never checked). Thrown; never shown as text. */
export class PlatformError extends Error {
  readonly code: string;
  readonly params: ErrorParams;

  constructor(code: string, params: ErrorParams = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(params)}`, { cause });
    this.name = 'PlatformError';
    this.code = code;
    this.params = params;
  }
}

import type { ErrorCode } from '#runtime/errors/codes.ts';

/** What an action of these pages answers when it was refused. */
export interface Refused {
  readonly refused: ErrorCode;
  readonly at: string;
  readonly typed: Readonly<Record<string, string>>;
}

/** What was written in a form that was refused, to stand in it still; nothing for every other form of the page. */
export const writtenIn = (
  form: Refused | null | undefined,
  at: string
): Readonly<Record<string, string>> | undefined => (form?.at === at ? form.typed : undefined);

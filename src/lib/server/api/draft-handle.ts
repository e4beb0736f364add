import { randomBytes } from 'node:crypto';
import type { DraftOwner } from '#runtime';

/** A draft that another system uploads to: its id, and the secret of who began it. */
export interface DraftHandle {
  readonly id: string;
  readonly owner: Extract<DraftOwner, { token: string }>;
}

/** 192 random bits. */
export const newOwner = (): DraftHandle['owner'] => ({ token: randomBytes(24).toString('base64url') });

export const writeHandle = ({ id, owner }: DraftHandle): string => `${id}.${owner.token}`;

export function readHandle(text: string): DraftHandle | undefined {
  const [, id, token] = /^([0-9a-f-]{36})\.([\w-]{32})$/.exec(text) ?? [];
  return id && token ? { id, owner: { token } } : undefined;
}

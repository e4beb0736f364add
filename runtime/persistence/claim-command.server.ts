import type { JsonObject } from '../definition/json.ts';
import type { Hex } from './hash.server.ts';
import { read, type Transaction } from './transaction.server.ts';

/** What is known of a command's key: new, asked before with the same content (and then answered so), or with other content. */
export type Claim<Answer> =
  { readonly kind: 'fresh' } | { readonly kind: 'answered'; readonly answer: Answer } | { readonly kind: 'reused' };

const CLAIM = {
  name: 'claim-command',
  text: 'insert into command (key, request, at) values ($1, $2, $3) on conflict (key) do nothing returning key'
};
const KNOWN = { name: 'known-command', text: 'select request, answer from command where key = $1' };
const ANSWER = { name: 'answer-command', text: 'update command set answer = $2 where key = $1' };

/** Takes a command's key; `Answer` is what such commands are answered. Waits for a parallel repeat of it to end, so that only one of them is fresh. */
export async function claimCommand<Answer>(
  transaction: Transaction,
  { key, request }: { readonly key: Hex; readonly request: Hex },
  now: Date
): Promise<Claim<Answer>> {
  const fresh = await transaction.run(CLAIM, [key, request, now]);
  if (fresh.length > 0) return { kind: 'fresh' };
  const [known] = await transaction.run<{ request: Buffer; answer: Answer | null }>(KNOWN, [key]);
  if (!known?.answer || `\\x${known.request.toString('hex')}` !== request) return { kind: 'reused' };
  return { kind: 'answered', answer: known.answer };
}

/** Keeps the answer of a command that changed nothing, so that its repeat gets the same refusal. */
export const answerCommand = (transaction: Transaction, key: Hex, answer: JsonObject) =>
  transaction.runLast(ANSWER, [key, JSON.stringify(answer)]);

const FORGET = { name: 'forget-commands', text: 'delete from command where at < $1' };

/** Forgets commands that nobody repeats any more. */
export const deleteCommandsBefore = (instant: Date) => read(FORGET, [instant]);

import { checkDraft } from '#runtime/check/check-draft.ts';
import { keeper } from './keeper.ts';
import type { Checked, ToCheck } from './checker.ts';

/** Checks drafts off the main thread: a document with its number in, its problems with the same number out. */
const keep = keeper();

addEventListener('message', ({ data }: MessageEvent<ToCheck>) => {
  const checked: Checked = { number: data.number, problems: checkDraft(keep(data.document)) };
  postMessage(checked);
});

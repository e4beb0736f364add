import { openDraft, runCommand } from '../designer/document/draft.ts';
import { setValue } from '../designer/commands/set-value.ts';
import { keeper } from '../designer/problems/keeper.ts';
import { checkDraft } from '../runtime/check/check-draft.ts';
import type { CaseTypeDocument } from '../runtime/edit/model.ts';
import { isRefusal } from '../runtime/errors/refusal.ts';
import { millisOf, perSecond } from './measure.ts';
import { sized } from './sized.ts';

/** Ten times as many fields may take ten times as long, and no more. */
const MOST = 10;

/** Opening, editing and checking a case type of 300 fields on 40 pages, as ratios to one of 30 on 4. No browser: the work itself. */
export function benchDesigner(): void {
  const [small, large] = [sized({ pages: 4, fields: 30 }), sized({ pages: 40, fields: 300 })].map(timesOf);
  console.log('\nThe designer: 300 fields on 40 pages against 30 on 4, in milliseconds');
  for (const what of ['open', 'edit', 'check'] as const) {
    const [few, many] = [small?.[what] ?? 0, large?.[what] ?? 0];
    const ratio = many / few;
    console.log(
      `  ${what.padEnd(8)} ${few.toFixed(2).padStart(9)} ${many.toFixed(2).padStart(9)}  ${ratio.toFixed(1).padStart(6)} times`
    );
    if (ratio > MOST) process.exitCode = 1;
  }
}

function timesOf(document: CaseTypeDocument) {
  const text = JSON.stringify(document);
  const open = () => openDraft({ me: 'me', seq: 0, document: JSON.parse(text), log: [] });
  const draft = open();
  let number = 0;
  const edited = () => {
    number += 1;
    const label = setValue('/texts/sv/form.application.q1.label', `Question ${number}`);
    const next = runCommand(draft, label, { id: String(number), gesture: String(number) });
    if (isRefusal(next)) throw new Error(next.refused);
    return next.document;
  };
  const keep = keeper();
  return {
    open: millisOf(open),
    edit: 1000 / perSecond(edited),
    check: millisOf(() => checkDraft(keep(structuredClone(edited()))), 9)
  };
}

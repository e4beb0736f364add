import { controlsIn } from '#runtime/form/project.ts';
import type { Shown } from '#runtime/form/model.ts';
import type { SummaryLine } from '#lib/ui/ErrorSummary.svelte';
import type { FormView } from './form-view.svelte.ts';
import { partsOf } from './parts.ts';

/** What is wrong on a page, in the order of its questions, each line leading to its input. */
export function summaryOf(view: FormView, page: Shown): readonly SummaryLine[] {
  return controlsIn(page).flatMap((control) => {
    const field = view.field(control);
    const worded = view.text(control.element.id, 'error');
    const own = field.faults.map((text) => ({
      field: field.id,
      text: text === worded ? text : said(field.label, text)
    }));
    const entries = field.kind.many && Array.isArray(control.value) ? [...control.value.keys()] : undefined;
    const answers = entries?.map((index) => `${field.name}/${index}`) ?? [field.name];
    const parts = answers
      .flatMap((pointer) => partsOf(view, field, pointer))
      .flatMap(({ id, label, faults }) =>
        faults.map((text) => ({ field: id, text: said(partLabel(field.label, label), text) }))
      );
    return [...own, ...parts];
  });
}

/** One part of a question: several questions may ask for a postal code. */
const partLabel = (question: string, part: string): string =>
  /[.?!]$/.test(question) ? `${question} ${part}` : `${question}, ${part.charAt(0).toLowerCase()}${part.slice(1)}`;

/** The question and what is wrong with the answer: after a colon, unless the question ends with a sign of its own. */
function said(label: string, fault: string): string {
  if (/[.?!]$/.test(label)) return `${label} ${fault}`;
  // A fault may begin with the name of a file, which keeps its letters.
  const isSentence = /^\p{Lu}\p{Ll}/u.test(fault) && !fault.includes(':');
  return `${label}: ${isSentence ? fault.charAt(0).toLowerCase() + fault.slice(1) : fault}`;
}

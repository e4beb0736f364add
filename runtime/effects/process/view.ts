import { pictureOf } from '../../flow/bpmn/svg.ts';
import { longDate } from '../language.ts';
import { DOCUMENT_WORDS } from '../documents/words.ts';
import type { ProcessData } from './process-data.ts';
import { PROCESS_WORDS } from './words.ts';

/** What the layout of a process description is filled with. `print` makes text that a PDF/A can hold. Pure. */
export function processView(
  { language, sender, slug, date, description, drawable }: ProcessData,
  print: <Data>(data: Data) => Data
): object {
  const own = PROCESS_WORDS[language];
  const columns = [own.outcome, own.by, own.does, own.leads];
  const { title, summary, facts, steps } = print(description);
  return {
    ...{ language, title, summary, facts, label: own.label, sender: print(sender), arms: sender.arms ?? null },
    words: { ...DOCUMENT_WORDS[language], number: own.version, drawing: own.drawing },
    ...{ dateText: longDate(date, language), numberText: slug, subject: null, recipients: [] },
    steps: steps.map(({ title: name, depth, facts: told, ways }) => ({
      ...{ title: name, depth, facts: told },
      table: { columns, rows: ways.map(({ what, who, does, leads }) => [what, who, does, leads]) }
    })),
    picture: {
      ...pictureOf({ ...drawable, texts: print(drawable.texts ?? {}), words: print(drawable.words ?? {}) }),
      alt: `${own.drawing}. ${steps.map((step) => step.title).join(', ')}`
    }
  };
}

import { PlatformError } from '../../errors/platform-error.ts';
import type { DocumentMaker } from '../../ports/document-maker.ts';
import { coverage } from './coverage.ts';
import { blankView } from '../blank/view.ts';
import { processView } from '../process/view.ts';
import { makeByOwnTemplate } from './own-template.server.ts';
import { printableData } from './printable.ts';
import { insertable } from './template-data.ts';
import { fontFaces, typst } from './typst.server.ts';
import { viewOf } from './view.ts';

/**
 * Documents by typst, as tagged PDF/A-2a. The templates see nothing but their data, which is passed as one JSON string:
 * no text in it is ever typst's markup. A compilation of the platform's own layouts takes milliseconds, of a case type's template
 * the start of a process.
 */
export function typstMaker(): DocumentMaker {
  const faces = fontFaces();
  const covered = faces.map(coverage);
  const draws = (codePoint: number) => covered.every((set) => set.has(codePoint));
  const compile = typst(faces);
  return {
    async make(document, template) {
      const { kind, data } = document;
      const view = printableData(viewOf(document), draws);
      const arms = data.sender.arms ?? null;
      if (template) {
        const answers = printableData(template.answers, draws);
        const seen = JSON.stringify({ ...insertable(view), answers, arms });
        const { source, tellsWhy = false } = template;
        return makeByOwnTemplate({ source, tellsWhy, data: seen, madeAt: data.madeAt.toISOString() });
      }
      try {
        return compile({ main: { layout: kind }, data: JSON.stringify({ ...view, arms }), madeAt: data.madeAt });
      } catch {
        // Without its cause: typst quotes the text that it stumbled on.
        throw new PlatformError('document.not_made', { kind });
      }
    },
    async describe(process) {
      const view = processView(process, (data) => printableData(data, draws));
      try {
        return compile({ main: { layout: 'process' }, data: JSON.stringify(view), madeAt: process.madeAt });
      } catch {
        throw new PlatformError('document.not_made', { kind: 'process' });
      }
    },
    async blank(form) {
      const view = blankView(form, (data) => printableData(data, draws));
      try {
        return compile({ main: { layout: 'blank' }, data: JSON.stringify(view), madeAt: form.madeAt });
      } catch {
        throw new PlatformError('document.not_made', { kind: 'blank' });
      }
    }
  };
}

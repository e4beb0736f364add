import { describe, expect, it } from 'vitest';
import { setText } from '../commands/set-text.ts';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { workedDocument } from '../testing/documents.ts';
import { elementsOf } from './elements.ts';
import { holdingElement, selectionAfter } from './holding.ts';

const document = await workedDocument();
const question = elementsOf(document, 'application').find(({ answer }) => answer !== undefined);
if (!question) throw new Error('no question');

describe('what an edit was about', () => {
  it('is the question whose text, setting or answer it changed, so that taking it back shows that page', () => {
    const text = `/texts/sv/form.application.${question.id}.label`;
    const schema = `/forms/application/schema/${question.schemaPlace?.join('/')}/maxLength`;
    for (const path of [text, schema, question.path, `${question.path}/options`])
      expect(holdingElement(document, path)).toBe(question.path);
    const edit = setText('sv', `form.application.${question.id}.label`, 'Something else')(document);
    expect(!isRefusal(edit) && selectionAfter(document, edit.touches)).toBe(question.path);
  });

  it('is a place outside the forms as it stands, and nothing for what is only drawn', () => {
    expect(selectionAfter(document, ['/settings/organ'])).toBe('/settings/organ');
    expect(selectionAfter(document, ['/layout/states', '/texts/sv/caseType.title'])).toBeUndefined();
  });
});

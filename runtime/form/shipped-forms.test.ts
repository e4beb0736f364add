import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CaseType } from '../definition/case-type.ts';
import { readCaseTypeFolder } from '../definition/read-folder.server.ts';
import type { Form } from '../definition/types.ts';
import { elementsOf } from '../definition/walk-form.ts';
import { answersView } from './answers-view.ts';
import { compileForm } from './compile-form.ts';
import { describeForms } from './describe.ts';
import { fits } from './fits.ts';
import { sentence } from './sentence.ts';
import { snapshot } from './snapshot.ts';
import { findText } from './texts.ts';
import { validateAnswers } from './validate.server.ts';

const folder = fileURLToPath(new URL('../../case-types/', import.meta.url));
const slugs = readdirSync(folder).filter((name) => name !== 'schema');
const env = { data: {}, today: '2026-11-21', conditions: {} };

describe.each(slugs)('the forms of %s', (slug) => {
  let forms: [string, Form][] = [];
  let caseType: CaseType;
  beforeAll(async () => {
    const read = await readCaseTypeFolder(`${folder}${slug}`);
    if (!read.caseType) throw new Error(JSON.stringify(read.problems));
    caseType = read.caseType;
    forms = Object.entries(caseType.forms);
  });

  it('ask with controls that fit what they ask for', () => {
    const misfits = forms.flatMap(([key, form]) =>
      [...compileForm(form).byTemplate.values()]
        .filter(({ kind, schema }) => !fits(kind, schema, form.schema))
        .map(({ template }) => `${key}${template}`)
    );
    expect(misfits).toEqual([]);
  });

  it('can be checked, kept and drawn with nothing answered', () => {
    for (const [formKey, form] of forms) {
      const compiled = compileForm(form);
      const { projection } = validateAnswers(
        compiled,
        formKey,
        {},
        { ...env, conditions: caseType.settings.conditions ?? {} }
      );
      const text = findText(caseType.texts, 'sv');
      const kept = snapshot({ compiled, formKey, language: 'sv', text, caseType: 'hash' }, projection);
      expect(answersView(kept).every(({ items }) => items.length > 0)).toBe(true);
    }
  });

  it('tell each of their conditions in Swedish and English', () => {
    for (const { element, list } of elementsOf(caseType)) {
      if (!('visibleWhen' in element) || !element.visibleWhen) continue;
      for (const language of ['sv', 'en']) {
        const describe = describeForms(caseType.forms, findText(caseType.texts, language), language);
        const told = sentence(element.visibleWhen, describe, language, list ?? '');
        expect(told).not.toMatch(/undefined|null|\*|\//);
        expect(told.length).toBeGreaterThan(5);
      }
    }
  });
});

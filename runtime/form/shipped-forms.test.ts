import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CaseType } from '../definition/case-type.ts';
import { readCaseTypeFolder } from '../definition/read-folder.server.ts';
import type { Condition, Form, UiBlock } from '../definition/types.ts';
import { answersView } from './answers-view.ts';
import { compileForm } from './compile-form.ts';
import { describeForms } from './describe.ts';
import { fits } from './fits.ts';
import { pointerOfScope } from './pointer.ts';
import { sentence } from './sentence.ts';
import { snapshot } from './snapshot.ts';
import { findText } from './texts.ts';
import { validateAnswers } from './validate.server.ts';

const folder = fileURLToPath(new URL('../../case-types/', import.meta.url));
const slugs = readdirSync(folder).filter((name) => name !== 'schema');
const env = { data: {}, today: '2026-11-21', conditions: {} };

interface Placed {
  readonly condition: Condition;
  readonly list: string;
}

/** Every condition of a form with the list whose row it stands in. */
const conditionsIn = (elements: readonly UiBlock[], form: string, list = ''): Placed[] =>
  elements.flatMap((element) => {
    const own = element.visibleWhen ? [{ condition: element.visibleWhen, list }] : [];
    if (element.type === 'Label') return own;
    if (element.type !== 'Control') return [...own, ...conditionsIn(element.elements, form, list)];
    const { options, scope } = element;
    const rows =
      'detail' in options ? conditionsIn(options.detail.elements, form, `/${form}${pointerOfScope(scope)}`) : [];
    return [...own, ...rows];
  });

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
    for (const [key, form] of forms)
      for (const { condition, list } of form.ui.elements.flatMap((page) => [
        ...(page.visibleWhen ? [{ condition: page.visibleWhen, list: '' }] : []),
        ...conditionsIn(page.elements, key)
      ]))
        for (const language of ['sv', 'en']) {
          const describe = describeForms(caseType.forms, findText(caseType.texts, language), language);
          const told = sentence(condition, describe, language, list);
          expect(told).not.toMatch(/undefined|null|\*|\//);
          expect(told.length).toBeGreaterThan(5);
        }
  });
});

import { extractText, getDocumentProxy } from 'unpdf';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { answerBlocks } from '#runtime/effects/documents/answer-blocks.ts';
import { typstMaker } from '#runtime/effects/documents/typst-maker.server.ts';
import { answersView, type AnswerItem, type AnswerLine } from '#runtime/form/answers-view.ts';
import { compileForm } from '#runtime/form/compile-form.ts';
import { project } from '#runtime/form/project.ts';
import { snapshot } from '#runtime/form/snapshot.ts';
import { workedExample } from '#runtime/testing/case-types.ts';
import { EXAMPLE_DOCUMENTS } from '#runtime/testing/example-documents.ts';
import { t } from '#lib/text/index.ts';
import DrawnAnswers from './testing/DrawnAnswers.svelte';
import { answers, everyKind, HOSTILE, texts } from './testing/every-kind.ts';
import { tagsOf, textOf } from './testing/read-html.ts';

const form = compileForm(everyKind);
const environment = { data: {}, today: '2026-11-21', conditions: {} };
const caseType = { ...workedExample(), forms: { application: everyKind }, texts: { sv: texts } };
const maker = typstMaker();

type State = keyof typeof answers;
const states = Object.keys(answers) as State[];

const shown = (state: State) => project(everyKind, 'application', answers[state], environment);
const sections = (state: State) =>
  answersView(
    snapshot(
      { compiled: form, formKey: 'application', language: 'sv', text: (key) => texts[key], caseType: '' },
      shown(state)
    )
  );
const linesOf = (items: readonly AnswerItem[]): AnswerLine[] =>
  items.flatMap((item) => (item.type === 'answer' ? [item] : linesOf(item.items)));
const asked = (state: State) => sections(state).flatMap(({ items }) => linesOf(items));

/** Receipt, review page and case page draw the answers by one component. */
const drawn = (state: State) => render(DrawnAnswers, { props: { sections: sections(state), t: t('sv') } }).body;

async function printed(state: State, as: 'submitted' | 'told') {
  const blocks = answerBlocks(shown(state).pages, { caseType, form: 'application', language: 'sv', as });
  const pdf = await maker.make({ kind: 'receipt', data: { ...EXAMPLE_DOCUMENTS.receipt, blocks } });
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(pdf)));
  return letters(text.join(' ')).replace(BETWEEN_PAGES, '');
}
/** What stands at the foot of the first page and the head of the others. */
const BETWEEN_PAGES = /Lindsjökommun,Bygg[^@]*@lindsjo\.example|Byggochmiljönämnden·KvittensBMN2026\/14Sida\dav\d/g;
/** Where a line breaks is the page's to say. */
const letters = (text: string) => text.replace(/[\s\u00ad-]+/g, '');

describe.each(states)('every kind of answer that was %s', (state) => {
  it('stands under its question where people read it: on the receipt, and with the handläggare', () => {
    const html = drawn(state);
    const text = letters(textOf(html));
    const lines = asked(state);
    expect(lines.length).toBeGreaterThan(20);
    for (const { label, value } of lines)
      for (const part of [label, ...value]) expect(text, label).toContain(letters(part));
    const without = lines.filter(({ value, files }) => value.length === 0 && files.length === 0).length;
    expect(html.split(t('sv')('answers.none')).length - 1).toBe(without);
  });

  it('becomes no markup there', () => {
    const tags = tagsOf(drawn(state));
    expect(tags.filter(({ name }) => ['script', 'img', 'iframe', 'object'].includes(name))).toEqual([]);
    expect(tags.filter(({ attributes }) => Object.keys(attributes).some((key) => /^(on|style)/.test(key)))).toEqual([]);
    expect(tags.filter(({ attributes }) => attributes['href']?.startsWith('javascript:'))).toEqual([]);
  });

  it('stands in the PDF, under its question', { timeout: 60_000 }, async () => {
    const [submitted, told] = [await printed(state, 'submitted'), await printed(state, 'told')];
    for (const { label, value } of asked(state)) {
      expect(submitted, label).toContain(letters(label));
      for (const line of value) {
        expect(submitted, label).toContain(letters(line));
        expect(told, label).toContain(letters(line));
      }
    }
  });
});

describe('what somebody wrote to do harm', () => {
  it('is read as it was written', async () => {
    expect(textOf(drawn('hostile'))).toContain(HOSTILE);
    expect(await printed('hostile', 'submitted')).toContain(letters(HOSTILE));
  });
});

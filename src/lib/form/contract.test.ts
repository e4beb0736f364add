import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import type { Control, Label, UiBlock } from '#runtime/definition/types.ts';
import { compileForm } from '#runtime/form/compile-form.ts';
import { KINDS } from '#runtime/form/kinds/registry.ts';
import type { Environment } from '#runtime/form/model.ts';
import { faultsOnPage } from '#runtime/form/pages.ts';
import { validateAnswers } from '#runtime/form/validate.server.ts';
import { t } from '#lib/text/index.ts';
import type { FormSource } from './form-view.svelte.ts';
import Drawn from './testing/Drawn.svelte';
import { answers, everyKind, HOSTILE, texts } from './testing/every-kind.ts';
import { tagsOf, textOf, type Tag } from './testing/read-html.ts';

const environment: Environment = { data: {}, today: '2026-11-21', conditions: {} };
const map = { source: '/map/lindsjo.svg', bounds: { west: 15, south: 59.1, east: 15.105, north: 59.1405 }, places: [] };
const compiled = compileForm(everyKind);
const pages = everyKind.ui.elements.map(({ id }) => id);

type State = keyof typeof answers;
const states = Object.keys(answers) as State[];

function draw(page: string, state: State, language: 'sv' | 'en' = 'sv') {
  const { faults, projection } = validateAnswers(compiled, 'application', answers[state], environment);
  const shown = faultsOnPage(projection, page, faults);
  const source: FormSource = {
    form: everyKind,
    formKey: 'application',
    page,
    answers: answers[state],
    faults: shown,
    texts,
    environment,
    map
  };
  const html = render(Drawn, { props: { source, t: t(language) } }).body;
  return { html, tags: tagsOf(html), faults: shown };
}

const inputs = (tags: readonly Tag[]) =>
  tags.filter(
    ({ name, attributes }) => ['input', 'select', 'textarea'].includes(name) && attributes['type'] !== 'hidden'
  );
const ids = (tags: readonly Tag[]) => tags.flatMap(({ attributes }) => attributes['id'] ?? []);

const everyElement = (elements: readonly UiBlock[]): (Control | Label)[] =>
  elements.flatMap((element) => {
    if (element.type === 'Label') return [element];
    if (element.type !== 'Control') return everyElement(element.elements);
    return [element, ...('detail' in element.options ? everyElement(element.options.detail.elements) : [])];
  });

describe('the form that the kinds are held to', () => {
  it('has every kind that is built', () => {
    const shown = new Set(
      everyKind.ui.elements.flatMap((page) => everyElement(page.elements)).map(({ options }) => options.kind)
    );
    // A table is drawn as a repeating group, by the same component.
    const missing = Object.keys(KINDS).filter((kind) => !shown.has(kind as never));
    expect(missing).toEqual(['table']);
  });
});

describe.each(pages)('every kind on the page %s', (page) => {
  describe.each(states)('with %s answers', (state) => {
    it('has a name for each input', () => {
      const { tags } = draw(page, state);
      const labelled = new Set(
        tags.flatMap(({ name, attributes }) => (name === 'label' ? (attributes['for'] ?? []) : []))
      );
      for (const { attributes } of inputs(tags)) {
        const named = labelled.has(attributes['id'] ?? '') || attributes['aria-label'] || attributes['alt'];
        expect(named, JSON.stringify(attributes)).toBeTruthy();
      }
    });

    it('ties what describes an input to something that is there, once', () => {
      const { tags } = draw(page, state);
      const known = ids(tags);
      expect(known.toSorted()).toEqual([...new Set(known)].toSorted());
      const described = tags.flatMap(({ attributes }) => attributes['aria-describedby']?.split(' ') ?? []);
      expect(described.filter((id) => !known.includes(id))).toEqual([]);
    });

    it('says each fault in the summary, which leads to it, and where it is', () => {
      const { tags, faults, html } = draw(page, state);
      const links = tags.flatMap(({ name, attributes }) =>
        name === 'a' && attributes['href']?.startsWith('#application') ? attributes['href'].slice(1) : []
      );
      // A stop is said by the text that stops, and has no input to lead to.
      // The two coordinates of a point are one thing to whoever pointed.
      const said = faults.filter(({ code, pointer }) => code !== 'stopped' && !pointer.endsWith('/lon'));
      expect(links).toHaveLength(said.length);
      expect(links.filter((id) => !ids(tags).includes(id))).toEqual([]);
      const places = tags.filter(({ attributes }) => attributes['id']?.endsWith('-fault'));
      expect(places).toHaveLength(new Set(links).size);
      if (links.length > 0) expect(textOf(html).includes('behöver rättas')).toBe(true);
    });

    it('lets no answer become markup', () => {
      const { tags } = draw(page, state);
      const acting = tags.filter(
        ({ name, attributes }) =>
          ['script', 'img', 'iframe', 'object'].includes(name) ||
          Object.keys(attributes).some((key) => key.startsWith('on')) ||
          attributes['href']?.startsWith('javascript:')
      );
      expect(acting).toEqual([]);
    });

    it('has no style attribute, which the content policy would refuse', () => {
      expect(draw(page, state).tags.filter(({ attributes }) => 'style' in attributes)).toEqual([]);
    });

    it('is drawn in English too', () => {
      expect(draw(page, state, 'en').tags.length).toBe(draw(page, state).tags.length);
    });
  });

  it('keeps what was typed, also when nobody can read it', () => {
    const { tags, html } = draw(page, 'hostile');
    const typed = inputs(tags).filter(({ attributes }) => attributes['value'] === HOSTILE);
    const lines = compiled.fields.filter((field) => field.page === page && !field.kind.grouped && field.kind.asks);
    const inText = lines.some(({ element }) => element.options.kind === 'long-text') ? 1 : 0;
    if (page !== 'choices') expect(typed.length + inText).toBeGreaterThan(2);
    if (inText) expect(textOf(html).includes(HOSTILE)).toBe(true);
  });
});

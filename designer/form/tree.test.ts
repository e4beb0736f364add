import { describe, expect, it } from 'vitest';
import { workedExample } from '#runtime/testing/case-types.ts';
import { elementOf, elementsOf, type ElementInfo } from '../document/elements.ts';
import type { CaseTypeDocument } from '../document/model.ts';
import { dropTarget, outlineOf, targetFor } from './tree.ts';

const document: CaseTypeDocument = JSON.parse(JSON.stringify(workedExample()));
const elements = elementsOf(document, 'application');
const named = (id: string): ElementInfo => {
  const found = elementOf(document, 'application', id);
  if (!found) throw new Error(`no ${id}`);
  return elements.find((one) => one.id === id) ?? found;
};
const all = new Set(elements.map(({ id }) => id));
const ids = (open: ReadonlySet<string>) =>
  outlineOf(elements, open).map(({ element, level }) => `${level} ${element.id}`);

describe('the outline', () => {
  it('shows pages, and what stands in those that are open; the questions of a row below their list', () => {
    expect(ids(new Set())).toEqual(['1 om', '1 pengar']);
    expect(ids(all)).toEqual([
      '1 om',
      '2 name',
      '2 contact',
      '2 kind',
      '2 event-date',
      '1 pengar',
      '2 budget',
      '3 post',
      '3 what',
      '3 permit',
      '3 amount',
      '2 total'
    ]);
  });

  it('counts what stands beside', () => {
    const what = outlineOf(elements, all).find(({ element }) => element.id === 'what');
    expect([what?.place, what?.siblings]).toEqual([2, 4]);
  });
});

describe('a new question', () => {
  it('goes after the one that is selected, also in a row', () => {
    expect(targetFor(elements, 'application', named('name'))).toEqual({
      form: 'application',
      parent: 'om',
      before: 'contact'
    });
    expect(targetFor(elements, 'application', named('amount'))).toEqual({ form: 'application', parent: 'row' });
  });
  it('goes into the page or list that is selected, and into the first page without a choice', () => {
    expect(targetFor(elements, 'application', named('budget'))).toEqual({ form: 'application', parent: 'budget' });
    expect(targetFor(elements, 'application', undefined)).toEqual({ form: 'application', parent: 'om' });
  });
});

describe('what is dropped', () => {
  const order = outlineOf(elements, all).map(({ element }) => element.id);
  const dropped = (moved: string, after: string) => {
    const rest = order.filter((id) => id !== moved);
    rest.splice(rest.indexOf(after) + 1, 0, moved);
    return dropTarget(elements, rest, { moved, open: all });
  };
  it('comes after the question above it', () =>
    expect(dropped('name', 'kind')).toEqual({ parent: 'om', before: 'event-date' }));
  it('comes first in a page or list that is open above it', () => {
    expect(dropped('name', 'pengar')).toEqual({ parent: 'pengar', before: 'budget' });
    expect(dropped('amount', 'budget')).toEqual({ parent: 'budget', before: 'post' });
  });
  it('is a page before the next page', () => expect(dropped('pengar', 'name')).toEqual({ parent: null }));
});

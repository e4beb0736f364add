import { beforeAll, describe, expect, it } from 'vitest';
import type { CaseType } from '#runtime/definition/case-type.ts';
import type { Condition } from '#runtime/definition/types.ts';
import { checkOrder } from '#runtime/check/rules/v27-order.ts';
import { checkTypes } from '#runtime/check/rules/v5-types.ts';
import { expressionsOf } from '#runtime/check/expressions.ts';
import { sentence } from '#runtime/form/sentence.ts';
import { workedExample } from '#runtime/testing/case-types.ts';
import { patched } from '#runtime/testing/patch.ts';
import { shippedCaseTypes } from '#runtime/testing/shipped.ts';
import { parseDocument } from '#runtime/definition/parse.ts';
import { t } from '#lib/text/index.ts';
import { conditionOf, groupOf, isGroup } from './groups.ts';
import { beginning, lineOf, relationsFor, valuesOf, withRelation, withSubject, withValues } from './relations.ts';
import { subjectOf, vocabularyOf, type Subject, type Vocabulary } from './vocabulary.ts';

const sv = t('sv');
const example = workedExample();
const labels = (vocabulary: Vocabulary) => vocabulary.subjects.map(({ label }) => label);

function the(vocabulary: Vocabulary, key: string): Subject {
  const found = subjectOf(vocabulary, key);
  if (!found) throw new Error(`no ${key}`);
  return found;
}

/** The worked example with a question shown on a condition. */
function shownWhen(id: string, condition: Condition): CaseType {
  const at = example.forms.application.ui.elements.findIndex(({ elements }) => elements.some((one) => one.id === id));
  const element = example.forms.application.ui.elements[at]?.elements.findIndex((one) => one.id === id);
  const path = `/forms/application/ui/elements/${at}/elements/${element}/visibleWhen`;
  const { caseType } = parseDocument(patched(example, [{ op: 'add', path, value: condition }]));
  if (!caseType) throw new Error('does not parse');
  return caseType;
}

describe('what a condition can speak of', () => {
  it('is what comes before the question, and what is known of the case', () => {
    const offered = vocabularyOf(example, sv, { form: 'application', id: 'event-date' });
    expect(offered.subjects.filter(({ pointer }) => pointer.startsWith('/application')).map(({ key }) => key)).toEqual([
      'field:/application/name',
      'field:/application/contact',
      'field:/application/kind'
    ]);
    expect(labels(offered)).toContain('Kanalen');
  });

  it('has the options of a choice by their texts', () => {
    const { options } = the(vocabularyOf(example, sv), 'field:/application/kind');
    expect(options.map(({ value }) => value)).toEqual(['drift', 'evenemang']);
    expect(options.every(({ label, value }) => label !== value)).toBe(true);
  });

  it('in a row is what comes before in that row, and the form above it', () => {
    const offered = vocabularyOf(example, sv, { form: 'application', id: 'permit' });
    expect(offered.list).toBe('/application/budget');
    expect(offered.subjects.slice(0, 2).map(({ key }) => key)).toEqual(['item:/post', 'item:/what']);
    expect(offered.subjects.some(({ key }) => key === 'field:/application/budget')).toBe(false);
  });

  it('in a flow is every form, and the rows of each list', () => {
    const offered = vocabularyOf(example, sv);
    expect(the(offered, 'field:/application/budget').rows.map(({ key }) => key)).toEqual([
      'item:/post',
      'item:/what',
      'item:/permit',
      'item:/amount'
    ]);
    expect(offered.subjects.some(({ pointer }) => pointer.startsWith('/beslut/'))).toBe(true);
  });
});

describe('a new line', () => {
  it.each(
    vocabularyOf(example, sv, { form: 'application', id: 'total' }).subjects.map((one) => [one.key, one] as const)
  )('on %s is whole and right from the start, with every relation that is offered', (_, subject) => {
    for (const relation of relationsFor(subject.type)) {
      const condition = withRelation(beginning(subject), relation, subject);
      expect(lineOf(condition)).toEqual({ key: subject.key, relation });
      const changed = shownWhen('total', condition);
      const faults = [...checkTypes(changed), ...checkOrder(changed)].filter(({ pointer }) =>
        pointer.includes('visibleWhen')
      );
      expect(faults).toEqual([]);
    }
  });

  it('keeps its value when the relation changes and it still fits', () => {
    const kind = the(vocabularyOf(example, sv), 'field:/application/kind');
    const chosen: Condition = { op: 'eq', field: '/application/kind', value: 'evenemang' };
    const several = withRelation(chosen, 'in', kind);
    expect(several).toEqual({ op: 'in', field: '/application/kind', value: ['evenemang'] });
    expect(withRelation(withValues(several, ['drift', 'evenemang']), 'ne', kind)).toEqual({
      op: 'ne',
      field: '/application/kind',
      value: 'drift'
    });
  });

  it('begins anew when it looks at something of another sort', () => {
    const vocabulary = vocabularyOf(example, sv);
    const chosen: Condition = { op: 'eq', field: '/application/kind', value: 'evenemang' };
    expect(withSubject(chosen, the(vocabulary, 'field:/application/name'), vocabulary)).toEqual({
      op: 'answered',
      field: '/application/name'
    });
  });
});

describe('a group', () => {
  const [a, b]: Condition[] = [
    { op: 'answered', field: '/application/name' },
    { op: 'answered', field: '/application/contact' }
  ];
  it('of one line is that line, and of none nothing', () => {
    expect(conditionOf({ joined: 'or', parts: a ? [a] : [] })).toEqual(a);
    expect(conditionOf({ joined: 'and', parts: [] })).toBeUndefined();
  });

  it('is read back as it was made', () => {
    for (const joined of ['and', 'or', 'not'] as const) {
      const parts = a && b ? [a, b] : [];
      expect(groupOf(conditionOf({ joined, parts }))).toEqual({ joined, parts });
    }
  });
});

describe('every condition of the shipped case types', () => {
  let shipped: [string, CaseType][];
  beforeAll(async () => {
    shipped = await shippedCaseTypes();
  });

  it('is a group or a line whose subject is offered, reads as a sentence, and comes back as it was', () => {
    let seen = 0;
    for (const [slug, caseType] of shipped) {
      for (const { condition, shown, list, pointer } of expressionsOf(caseType).conditions) {
        const reader = shown && { form: shown.form, id: shown.element.id };
        const vocabulary = vocabularyOf(caseType, sv, reader);
        if (list !== null && list !== vocabulary.list) continue;
        expect(sentence(condition, vocabulary.describe, 'sv', vocabulary.list), `${slug} ${pointer}`).not.toContain(
          'undefined'
        );
        const line = lineOf(condition);
        if (line)
          expect(
            labels(vocabulary).length > 0 && subjectOf(vocabulary, line.key),
            `${slug} ${pointer} ${line.key}`
          ).toBeTruthy();
        if (line) expect(withValues(condition, valuesOf(condition))).toEqual(condition);
        if (isGroup(condition)) expect(conditionOf(groupOf(condition), true)).toEqual(condition);
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(50);
  });
});

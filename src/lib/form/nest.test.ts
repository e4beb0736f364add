import { describe, expect, it } from 'vitest';
import type { Condition } from '#runtime/definition/types.ts';
import type { Shown, ShownControl } from '#runtime/form/model.ts';
import { nest, type Nested } from './nest.ts';

const question = (id: string, visibleWhen?: Condition, kind: 'choose-one' | 'text' = 'text'): ShownControl => ({
  type: 'control',
  pointer: `/${id}`,
  value: undefined,
  element: { type: 'Control', id, scope: `#/properties/${id}`, options: { kind }, ...(visibleWhen && { visibleWhen }) }
});
const choice = (id: string, visibleWhen?: Condition) => question(id, visibleWhen, 'choose-one');
const when = (id: string, value: string | boolean): Condition => ({ op: 'eq', field: `/application/${id}`, value });

/** `what(gata: hole, lamp: pole(broken: warning))` */
const written = (nodes: readonly Nested[]): string =>
  nodes
    .map(({ shown, under }) => {
      const options = Object.entries(under).map(([option, inner]) => `${option}: ${written(inner)}`);
      return shown.element.id + (options.length > 0 ? `(${options.join('; ')})` : '');
    })
    .join(', ');

const nested = (elements: readonly Shown[]) =>
  written(
    nest(elements, ({ element, pointer }) =>
      element.options.kind === 'choose-one' ? `/application${pointer}` : undefined
    )
  );

describe('a question that follows from an option', () => {
  it('stands under the option', () => {
    expect(nested([choice('what'), question('hole', when('what', 'street'))])).toBe('what(street: hole)');
  });

  it('stands under its own option, whatever the order of the options', () => {
    const elements = [choice('what'), question('pole', when('what', 'lamp')), question('hole', when('what', 'street'))];
    expect(nested(elements)).toBe('what(lamp: pole; street: hole)');
  });

  it('stands under an option of a question that itself stands under one', () => {
    const elements = [
      choice('what'),
      choice('fault', when('what', 'lamp')),
      question('warning', when('fault', 'broken'))
    ];
    expect(nested(elements)).toBe('what(lamp: fault(broken: warning))');
  });

  it('goes back to the outer question after an inner one', () => {
    const elements = [choice('what'), choice('fault', when('what', 'lamp')), question('number', when('what', 'lamp'))];
    expect(nested(elements)).toBe('what(lamp: fault, number)');
  });

  it('stays where it is when another question comes between', () => {
    const elements = [choice('what'), question('other'), question('hole', when('what', 'street'))];
    expect(nested(elements)).toBe('what, other, hole');
  });

  it('stays where it is when it follows from more than the option', () => {
    const both: Condition = { op: 'and', args: [when('what', 'street'), when('urgent', true)] };
    expect(nested([choice('what'), question('hole', both)])).toBe('what, hole');
  });

  it('stays where it is when the options do not show', () => {
    expect(nested([question('what'), question('hole', when('what', 'street'))])).toBe('what, hole');
  });
});

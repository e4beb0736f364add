import type { Condition, Form } from '../definition/types.ts';
import type { Json } from '../definition/json.ts';
import type { CaseData } from './model.ts';
import { at, put } from './pointer.ts';

/**
 * The part of a case's document that the conditions and calculations of a form read outside the form itself: what a page needs to
 * show the right questions, and no more of the case. Pure.
 */
export function dataReadBy(
  form: Form,
  formKey: string,
  { data, conditions }: { readonly data: CaseData; readonly conditions: Readonly<Record<string, Condition>> }
): CaseData {
  const own = `/${formKey}/`;
  const read = new Set<string>();
  const named = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (value === null || typeof value !== 'object') return;
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'string' && READS.has(key) && inner.startsWith('/') && !inner.startsWith(own))
        read.add(inner);
      if (key === 'condition' && typeof inner === 'string' && !named.has(inner) && Object.hasOwn(conditions, inner)) {
        named.add(inner);
        visit(conditions[inner]);
      }
      visit(inner);
    }
  };
  visit(form.ui);
  return [...read].reduce<CaseData>((known, pointer) => {
    const value: Json | undefined = at(data, pointer);
    return value === undefined ? known : put(known, pointer, value);
  }, {});
}

/** The keys that hold a pointer into the case's document, in conditions and values. */
const READS: ReadonlySet<string> = new Set(['field', 'from', 'list', 'to']);

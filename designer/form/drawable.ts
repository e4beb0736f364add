import type { CaseType } from '#runtime/definition/case-type.ts';
import type { Json } from '#runtime/definition/json.ts';
import { isObject } from '#runtime/form/pointer.ts';
import { isKind } from './kinds.ts';

const PARTS = ['settings', 'forms', 'flow', 'decisions', 'texts', 'templates', 'scenarios', 'layout'];

/**
 * Whether a draft has the shape that the renderer and the vocabulary walk through. It may still be wrong in any other
 * way: what is wrong is the check's to say, and an editor must show a draft until it is right.
 */
export const isDrawable = (document: unknown): document is CaseType =>
  hasParts(document) && formsOf(document).every(isForm);

function hasParts(document: unknown): document is Record<string, Json> {
  const parts = typeof document === 'object' && document !== null ? Object.entries(document) : [];
  return PARTS.every((part) => parts.some(([key, value]) => key === part && isObject(value)));
}

const formsOf = ({ forms }: Record<string, Json>): Json[] => (isObject(forms) ? Object.values(forms) : []);

function isForm(form: Json): boolean {
  if (!isObject(form) || !isObject(form.schema) || !isObject(form.schema.properties)) return false;
  return isObject(form.ui) && typeof form.ui.id === 'string' && listOf(form.ui.elements).every(isBlock);
}

const listOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : [null]);

function isBlock(element: Json): boolean {
  if (!isObject(element) || typeof element.id !== 'string') return false;
  if (element.type !== 'Control' && element.type !== 'Label') return listOf(element.elements).every(isBlock);
  const { options } = element;
  if (!isObject(options) || !isKind(options.kind)) return false;
  return (
    element.type === 'Label' || (typeof element.scope === 'string' && (!options.detail || isBlock(options.detail)))
  );
}

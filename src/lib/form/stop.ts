import { kindOf } from '#runtime/form/kinds/registry.ts';
import type { Shown } from '#runtime/form/model.ts';

/** Whether something that is shown ends the application. */
export function isStopped(shown: Shown): boolean {
  if (shown.type === 'text') return kindOf(shown.element.options.kind).stops === true;
  return (shown.type === 'block' ? shown.children : (shown.rows?.flat() ?? [])).some(isStopped);
}

import type { ErrorParams } from '../errors/codes.ts';
import type { Scenario } from './types.ts';

/**
 * A fault or a risk in a case type. Errors block publishing, warnings never do. `code` is the rule (`V7`), `fault` what
 * of it failed, as `unreachable`; the sentence for `V7.unreachable` stands in `src/lib/text/problems.*.json`.
 * `pointer` is a JSON Pointer into the `CaseType`; its first segment names the part (`/flow/states/granska`).
 */
export interface Problem {
  readonly code: string;
  readonly fault: string;
  readonly severity: 'error' | 'warning';
  readonly pointer: string;
  readonly params: ErrorParams;
  /**
   * A case that comes to the fault: answers and events in order, as a scenario of the format, so that whatever plays scenarios
   * plays it. Its last step is the one that shows the fault. Only faults that a run shows have one.
   */
  readonly example?: Scenario;
}

/** Where in the folder a problem is: the file, and the pointer inside it. */
export function placeOf(pointer: string): { readonly file: string; readonly pointer: string } {
  const [, part = '', name = ''] = pointer.split('/');
  const inside = (depth: number) =>
    pointer
      .split('/')
      .slice(depth)
      .reduce((path, segment) => `${path}/${segment}`, '');
  if (part === 'settings') return { file: 'case-type.json', pointer: inside(2) };
  if (part === 'flow' || part === 'layout') return { file: `${part}.json`, pointer: inside(2) };
  if (part === 'forms' && name === 'application') return { file: 'form.json', pointer: inside(3) };
  return { file: part === 'templates' ? `${part}/${name}` : `${part}/${name}.json`, pointer: inside(3) };
}

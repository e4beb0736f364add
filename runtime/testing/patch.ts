/** One step of a JSON Patch (RFC 6902), the part that fixtures need. */
export type PatchStep =
  | { readonly op: 'add' | 'replace'; readonly path: string; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: string };

/** A copy of a document with the steps taken. A path that leads nowhere throws, so that a fixture cannot rot unseen. */
export function patched(document: unknown, steps: readonly PatchStep[]): unknown {
  const copy: unknown = structuredClone(document);
  for (const step of steps) take(copy, step);
  return copy;
}

function take(document: unknown, step: PatchStep): void {
  const segments = step.path
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = segments.pop() ?? '';
  const holder = segments.reduce<unknown>((node, segment) => (isHolder(node) ? node[segment] : undefined), document);
  if (!isHolder(holder) || (step.op !== 'add' && !Object.hasOwn(holder, last)))
    throw new Error(`The patch leads nowhere: ${step.path}`);
  if (Array.isArray(holder)) {
    const place = last === '-' ? holder.length : Number(last);
    holder.splice(place, step.op === 'add' ? 0 : 1, ...(step.op === 'remove' ? [] : [step.value]));
  } else if (step.op === 'remove') delete holder[last];
  else holder[last] = step.value;
}

const isHolder = (node: unknown): node is Record<string, unknown> => node !== null && typeof node === 'object';

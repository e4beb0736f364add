/**
 * Gives each document with those parts of the last one that are the same, since a document that came by a message is new in every
 * part, and the check knows a flow that it has walked through by being the same object. One keeper for each draft.
 */
export function keeper(): (document: unknown) => unknown {
  let last: ReadonlyMap<string, { readonly text: string; readonly part: unknown }> = new Map();
  return (document) => {
    if (typeof document !== 'object' || document === null || Array.isArray(document)) return document;
    last = new Map(
      Object.entries(document).map(([key, part]) => {
        const text = JSON.stringify(part);
        const known = last.get(key);
        return [key, known?.text === text ? known : { text, part }];
      })
    );
    return Object.fromEntries([...last].map(([key, { part }]) => [key, part]));
  };
}

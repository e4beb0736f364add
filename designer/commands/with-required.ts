import { objectOf } from '../document/elements.ts';
import type { CaseTypeDocument } from '../document/model.ts';
import { follow, type Place } from '../document/path.ts';
import { changed } from './set-setting.ts';

/** The keys that a schema demands, as far as a draft says. */
export const requiredIn = (document: CaseTypeDocument, schema: Place): string[] => {
  const { required } = objectOf(follow(document, schema));
  return (Array.isArray(required) ? required : []).filter((key) => typeof key === 'string');
};

/** A document where a schema demands, of some keys, these; what is said of other keys stays. */
export function withRequired(
  document: CaseTypeDocument,
  schema: Place,
  { of, required }: { readonly of: readonly string[]; readonly required: readonly string[] }
): CaseTypeDocument {
  const before = requiredIn(document, schema);
  const kept = before.filter((key) => !of.includes(key) || required.includes(key));
  const next = [...kept, ...required.filter((key) => !kept.includes(key))];
  const isSame = next.length === before.length && next.every((key, index) => key === before[index]);
  return isSame ? document : changed(document, [...schema, 'required'], next.length > 0 ? next : undefined);
}

import type { JsonObject } from '../definition/json.ts';
import type { CaseTypeDocument } from '../edit/model.ts';
import { packed } from '../edit/whole-file.ts';
import { isObject } from '../form/pointer.ts';
import { templateBytes } from '../persistence/case-types.server.ts';

/** A document that somebody may read as one object with the texts of its templates, to be moved anywhere. */
export async function wholeFile(document: CaseTypeDocument): Promise<JsonObject> {
  const named = isObject(document.templates) ? Object.entries(document.templates) : [];
  const texts: Record<string, string> = {};
  for (const [name, sha256] of named) {
    const bytes = typeof sha256 === 'string' ? await templateBytes(sha256) : undefined;
    if (bytes) texts[name] = bytes.toString('utf8');
  }
  return packed({ document, templateTexts: texts });
}

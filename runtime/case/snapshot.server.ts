import type { Definition } from '../flow/model.ts';
import type { Projection } from '../form/model.ts';
import { snapshot } from '../form/snapshot.ts';
import { findText } from '../form/texts.ts';
import { formOf } from './rules.server.ts';

/** What was shown and answered in one form, as JSON text: kept in the order it had. */
export function snapshotOf(definition: Definition, form: string, language: string, projection: Projection): string {
  const text = findText(definition.caseType.texts, language);
  const source = { compiled: formOf(definition, form), formKey: form, language, text, caseType: definition.hash };
  return JSON.stringify(snapshot(source, projection));
}

import type { Json } from '#runtime/definition/json.ts';
import { beginning } from '../conditions/relations.ts';
import type { Vocabulary } from '../conditions/vocabulary.ts';
import type { Named } from './model.ts';

/** What a new named thing begins as: whole, so that the draft holds nothing half. Undefined when there is nothing to ask about. */
export function beginNamed(of: Named, vocabulary: Vocabulary | undefined): Json | undefined {
  if (of === 'delay') return { period: 'P14D' };
  if (of === 'value') return '';
  if (of === 'field') return { type: 'string', maxLength: 200 };
  const subject = vocabulary?.subjects.find(({ isItem }) => !isItem);
  return subject && JSON.parse(JSON.stringify(beginning(subject)));
}

import type { AnswerItem, AnswerSection } from './answers-view.ts';

/**
 * Answers as they are drawn for somebody who may not read these names: every line that holds one says `instead`, since what else
 * stands in it is of the same person. Pure.
 */
export function withoutNames(
  sections: readonly AnswerSection[],
  names: readonly string[],
  instead: string
): AnswerSection[] {
  const tell = (line: string) => (names.some((name) => name !== '' && line.includes(name)) ? instead : line);
  const shown = (item: AnswerItem): AnswerItem =>
    item.type === 'answer' ? { ...item, value: item.value.map(tell) } : { ...item, items: item.items.map(shown) };
  return sections.map((section) => ({ ...section, items: section.items.map(shown) }));
}

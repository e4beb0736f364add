import type { CaseType } from '../../definition/case-type.ts';
import type { Control } from '../../definition/types.ts';
import { kindOf } from '../../form/kinds/registry.ts';
import type { Shown, ShownControl, Projection } from '../../form/model.ts';
import type { Block, Fact } from '../../ports/document-maker.ts';
import { textIn } from '../texts.ts';

const NO_ANSWER = '–';
const MOST_COLUMNS = 4;
const LONGEST_CELL = 160;

export interface Printing {
  readonly caseType: CaseType;
  readonly form: string;
  readonly language: string;
  /**
   * `submitted`: as whoever answered saw it, page by page, also what was left without answer. `told`: what somebody
   * else is to read, with long texts under headings of their own and nothing that was not said.
   */
  readonly as: 'submitted' | 'told';
  /** Pointers of answers that stand elsewhere in the document, or not at all. */
  readonly leaveOut?: ReadonlySet<string>;
}

/** The answers of a form as blocks of a document, in the order and under the words in which they were given. Pure. */
export function answerBlocks(pages: Projection['pages'], printing: Printing): Block[] {
  return pages.flatMap((page) => {
    const blocks = merged(page.children.flatMap((child) => blocksOf(child, printing)));
    if (printing.as === 'told' || blocks.length === 0) return blocks;
    const heading = labelOf(page.element.id, printing);
    const [first, ...rest] = blocks;
    if (first?.is === 'facts' && !first.heading) return [{ ...first, heading }, ...rest];
    return [{ is: 'text', heading, text: '' }, ...blocks];
  });
}

const labelOf = (element: string, { caseType, form, language }: Printing): string =>
  textIn(caseType, language, `form.${form}.${element}.label`) ?? element;

function blocksOf(shown: Shown, printing: Printing): Block[] {
  if (shown.type === 'text') return [];
  if (shown.type === 'control') return shown.rows ? rowBlocks(shown, printing) : answerBlock(shown, printing);
  const blocks = merged(shown.children.flatMap((child) => blocksOf(child, printing)));
  const [first, ...rest] = blocks;
  if (shown.element.type !== 'Group' || printing.as === 'told' || first?.is !== 'facts' || first.heading) return blocks;
  const heading = textIn(printing.caseType, printing.language, `form.${printing.form}.${shown.element.id}.label`);
  return heading ? [{ ...first, heading, sub: true }, ...rest] : blocks;
}

function answerBlock(shown: ShownControl, printing: Printing): Block[] {
  if (printing.leaveOut?.has(shown.pointer)) return [];
  const lines = linesOf(shown, printing);
  const label = labelOf(shown.element.id, printing);
  if (printing.as === 'told') {
    if (lines.length === 0) return [];
    const { kind } = shown.element.options;
    if (kind === 'long-text') return [{ is: 'text', heading: label, text: lines.join('\n') }];
    if (kind === 'choose-many') return [{ is: 'list', heading: label, items: lines }];
  }
  return [{ is: 'facts', rows: [{ label, value: lines.join('\n') || NO_ANSWER }] }];
}

function linesOf({ element, value }: ShownControl, { caseType, form, language }: Printing): readonly string[] {
  if (value === undefined) return [];
  const option = (chosen: string) =>
    textIn(caseType, language, `form.${form}.${element.id}.option.${chosen}`) ?? chosen;
  return kindOf(element.options.kind).format(value, { language, option, options: element.options });
}

/** Rows of few and short answers are a table; others stand one after the other, numbered. */
function rowBlocks(list: ShownControl, printing: Printing): Block[] {
  const heading = labelOf(list.element.id, printing);
  const rows = list.rows?.map((row) => row.flatMap(plainControls)) ?? [];
  const asked = columnsOf(rows);
  const isAnswered = ({ id }: Control) =>
    rows.some((row) => row.some((shown) => shown.element.id === id && linesOf(shown, printing).length > 0));
  const columns = printing.as === 'told' ? asked.filter(isAnswered) : asked;
  if (columns.length === 0) return [];
  const cells = rows.map((row) =>
    columns.map(({ id }) => {
      const shown = row.find(({ element }) => element.id === id);
      return (shown ? linesOf(shown, printing).join('\n') : '') || NO_ANSWER;
    })
  );
  const labels = columns.map(({ id }) => labelOf(id, printing));
  if (columns.length <= MOST_COLUMNS && [...labels, ...cells.flat()].every(({ length }) => length <= LONGEST_CELL))
    return [{ is: 'table', heading, sub: printing.as === 'submitted', columns: labels, rows: cells }];
  return cells.map((row, index) => ({
    is: 'facts',
    heading: `${heading} ${index + 1}`,
    sub: printing.as === 'submitted',
    rows: row
      .map((value, column): Fact => ({ label: labels[column] ?? '', value }))
      .filter(({ value }) => printing.as === 'submitted' || value !== NO_ANSWER)
  }));
}

const plainControls = (shown: Shown): ShownControl[] =>
  shown.type === 'control' ? [shown] : shown.type === 'block' ? shown.children.flatMap(plainControls) : [];

/** Every question that some row asks, in order. */
const columnsOf = (rows: readonly (readonly ShownControl[])[]): Control[] => [
  ...new Map(rows.flat().map(({ element }) => [element.id, element])).values()
];

/** Facts that follow each other are one list. */
function merged(blocks: readonly Block[]): Block[] {
  return blocks.reduce<Block[]>((all, block) => {
    const last = all.at(-1);
    if (last?.is !== 'facts' || block.is !== 'facts' || block.heading) return [...all, block];
    return [...all.slice(0, -1), { ...last, rows: [...last.rows, ...block.rows] }];
  }, []);
}

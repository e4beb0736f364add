import { describe, expect, it } from 'vitest';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { addElement } from '../commands/add-element.ts';
import { deleteElement } from '../commands/delete-element.ts';
import { moveElement } from '../commands/move-element.ts';
import { renameKey } from '../commands/rename-key.ts';
import { setValue } from '../commands/set-value.ts';
import type { CaseTypeDocument, Command } from '../document/model.ts';
import { applyPatches } from '../document/patch.ts';
import { workedDocument } from '../testing/documents.ts';
import { differences } from './diff.ts';

const example = await workedDocument();

const news = (...commands: Command[]): string[] => {
  const after = commands.reduce<CaseTypeDocument>((document, command) => {
    const edit = command(document);
    const done = isRefusal(edit) ? edit : applyPatches(document, edit.patches);
    if (isRefusal(done)) throw new Error(JSON.stringify(done));
    return done.document;
  }, example);
  return differences(example, after).map(({ part, what, name, to }) =>
    [part, what, name, to].filter(Boolean).join(' | ')
  );
};

describe('what is new in a case type', () => {
  it('is nothing when nothing is', () => {
    expect(news()).toEqual([]);
  });

  it('is one thing when a question gets another name, whatever reads it', () => {
    expect(news(setValue('/texts/sv/form.application.kind.label', 'Sorts bidrag'))).toEqual([
      'form | field.renamed | Vad gäller ansökan? | Sorts bidrag'
    ]);
  });

  it('tells what was added, moved and removed by their names', () => {
    const page = { type: 'Category', id: 'bilagor', texts: { sv: { label: 'Bilagor' } } } as const;
    expect(
      news(
        addElement(page, { form: 'application', parent: null }),
        moveElement('contact', { form: 'application', parent: 'pengar' }),
        deleteElement('application', 'what', 'remove')
      )
        .filter((line) => line.startsWith('form'))
        .map((line) => line.split(' | ')[1])
    ).toEqual(['page.added', 'field.removed', 'field.moved']);
  });

  it('tells of rules, flow, law and examples by part', () => {
    const lines = news(
      renameKey({ to: 'state', key: 'granska' }, 'provas'),
      setValue('/settings/eService/draftDays', 10),
      setValue('/decisions/bidragsniva/hitPolicy', 'unique')
    );
    expect(lines).toContain('settings | setting | eService');
    expect(lines).toContain('rules | decision.changed | bidragsniva');
    expect(lines.some((line) => line.startsWith('flow | state.added'))).toBe(true);
  });
});

import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { act, applicant, application, publishExample, stranger } from '../../tests/support/example-cases.ts';
import { testDatabase } from '../../tests/support/test-database.ts';
import { parseDocument } from '../definition/parse.ts';
import { isRefusal } from '../errors/refusal.ts';
import { workedExample } from '../testing/case-types.ts';
import { patched } from '../testing/patch.ts';
import { openCase, type OpenCase } from './open-case.server.ts';
import { publishCaseType } from './publish-case-type.server.ts';
import { takenFor } from './taken-times.server.ts';

const database = testDatabase();
const now = new Date('2026-03-03T09:00:00Z');
const TIMES = Array.from(
  { length: 60 },
  (_, day) => `2026-${day < 30 ? '06' : '09'}-${String((day % 30) + 1).padStart(2, '0')}T09:00`
);

const example = () => {
  const { caseType, problems } = parseDocument(
    patched(workedExample(), [
      { op: 'replace', path: '/settings/eService/signature', value: 'none' },
      { op: 'replace', path: '/settings/eService/authentication', value: 'optional' },
      { op: 'add', path: '/forms/application/schema/properties/visit', value: { type: 'string', maxLength: 16 } },
      {
        op: 'add',
        path: '/forms/application/ui/elements/0/elements/-',
        value: {
          ...{ type: 'Control', id: 'visit', scope: '#/properties/visit' },
          options: { kind: 'booking', resource: 'lokalen', times: TIMES }
        }
      },
      { op: 'add', path: '/texts/sv/form.application.visit.label', value: 'När vill du se lokalen?' }
    ])
  );
  return caseType ?? expect.unreachable(JSON.stringify(problems));
};

beforeAll(async () => {
  await publishExample(database);
  const published = await publishCaseType({ caseType: example(), templates: {} }, { kind: 'system' }, now);
  if ('problems' in published) expect.unreachable(JSON.stringify(published.problems));
});

const ask = (visit: string, more: Partial<OpenCase> = {}) =>
  openCase(application({ ...more, answers: { ...application().answers, visit } }), now);
const taken = async () => (await takenFor(example(), { form: 'application' })).taken?.['lokalen'] ?? [];
let next = 0;
const freeTime = () => TIMES[next++] ?? expect.unreachable('no time is left');

describe('a time that two ask for', () => {
  it('goes to one of them when both ask at once, however often', async () => {
    for (let round = 0; round < 5; round += 1) {
      const time = freeTime();
      const outcomes = await Promise.all([ask(time), ask(time, { actor: stranger }), ask(time)]);
      const refused = outcomes.filter(isRefusal);
      expect(refused).toEqual([{ refused: 'booking.taken' }, { refused: 'booking.taken' }]);
      expect(await taken()).toContain(time);
    }
  });

  it('is refused to the second with the draft and all that is in it kept', async () => {
    const time = freeTime();
    await ask(time);
    const draftId = randomUUID();
    const [version] = await database.sql<{ version_id: string }>(
      "select version_id from case_type where slug = 'foreningsbidrag'"
    );
    await database.sql(
      `insert into draft (id, version_id, person_id, answers, language, created_at, saved_at, expires_at)
       values ($1, $2, $3, '{"name": "IF Test"}', 'sv', now(), now(), now())`,
      [draftId, version?.version_id, applicant.personId]
    );
    expect(await ask(time, { draftId })).toEqual({ refused: 'booking.taken' });
    const kept = await database.sql('select answers from draft where id = $1', [draftId]);
    expect(kept).toEqual([{ answers: { name: 'IF Test' } }]);
  });

  it('is free again when the case that held it has ended', async () => {
    const time = freeTime();
    const first = await ask(time);
    if (isRefusal(first)) expect.unreachable(first.refused);
    await act(first.caseId, applicant, 'aterkalla', { at: now });
    expect(await taken()).not.toContain(time);
    expect(await ask(time)).toMatchObject({ seq: 1 });
  });
});

describe('a case that holds a time', () => {
  it('keeps it while it goes on, and does not stand in its own way', async () => {
    const time = freeTime();
    const opened = await ask(time);
    if (isRefusal(opened)) expect.unreachable(opened.refused);
    const caseworker = { kind: 'system' } as const;
    expect(await act(opened.caseId, caseworker, 'begar-komplettering', { at: now })).toBeDefined();
    expect(await taken()).toContain(time);
    const own = await takenFor(example(), { form: 'application', caseId: opened.caseId });
    expect(own.taken?.['lokalen'] ?? []).not.toContain(time);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { act, manager, openedCase, caseworker, publishExample } from '../../tests/support/example-cases.ts';
import { testDatabase } from '../../tests/support/test-database.ts';
import { isRefusal } from '../errors/refusal.ts';
import { readCase } from './read-case.server.ts';

const database = testDatabase();
beforeAll(() => publishExample(database));

const day = (text: string) => new Date(`${text}T09:00:00Z`);
const answers = { outcome: 'avslag', reasons: 'Nej.' };

/** A case in which a beslut stands to be made. */
async function toBeDecided(): Promise<string> {
  const { caseId } = await openedCase();
  await act(caseId, caseworker, 'klar');
  return caseId;
}

async function seen(caseId: string, at: Date) {
  const found = await readCase(caseId, manager, at);
  if (isRefusal(found)) expect.unreachable(found.refused);
  return {
    events: found.events.map(({ event }) => event),
    held: found.delegations,
    withheld: found.withheld.map(({ event }) => event)
  };
}

describe('a delegation that has been taken back', () => {
  it('gives no beslut from the day after, neither in the page nor when it is sent', async () => {
    const caseId = await toBeDecided();
    expect(await seen(caseId, day('2026-03-05'))).toEqual({
      events: ['beslut'],
      held: [{ event: 'beslut', item: 'KFN-3.2', title: 'Beslut' }],
      withheld: []
    });
    await database.sql("update delegation set to_day = '2026-03-05'");
    expect(await seen(caseId, day('2026-03-06'))).toEqual({ events: [], held: [], withheld: ['beslut'] });
    const late = await act(caseId, manager, 'beslut', { answers, at: day('2026-03-06') });
    expect(late).toEqual({ refused: 'beslut.not_delegated', params: { item: 'KFN-3.2' } });
    expect(await database.sql('select 1 from beslut where case_id = $1', [caseId])).toEqual([]);
    const inTime = await act(caseId, manager, 'beslut', { answers, at: day('2026-03-05') });
    expect(isRefusal(inTime)).toBe(false);
  });
});

describe('a holder', () => {
  it.each([
    ['two at once', "role, automated) values ('manager', true"],
    ['none', 'automated) values (false']
  ])('is one: %s is refused', async (_, said) => {
    const [columns = '', values = ''] = said.split(') values (');
    await expect(
      database.sql(
        `insert into delegation (id, organ_key, item, basis, from_day, ${columns})
          values (gen_random_uuid(), 'kultur-fritidsnamnden', 'KFN-3.2', '§ 1', '2026-01-01', ${values})`
      )
    ).rejects.toThrow('delegation_has_one_holder');
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { filedBygglov, FILED_AT, handler, publishBygglov } from '../../tests/support/bygglov-cases.ts';
import { act } from '../../tests/support/example-cases.ts';
import { testDatabase } from '../../tests/support/test-database.ts';
import { isRefusal } from '../errors/refusal.ts';

const database = testDatabase();
beforeAll(() => publishBygglov(database));

/** A day later than the application, and the answer to a remiss that is registered then. */
const LATER = new Date('2026-06-10T08:00:00Z');
const answer = { from: 'Räddningstjänsten', opinion: 'inget-att-erinra' };

async function askedForOpinion(): Promise<string> {
  const { caseId } = await filedBygglov();
  const remiss = { bodies: ['raddningstjansten'], remissQuestion: 'Når ni huset?' };
  for (const [event, answers] of [['ta-emot'], ['komplett'], ['skicka-remiss', remiss]] as const) {
    const done = await act(caseId, handler, event, { at: FILED_AT, ...(answers && { answers }) });
    if (isRefusal(done)) expect.unreachable(JSON.stringify(done));
  }
  return caseId;
}

describe('the answer to a remiss that came by post and is registered days later', () => {
  it('is in the diarium as inkommen the day it came, from whom it came', async () => {
    const caseId = await askedForOpinion();
    await act(caseId, handler, 'remissvar', { at: LATER, answers: { ...answer, opinionArrivedOn: '2026-06-08' } });
    const [handling] = await database.sql(
      `select origin, arrived_on::text, allman_since::text, correspondent from handling where case_id = $1 and handlingstyp = 'remissvar'`,
      [caseId]
    );
    expect(handling).toEqual({
      ...{ origin: 'inkommen', correspondent: 'Räddningstjänsten' },
      ...{ arrived_on: '2026-06-08', allman_since: '2026-06-08' }
    });
  });

  it('cannot have come after today', async () => {
    const caseId = await askedForOpinion();
    const done = await act(caseId, handler, 'remissvar', {
      at: LATER,
      answers: { ...answer, opinionArrivedOn: '2026-06-11' }
    });
    expect(done).toMatchObject({ faults: [{ pointer: '/opinionArrivedOn', code: 'future' }] });
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { applicant, application, openedCase, publishExample, stranger } from '../../tests/support/example-cases.ts';
import { testDatabase } from '../../tests/support/test-database.ts';
import { workedExample } from '../testing/case-types.ts';
import type { CaseType } from '../definition/case-type.ts';
import type { CaseTypeSettings, Form } from '../definition/types.ts';
import { openCase } from './open-case.server.ts';
import { isRefusal } from '../errors/refusal.ts';
import { prefilledFromLastCase } from './last-application.server.ts';

const database = testDatabase();
const nothing = { data: {}, today: '2026-04-01', conditions: {} };
const NEXT_MONTH = new Date('2026-04-02T08:00:00Z');
let versionId: string;

beforeAll(async () => {
  await publishExample(database, remembering());
  const [version] = await database.sql('select id from case_type_version');
  versionId = String(version?.['id']);
});

/** The worked example, whose form asks again for the association and the budget. */
function remembering(): CaseType {
  const example = workedExample();
  const form: Form = JSON.parse(JSON.stringify(example.forms.application), (_key, value: unknown) =>
    isControl(value) && ['name', 'budget'].includes(value.id)
      ? { ...value, options: { ...value.options, prefill: 'last-case' } }
      : value
  );
  const personalData: CaseTypeSettings['personalData'] = [
    { purpose: 'apply', legalGround: 'public-task', categories: ['economy'], recipients: [] }
  ];
  const parties = example.settings.parties.map((rule) => ({
    ...rule,
    sees: [...(rule.sees ?? []), 'application' as const]
  }));
  const settings = { ...example.settings, parties, personalData };
  return { ...example, settings, forms: { ...example.forms, application: form } };
}

const isControl = (value: unknown): value is { id: string; options: object } =>
  typeof value === 'object' && value !== null && 'scope' in value && 'id' in value && 'options' in value;

const of = (personId: string) => prefilledFromLastCase({ personId }, versionId, nothing);

describe('a person who applies again', () => {
  it('finds nothing the first time', async () => {
    expect(await of(applicant.personId)).toBeNull();
  });

  it('finds what they answered last, with the number of that case and when it was sent', async () => {
    await openedCase();
    const opened = await openCase(application({ answers: { ...application().answers, name: 'IF Nästa' } }), NEXT_MONTH);
    if (isRefusal(opened)) expect.unreachable(JSON.stringify(opened));
    const [row] = await database.sql('select number from case_ where id = $1', [opened.caseId]);
    expect(await of(applicant.personId)).toEqual({
      source: row?.['number'],
      isLastCase: true,
      at: NEXT_MONTH.toISOString(),
      answers: { name: 'IF Nästa', budget: [{ post: 'mat', permit: 'ja', amount: 120000 }] }
    });
  });

  it('finds nothing of what another person answered', async () => {
    expect(await of(stranger.personId)).toBeNull();
  });

  it('gives whoever acts for them that of an organ before which they may, and of no other', async () => {
    const forPerson = (organ: string | null) => {
      const principal = { kind: 'person', personId: applicant.personId, name: applicant.name } as const;
      const actsFor = { principal, mandates: [{ id: null, ground: 'guardian', caseTypes: null, organ } as const] };
      return prefilledFromLastCase({ personId: stranger.personId, actsFor }, versionId, nothing);
    };
    expect(await forPerson('socialnamnden')).toBeNull();
    expect(await forPerson('kultur-fritidsnamnden')).toEqual(await of(applicant.personId));
    expect(await forPerson(null)).toEqual(await of(applicant.personId));
  });

  it('finds nothing of a case that was registered by mistake', async () => {
    await database.sql("update case_ set legal_state = 'makulerat', closed_at = now(), status = 'done'");
    expect(await of(applicant.personId)).toBeNull();
  });
});

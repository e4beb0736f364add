import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Actor } from '../../runtime/access/model.ts';
import { actOnCase } from '../../runtime/case/act-on-case.server.ts';
import { openCase, type OpenCase, type Opened } from '../../runtime/case/open-case.server.ts';
import { publishCaseType } from '../../runtime/case/publish-case-type.server.ts';
import type { Role } from '../../runtime/definition/types.ts';
import { isRefusal } from '../../runtime/errors/refusal.ts';
import { workedExample } from '../../runtime/testing/case-types.ts';
import { enterDelegations } from '../../runtime/persistence/delegations.server.ts';
import type { TestDatabase } from './test-database.ts';

type Person = Extract<Actor, { kind: 'person' }>;

/** When the example cases are opened. */
export const OPENED_AT = new Date('2026-03-02T08:00:00Z');

const person = (name: string, ...roles: Role[]): Person => ({
  kind: 'person',
  personId: randomUUID(),
  name,
  memberships: roles.map((role) => ({ organ: 'kultur-fritidsnamnden', unit: null, role }))
});

/** People of the worked example: one who applies, one who handles, one who decides, and one who has nothing to do with it. */
export const applicant = person('Anna Sökande');
export const caseworker = person('Bo Handläggare', 'caseworker');
export const manager = person('Cilla Chef', 'manager');
export const stranger = person('Dan Främling');

/** Puts the people in the database and publishes the worked example, without signature. */
export async function publishExample({ sql }: TestDatabase, caseType = workedExample()): Promise<void> {
  for (const { personId, name } of [applicant, caseworker, manager, stranger])
    await sql('insert into person (id, issuer, subject, name, created_at) values ($1, $2, $3, $3, now())', [
      personId,
      'test',
      name
    ]);
  const { settings } = caseType;
  const eService = { ...settings.eService, authentication: 'optional', signature: 'none' } as const;
  const parts = { caseType: { ...caseType, settings: { ...settings, eService } }, templates: {} };
  const outcome = await publishCaseType(parts, { kind: 'system' }, OPENED_AT);
  if ('problems' in outcome) expect.unreachable(JSON.stringify(outcome.problems));
  const held = {
    organ: 'kultur-fritidsnamnden',
    title: 'Beslut',
    roles: ['manager'],
    basis: '§ 1',
    from: '2020-01-01'
  } as const;
  await enterDelegations((caseType.settings.delegation ?? []).map((item) => ({ ...held, item })));
}

/** An application that anybody may send twice: give it a key to repeat it. */
export const application = (more: Partial<OpenCase> = {}): OpenCase => ({
  key: randomUUID(),
  caseType: { slug: 'foreningsbidrag' },
  answers: {
    name: 'IF Test',
    kind: 'evenemang',
    eventDate: '2026-06-01',
    budget: [{ post: 'mat', permit: 'ja', amount: 120000 }]
  },
  channel: 'e-service',
  actor: applicant,
  language: 'sv',
  ...more
});

/** A case that was opened at `OPENED_AT` and waits for the caseworker in `granska`. */
export async function openedCase(more: Partial<OpenCase> = {}): Promise<Opened> {
  const outcome = await openCase(application(more), OPENED_AT);
  if (isRefusal(outcome)) expect.unreachable(JSON.stringify(outcome));
  return outcome;
}

/** Sends events one after another, each at its own time, and gives the last outcome. */
export async function act(caseId: string, actor: Actor, event: string, more: { answers?: object; at?: Date } = {}) {
  const answers = more.answers === undefined ? {} : { answers: JSON.parse(JSON.stringify(more.answers)) };
  return actOnCase({ key: randomUUID(), caseId, actor, event, ...answers }, more.at ?? OPENED_AT);
}

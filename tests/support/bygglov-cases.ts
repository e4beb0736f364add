import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Actor } from '../../runtime/access/model.ts';
import { bringResult } from '../../runtime/case/bring-result.server.ts';
import { openCase, type Opened } from '../../runtime/case/open-case.server.ts';
import { publishCaseType } from '../../runtime/case/publish-case-type.server.ts';
import type { JsonObject } from '../../runtime/definition/json.ts';
import type { Role } from '../../runtime/definition/types.ts';
import { isRefusal } from '../../runtime/errors/refusal.ts';
import { shippedCaseType } from '../../runtime/testing/example-dossier.ts';
import { enterDelegations } from '../../runtime/persistence/delegations.server.ts';
import type { TestDatabase } from './test-database.ts';

type Person = Extract<Actor, { kind: 'person' }>;

const person = (name: string, ...roles: Role[]): Person => ({
  kind: 'person',
  personId: randomUUID(),
  name,
  memberships: roles.map((role) => ({ organ: 'samhallsbyggnadsnamnden', unit: null, role }))
});

/** When the example bygglov are filed. */
export const FILED_AT = new Date('2026-06-01T08:00:00Z');
export const citizen = person('Karin Lindqvist');
export const handler = person('Bo Handläggare', 'caseworker');

/** Puts the people in the database and publishes bygglov, without signature. */
export async function publishBygglov({ sql }: TestDatabase): Promise<void> {
  for (const { personId, name } of [citizen, handler])
    await sql('insert into person (id, issuer, subject, name, created_at) values ($1, $2, $3, $3, now())', [
      personId,
      'test',
      name
    ]);
  const caseType = await shippedCaseType('bygglov');
  const eService = { ...caseType.settings.eService, signature: 'none', level: 1 } as const;
  const parts = { caseType: { ...caseType, settings: { ...caseType.settings, eService } }, templates: {} };
  const outcome = await publishCaseType(parts, { kind: 'system' }, FILED_AT);
  if ('problems' in outcome) expect.unreachable(JSON.stringify(outcome.problems));
  const held = {
    organ: 'samhallsbyggnadsnamnden',
    title: 'Beslut',
    roles: ['caseworker', 'manager'],
    basis: '§ 1',
    from: '2020-01-01'
  } as const;
  await enterDelegations((caseType.settings.delegation ?? []).map((item) => ({ ...held, item })));
}

/** A bygglov that has come in and waits to be taken by the caseworker. */
export async function filedBygglov(): Promise<Opened> {
  const { scenarios } = await shippedCaseType('bygglov');
  const answers: JsonObject = JSON.parse(JSON.stringify(scenarios['komplettering-uteblev']?.application ?? {}));
  const opened = await openCase(
    { key: randomUUID(), caseType: { slug: 'bygglov' }, answers, channel: 'e-service', actor: citizen, language: 'sv' },
    FILED_AT
  );
  if (isRefusal(opened)) expect.unreachable(JSON.stringify(opened));
  await bringResult(opened.caseId, { id: 'folkbokforing', seq: 1, outcome: { error: 'not-connected' } }, FILED_AT);
  return opened;
}

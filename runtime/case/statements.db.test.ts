import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  applicant,
  application,
  caseworker,
  manager,
  openedCase,
  act,
  publishExample
} from '../../tests/support/example-cases.ts';
import { hearStatements } from '../../tests/support/statements.ts';
import { testDatabase } from '../../tests/support/test-database.ts';
import { isRefusal } from '../errors/refusal.ts';
import { readSession, startSession } from '../identity/sessions.server.ts';
import { closeDatabase } from '../persistence/orm.server.ts';
import { actOnCase } from './act-on-case.server.ts';
import { eventDraft, readDraft, saveDraft, startDraft } from './drafts.server.ts';
import { openCase } from './open-case.server.ts';
import { publishedCaseType } from './publish-case-type.server.ts';
import { caseAtDesk } from './read-case.server.ts';
import { issueReceipt } from './receipts.server.ts';

const database = testDatabase();
const NOW = new Date();
let versionId = '';
let sessions = { citizen: '', caseworker: '' };
let hear: Awaited<ReturnType<typeof hearStatements>>;

beforeAll(async () => {
  await publishExample(database);
  const published = await publishedCaseType('foreningsbidrag');
  if (isRefusal(published)) expect.unreachable(published.refused);
  ({ versionId } = published);
  sessions = {
    citizen: await startSession(applicant.personId, 'loa3'),
    caseworker: await startSession(caseworker.personId, 'staff')
  };
  await openedCase(); // what is read once in a process is read
  await closeDatabase();
  hear = await hearStatements();
});

/** The names of the statements that are sent, in order. */
const sentBy = async (work: () => Promise<unknown>) => (await hear.during(work)).map(({ name }) => name);

/** Each costs a part of what a second has room for: one more is looked at, and told in `docs/performance.md`. */
describe('what the database is asked', () => {
  it('by a page of a form that is saved', async () => {
    const id = await startDraft({ personId: applicant.personId }, { versionId, days: 30, language: 'sv' }, NOW);
    const sent = await sentBy(async () => {
      await readSession(sessions.citizen);
      await readDraft(id, { personId: applicant.personId }, NOW);
      await saveDraft(id, { personId: applicant.personId }, { answers: {}, now: NOW });
    });
    expect(sent).toEqual(['session', 'find-draft', 'save-draft']);
  });

  it('by a submission', async () => {
    const draftId = await startDraft({ personId: applicant.personId }, { versionId, days: 30, language: 'sv' }, NOW);
    const sent = await sentBy(async () => {
      await readSession(sessions.citizen);
      await readDraft(draftId, { personId: applicant.personId }, NOW);
      const opened = await openCase(application({ draftId, caseType: { versionId } }), NOW);
      if (isRefusal(opened)) expect.unreachable(JSON.stringify(opened));
      await issueReceipt(opened.caseId, NOW);
    });
    expect(sent).toEqual(['session', 'find-draft', 'begin', 'claim-command', 'write-opening', 'commit', 'add-receipt']);
  });

  it('by an event of a caseworker', async () => {
    const { caseId } = await openedCase();
    const sent = await sentBy(async () => {
      await readSession(sessions.caseworker);
      const at = await caseAtDesk(caseId, caseworker, NOW);
      if (isRefusal(at)) expect.unreachable(at.refused);
      const command = { key: randomUUID(), caseId, actor: caseworker, event: 'begar-komplettering' };
      expect(isRefusal(await actOnCase(command, NOW, at.read))).toBe(false);
    });
    const loop = ['begin', 'claim-command', 'lock-case', 'write-step', 'commit'];
    expect(sent).toEqual(['session', 'load-case', ...loop]);
  });

  it('by an event with a form', async () => {
    const { caseId } = await openedCase();
    await act(caseId, caseworker, 'klar');
    const owner = { personId: manager.personId };
    const answers = { outcome: 'avslag', reasons: 'Föreningen har fått bidrag i år.' };
    const sent = await sentBy(async () => {
      await readSession(sessions.caseworker);
      expect(isRefusal(await caseAtDesk(caseId, manager, NOW))).toBe(false);
      const draft = await eventDraft(owner, { caseId, event: 'beslut', versionId, language: 'sv' }, NOW);
      await saveDraft(draft.id, owner, { answers, now: NOW });
      const done = await actOnCase(
        { key: randomUUID(), caseId, actor: manager, event: 'beslut', answers, draftId: draft.id },
        NOW
      );
      expect(isRefusal(done)).toBe(false);
    });
    const drafts = ['add-event-draft', 'find-event-draft', 'save-draft'];
    const loop = ['begin', 'claim-command', 'lock-case', 'load-case', 'write-step-with-rare', 'commit'];
    expect(sent).toEqual(['session', 'load-case', ...drafts, ...loop]);
  });
});

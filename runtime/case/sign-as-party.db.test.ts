import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { applicant, caseworker, publishExample } from '../../tests/support/example-cases.ts';
import { testDatabase } from '../../tests/support/test-database.ts';
import { askToSign } from '../effects/tasks/ask-to-sign.server.ts';
import { isRefusal } from '../errors/refusal.ts';
import { rememberPerson } from '../persistence/people.server.ts';
import { coSignedExample } from '../testing/co-signed-example.ts';
import { MUNICIPALITY } from '../testing/example-dossier.ts';
import { typstMaker } from '../effects/documents/typst-maker.server.ts';
import { fixedClock } from '../testing/fixed-clock.ts';
import { memoryFileStore } from '../testing/memory-file-store.ts';
import { memoryMail } from '../testing/memory-mail.ts';
import { definitionOf } from './definitions.server.ts';
import { listMyCases } from './list-cases.server.ts';
import { openCase } from './open-case.server.ts';
import { publishCaseType } from './publish-case-type.server.ts';
import { readCase } from './read-case.server.ts';
import { submissionHash } from './rows/context.server.ts';
import { answerSigning, readToSign } from './sign-as-party.server.ts';
import { verifyTimeline } from './verify-timeline.server.ts';

const database = testDatabase();
const now = new Date('2026-03-03T09:00:00Z');
const EVA = { personnummer: '189001019802', name: 'Eva Ny', email: 'eva@example.org' };
const PER = { personnummer: '189001029819', name: 'Per Ny', email: 'per@example.org' };

let versionId = '';

beforeAll(async () => {
  await publishExample(database);
  const published = await publishCaseType({ caseType: coSignedExample(), templates: {} }, { kind: 'system' }, now);
  if ('problems' in published) expect.unreachable(JSON.stringify(published.problems));
  ({ versionId } = published);
});

const logIn = async ({ personnummer, name }: typeof EVA) => {
  const proved = { issuer: 'bankid', subject: personnummer, personnummer, name, assurance: 'loa3' } as const;
  const known = { audience: 'citizen', protection: 'open' } as const;
  const personId = await rememberPerson({ ...proved, memberships: null }, known, now);
  return { personnummer, actor: { kind: 'person', personId, name, memberships: [] } as const };
};

const signatureOver = (sha256: string, personId: string) => ({
  ...{ method: 'bankid', personId, signedAt: now, sha256, evidence: { completionData: '{}' } }
});

/** An application by the applicant, with these named as those who are to sign too; and the links that they were sent. */
async function filed({ signers = [EVA, PER], hidden = [] as readonly string[] } = {}) {
  const answers = {
    name: 'IF Test',
    kind: 'drift',
    budget: [{ post: 'lokal', amount: 120000 }],
    total: 120000,
    ...(signers.length > 0 && {
      coSigners: signers.map(({ name, personnummer, email }) => ({ name, personalNumber: personnummer, email }))
    })
  };
  const { hash } = await definitionOf(versionId);
  const sha256 = submissionHash(hash, 'application', 'sv', answers);
  const signature = signatureOver(sha256, applicant.personId);
  const wish = { key: randomUUID(), caseType: { versionId }, answers, channel: 'e-service', language: 'sv' } as const;
  const opened = await openCase({ ...wish, actor: applicant, signature, hidden }, now);
  if (isRefusal(opened)) expect.unreachable(JSON.stringify(opened));
  const { caseId } = opened;
  const mail = memoryMail();
  const rest = {
    files: memoryFileStore(),
    documents: typstMaker(),
    scanner: null,
    register: null,
    payments: null,
    mandates: null
  };
  const ports = { ...rest, mail, clock: fixedClock(now), municipality: MUNICIPALITY };
  const ask = () => askToSign({ key: `${caseId}:1:0`, caseId, seq: 1, params: {}, lastDay: null }, ports);
  await ask();
  const linkTo = ({ email }: typeof EVA) =>
    /skriv-under\/(\S+)/.exec(mail.sent.find(({ to }) => to === email)?.text ?? '')?.[1] ?? '';
  return { caseId, sha256, mail: mail.sent, linkTo, ask };
}

async function answer(token: string, who: typeof EVA, sha256?: string) {
  const by = await logIn(who);
  const signature = sha256 === undefined ? {} : { signature: signatureOver(sha256, by.actor.personId) };
  return answerSigning({ key: randomUUID(), token, by, ...signature }, now);
}

const read = async (caseId: string, actor: Parameters<typeof readCase>[1] = caseworker) => {
  const found = await readCase(caseId, actor);
  return isRefusal(found) ? expect.unreachable(found.refused) : found;
};

describe('an application that all parties sign', () => {
  it('asks each of those who are named, by a mail that tells nothing of it', async () => {
    const { caseId, mail, ask } = await filed();
    await ask();
    expect(mail.map(({ to }) => to).toSorted()).toEqual(['eva@example.org', 'per@example.org']);
    for (const { subject, text } of mail) expect(subject + text).not.toMatch(/IF Test|förening|Anna|Eva|Per/);
    const found = await read(caseId);
    expect(found.states).toEqual(['vantar-underskrifter']);
    expect(found.coSigners.map(({ name, answer: given }) => [name, given]).toSorted()).toEqual([
      ['Eva Ny', null],
      ['Per Ny', null]
    ]);
    expect(found.parties).toHaveLength(3);
  });

  it('goes on when the last of them has signed, and keeps what proves it', async () => {
    const { caseId, sha256, linkTo } = await filed();
    expect(await answer(linkTo(EVA), EVA, sha256)).toMatchObject({ states: ['vantar-underskrifter'] });
    expect(await answer(linkTo(PER), PER, sha256)).toMatchObject({ states: ['granska'] });
    const found = await read(caseId);
    expect(found.data).toMatchObject({ case: { signatures: 'all' } });
    expect(found.submissions[0]?.signatures).toHaveLength(3);
    expect(found.timeline.map(({ entry }) => entry?.event)).toEqual(['open', 'signed', 'signed']);
    expect(await verifyTimeline()).toMatchObject({ faults: [] });
  });

  it('goes another way when one of them will not sign, whatever the others do', async () => {
    const { caseId, sha256, linkTo } = await filed();
    expect(await answer(linkTo(EVA), EVA)).toMatchObject({ states: ['granska'] });
    await answer(linkTo(PER), PER, sha256);
    const found = await read(caseId, applicant);
    expect(found.coSigners.map(({ answer: given }) => given).toSorted()).toEqual(['refused', 'signed']);
    expect((await read(caseId)).data).toMatchObject({ case: { signatures: 'refused' } });
  });

  it('goes on at once when nobody is named', async () => {
    const { caseId, mail } = await filed({ signers: [] });
    expect(mail).toEqual([]);
    expect((await read(caseId)).states).toEqual(['granska']);
  });
});

describe('a link to sign', () => {
  it('shows the very submission to the one whom it asks, and to nobody else', async () => {
    const { sha256, linkTo } = await filed();
    const found = await readToSign(linkTo(EVA), await logIn(EVA));
    if (isRefusal(found)) expect.unreachable(found.refused);
    expect(found.act.sha256).toBe(sha256);
    expect(JSON.stringify(found.snapshot)).toContain('IF Test');
    expect(await readToSign(linkTo(EVA), await logIn(PER))).toEqual({ refused: 'signing.somebody_else' });
    expect(await readToSign('wrong', await logIn(EVA))).toEqual({ refused: 'signing.not_found' });
  });

  it('takes one answer, of the one whom it asks, over what was filed', async () => {
    const { caseId, sha256, linkTo } = await filed();
    expect(await answer(linkTo(EVA), PER, sha256)).toEqual({ refused: 'signing.somebody_else' });
    expect(await answer(linkTo(EVA), EVA, '\\xabcd')).toEqual({ refused: 'signature.mismatch' });
    await answer(linkTo(EVA), EVA, sha256);
    expect(await answer(linkTo(EVA), EVA)).toEqual({ refused: 'signing.answered' });
    expect((await read(caseId)).timeline).toHaveLength(2);
  });

  it('is kept as a hash', async () => {
    const { linkTo } = await filed();
    const rows = await database.sql<{ text: string }>('select s::text as text from signing_link s');
    expect(rows.some(({ text }) => text.includes(linkTo(EVA)))).toBe(false);
  });
});

describe('a co-signer who is protected', () => {
  it('is named to the others who are asked by nothing of what they are shown, and to themselves', async () => {
    const { linkTo } = await filed({ hidden: [PER.personnummer] });
    const [toEva, toPer] = [
      await readToSign(linkTo(EVA), await logIn(EVA)),
      await readToSign(linkTo(PER), await logIn(PER))
    ];
    if (isRefusal(toEva) || isRefusal(toPer)) expect.unreachable();
    expect([toEva.hiddenNames, toPer.hiddenNames]).toEqual([['Per Ny'], []]);
  });
});

describe('somebody who is named as a co-signer', () => {
  it('has the case among their own when they have signed, and not before', async () => {
    const { caseId, sha256, linkTo } = await filed();
    const { actor } = await logIn(EVA);
    const mine = async () => (await listMyCases(actor.personId)).map(({ id }) => id);
    expect(await mine()).not.toContain(caseId);
    await answer(linkTo(EVA), EVA, sha256);
    expect(await mine()).toContain(caseId);
  });

  it('is shown by no name where the population register protects it', async () => {
    const { caseId } = await filed({ signers: [PER], hidden: [PER.personnummer] });
    const { coSigners, parties } = await read(caseId);
    expect(coSigners.map(({ name }) => name)).toEqual([null]);
    expect(parties.at(-1)).toMatchObject({ isProtected: true, name: null, email: null });
  });
});

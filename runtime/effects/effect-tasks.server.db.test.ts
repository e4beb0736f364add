import { randomUUID } from 'node:crypto';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { act } from '../../tests/support/example-cases.ts';
import { citizen, FILED_AT, filedBygglov, handler, publishBygglov } from '../../tests/support/bygglov-cases.ts';
import { testDatabase } from '../../tests/support/test-database.ts';
import type { JsonObject } from '../definition/json.ts';
import { isRefusal } from '../errors/refusal.ts';
import { actOnCase } from '../case/act-on-case.server.ts';
import { openCase } from '../case/open-case.server.ts';
import { publishCaseType } from '../case/publish-case-type.server.ts';
import { readCase } from '../case/read-case.server.ts';
import { readStatus } from '../case/read-status.server.ts';
import { caseDocuments } from '../persistence/case-documents.server.ts';
import { MUNICIPALITY, shippedCaseType } from '../testing/example-dossier.ts';
import { fixedClock } from '../testing/fixed-clock.ts';
import { memoryFileStore } from '../testing/memory-file-store.ts';
import { memoryMail } from '../testing/memory-mail.ts';
import { typstMaker } from './documents/typst-maker.server.ts';
import { effectAutomations, effectTasks } from './effect-tasks.server.ts';

const database = testDatabase();
beforeAll(() => publishBygglov(database));

const documents = typstMaker();
const instances = { lansstyrelsen: { name: 'Länsstyrelsen i Lindsjö län', lines: ['Box 1', 'lst@exempel.example'] } };

function setUp() {
  const mail = memoryMail();
  const files = memoryFileStore();
  const clock = fixedClock(FILED_AT);
  const municipality = { ...MUNICIPALITY, instances };
  const ports = {
    mail,
    files,
    clock,
    documents,
    municipality,
    scanner: null,
    register: null,
    payments: null,
    mandates: null
  };
  return { mail, files, ports, tasks: effectTasks(ports) };
}

interface JobRow {
  readonly task: string;
  readonly payload: {
    readonly seq: number;
    readonly index: number;
    readonly params: JsonObject;
    readonly lastDay: string | null;
  };
}

/** Runs every job that a case has asked for so far, as a worker would, those that were run before too. */
async function runJobs(caseId: string, { tasks, ports }: Pick<ReturnType<typeof setUp>, 'tasks' | 'ports'>) {
  const rows = await database.sql<JobRow & Record<string, unknown>>(
    `select t.identifier as task, j.payload from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id where j.payload->>'caseId' = $1 order by j.id`,
    [caseId]
  );
  for (const { task, payload } of rows) {
    const { seq, index, params, lastDay } = payload;
    await tasks[task]?.({ key: `${caseId}:${seq}:${index}`, caseId, seq, params, lastDay }, ports.clock);
  }
}

const ORDER = {
  missing: ['situationsplan'],
  order: 'Lämna en situationsplan i skala 1:500.',
  weight: 'hindrar',
  reasons: 'Läget går inte att pröva.'
};

async function orderedToSupplement() {
  const effects = setUp();
  const { caseId, number } = await filedBygglov();
  await act(caseId, handler, 'ta-emot', { at: FILED_AT });
  await act(caseId, handler, 'forelagg', { at: FILED_AT, answers: ORDER });
  await runJobs(caseId, effects);
  return { ...effects, caseId, number };
}

async function pdfText(content: Uint8Array): Promise<string> {
  const { text: pages } = await extractText(await getDocumentProxy(Uint8Array.from(content)));
  return pages.join(' ').replace(/\s+/g, ' ');
}

describe('a föreläggande that a caseworker decides', () => {
  it('becomes a PDF of the beslut’s own handling, sent to the applicant on Mina sidor and allmän from then', async () => {
    const { caseId, files } = await orderedToSupplement();
    const kept = await caseDocuments(caseId);
    const handling = kept?.handlingar.find(({ handlingstyp }) => handlingstyp === 'forelaggande');
    expect(handling).toMatchObject({ origin: 'utgaende', allman_since: '2026-06-01', allman_ground: 'expedierad' });
    expect(kept?.handlingar.filter(({ handlingstyp }) => handlingstyp === 'forelaggande')).toHaveLength(1);
    expect(kept?.acts.filter(({ handling_id }) => handling_id === handling?.id)).toMatchObject([
      { kind: 'expedierad', recipient: 'Karin Lindqvist', how: 'mina-sidor' }
    ]);
    const file = kept?.files.find(({ handling_id }) => handling_id === handling?.id);
    expect(file).toMatchObject({
      media_type: 'application/pdf',
      name: expect.stringMatching(/^Föreläggande .*\.pdf$/)
    });
    const content = [...files.contents.values()].find(({ length }) => length === file?.size);
    const said = await pdfText(content ?? new Uint8Array());
    expect(said).toContain('Lämna en situationsplan i skala 1:500.');
    expect(said).toContain('Svara senast 22 juni 2026');
  });

  it('is read by the applicant, and by nobody who has nothing to do with the case', async () => {
    const { caseId } = await orderedToSupplement();
    const seen = await readCase(caseId, citizen);
    if (isRefusal(seen)) expect.unreachable(seen.refused);
    expect(seen.handlingar.map(({ handlingstyp }) => handlingstyp)).toContain('forelaggande');
    expect(isRefusal(await readCase(caseId, { ...citizen, personId: caseId, memberships: [] }))).toBe(true);
  });
});

describe('jobs that run twice', () => {
  it('make one file, one handling and one mail each', async () => {
    const { caseId, files, mail, ...effects } = await orderedToSupplement();
    const count = async () => {
      const kept = await caseDocuments(caseId);
      return [
        kept?.files.length,
        kept?.handlingar.length,
        kept?.timeline.length,
        files.contents.size,
        mail.sent.length
      ];
    };
    const before = await count();
    await runJobs(caseId, effects);
    expect(await count()).toEqual(before);
  });
});

describe('a mail to the applicant', () => {
  it('says the number, the last day and where to answer, and nothing that a person wrote', async () => {
    const { caseId, number, mail } = await orderedToSupplement();
    const sent = mail.sent.find(({ subject }) => subject.includes('behöver kompletteras'));
    expect(sent).toMatchObject({ to: 'karin@exempel.example', subject: `Din ansökan ${number} behöver kompletteras` });
    expect(sent?.text).toContain('senast 22 juni 2026');
    expect(sent?.text).toContain(`https://lindsjo.example/mina-sidor/arenden/${caseId}`);
    expect(sent?.text).not.toContain('situationsplan i skala');
  });

  it('has a link of its own to the status where nobody logs in', async () => {
    const { mail, ...effects } = setUp();
    const { caseId } = await filedBygglov();
    await database.sql('update party set person_id = null where case_id = $1', [caseId]);
    await runJobs(caseId, effects);
    const token = /\/status\/([\w-]{32})/.exec(mail.sent.map(({ text: body }) => body).join())?.[1] ?? '';
    expect(isRefusal(await readStatus(token))).toBe(false);
  });

  it('says neither number nor matter to one with protected identity', async () => {
    const { mail, ...effects } = setUp();
    const { caseId, number } = await filedBygglov();
    await database.sql('update party set protected = true where case_id = $1', [caseId]);
    await runJobs(caseId, effects);
    expect(mail.sent.length).toBeGreaterThan(0);
    const all = mail.sent.map(({ subject, text: body }) => subject + body).join();
    for (const secret of [number, 'bygglov', 'Samhällsbyggnad', caseId]) expect(all).not.toContain(secret);
  });
});

describe('a mail of a case whose leak would do the greatest harm', () => {
  it('says neither number nor matter nor which nämnd it is, only where to log in', async () => {
    const { mail, ...effects } = setUp();
    const caseType = await shippedCaseType('lss-insats');
    const eService = { ...caseType.settings.eService, signature: 'none', level: 1 } as const;
    const parts = { caseType: { ...caseType, settings: { ...caseType.settings, eService } }, templates: {} };
    expect('problems' in (await publishCaseType(parts, { kind: 'system' }, FILED_AT))).toBe(false);
    const answers: JsonObject = JSON.parse(JSON.stringify(caseType.scenarios['aterkallas']?.application ?? {}));
    const wish = {
      caseType: { slug: 'lss-insats' },
      answers,
      channel: 'e-service',
      actor: citizen,
      language: 'sv'
    } as const;
    const opened = await openCase({ ...wish, key: randomUUID() }, FILED_AT);
    if (isRefusal(opened)) expect.unreachable(JSON.stringify(opened));
    await runJobs(opened.caseId, effects);
    expect(mail.sent.map(({ text }) => text).join()).toContain('https://lindsjo.example/mina-sidor');
    const all = mail.sent.map(({ subject, text }) => subject + text).join();
    for (const secret of [opened.number, 'LSS', 'insats', 'Socialnämnden', opened.caseId])
      expect(all).not.toContain(secret);
  });
});

describe('handing a case over to another authority', () => {
  it('tells it by mail which case, once, and gives the flow the day', async () => {
    const { mail, ports } = setUp();
    const { caseId, number } = await filedBygglov();
    const handOver = effectAutomations(ports)['hand-over'];
    const run = { caseId, automation: 'overlamnaLov', key: `${caseId}:overlamnaLov:1` };
    const outcome = await handOver?.({ to: 'lansstyrelsen' }, run);
    await handOver?.({ to: 'lansstyrelsen' }, run);
    expect(outcome).toEqual({ output: { to: 'Länsstyrelsen i Lindsjö län', handedOverOn: '2026-06-01' } });
    expect(mail.sent).toMatchObject([{ to: 'lst@exempel.example', subject: `Överlämnande av ärende ${number}` }]);
  });

  it('is an error of the flow when nobody knows how to reach it', async () => {
    const { ports } = setUp();
    const { caseId } = await filedBygglov();
    const outcome = await effectAutomations(ports)['hand-over']?.(
      { to: 'regeringen' },
      { caseId, automation: 'x', key: 'x' }
    );
    expect(outcome).toEqual({ error: 'hand-over.no-address' });
  });
});

describe('a caseworker whose page is older than a document that the platform has filed', () => {
  it('goes on: nothing that the page shows has moved', async () => {
    const { tasks, ports } = setUp();
    const { caseId } = await filedBygglov();
    const taken = await act(caseId, handler, 'ta-emot', { at: FILED_AT });
    if (isRefusal(taken)) expect.unreachable(taken.refused);
    await runJobs(caseId, { tasks, ports });
    const page = { caseId, actor: handler, seq: taken.seq };
    const order = { ...page, key: 'order', event: 'forelagg', answers: ORDER };
    expect(isRefusal(await actOnCase(order, FILED_AT))).toBe(false);
    expect(await actOnCase({ ...page, key: 'again', event: 'komplett' }, FILED_AT)).toMatchObject({
      refused: 'case.changed'
    });
  });
});

import type { LoadedCase } from './load-case.server.ts';
import { LOAD } from './load-case.server.ts';
import { begun, joined, runOn, within, type Run, type UnitOfWork } from './transaction.server.ts';
import { writeStep, writeSteps, type Job, type StepRows, type Steps } from './write-step.server.ts';

/**
 * Lets every change and every reading that `work` makes happen in one transaction: all of it or nothing. The steps of a case are
 * written together, in one statement, when the last is taken or something else is read.
 * @param takeJobs gets the jobs that the steps ask for, instead of the queue
 */
export const asOne = <Result>(work: () => Promise<Result>, takeJobs: (jobs: readonly Job[]) => void): Promise<Result> =>
  begun(async (client) => {
    const unit = unitOfWork(runOn(client), takeJobs);
    return joined.run({ client, transaction: { ...within(runFlushed(runOn(client), unit)), unit } }, async () => {
      const result = await work();
      await unit.flush();
      return result;
    });
  });

const runFlushed =
  (run: Run, unit: UnitOfWork): Run =>
  async (statement, values) => {
    await unit.flush();
    return run(statement, values);
  };

interface Held {
  now: LoadedCase;
  pending: StepRows[];
}

function unitOfWork(run: Run, takeJobs: (jobs: readonly Job[]) => void): UnitOfWork {
  const held = new Map<string, Held>();
  const load = async (id: string): Promise<Held | undefined> => {
    const known = held.get(id);
    if (known) return known;
    const [row] = await run<{ found: LoadedCase }>(LOAD, [id]);
    if (!row) return undefined;
    const one = { now: row.found, pending: [] };
    held.set(id, one);
    return one;
  };
  const flush = async (): Promise<void> => {
    for (const one of held.values()) {
      const { pending } = one;
      one.pending = [];
      const [first] = pending;
      if (first && pending.length === 1) await writeStep(within(run), first);
      else if (first) await writeSteps(within(run), together(first, pending));
    }
  };
  return {
    load: async (id) => (await load(id))?.now,
    flush,
    async write(rows) {
      takeJobs(rows.jobs);
      const own = { ...rows, jobs: [] };
      const one = held.get(rows.case_.id);
      if (one && isPlain(rows)) {
        one.pending.push(own);
        one.now = after(one.now, own);
        return null;
      }
      await flush();
      held.delete(rows.case_.id);
      return writeStep(within(run), own);
    }
  };
}

/** What the database alone knows the outcome of is written at once: a number, a close, a draft that is gone, who is protected. */
const isPlain = ({ numbering, closedOn, draftId, party = [] }: StepRows): boolean =>
  numbering === null && closedOn === null && !draftId && party.length === 0;

/** A case as it would be read after a step. */
function after(before: LoadedCase, rows: StepRows): LoadedCase {
  const { timeline, beslut_receipt = [] } = rows;
  const isSeen = !(timeline.actor === 'system' && timeline.entry?.kind === 'administration');
  return {
    ...before,
    case_: rows.case_,
    coSigners: before.coSigners.map((one) => ({
      ...one,
      ...rows.co_signer?.find(({ party_id }) => party_id === one.party_id)
    })),
    timers: rows.timer.toSorted((a, b) => order(Date.parse(a.at), Date.parse(b.at)) || order(a.event, b.event)),
    waiting: rows.waiting.toSorted((a, b) => order(a.seq, b.seq)),
    visited: [...new Set([...before.visited, ...(timeline.entry?.to ?? [])])],
    seenSeq: isSeen ? timeline.seq : before.seenSeq,
    lastLopnummer: Math.max(before.lastLopnummer, ...(rows.handling ?? []).map(({ lopnummer }) => lopnummer)),
    beslut: replaced(before.beslut, rows.beslut ?? [], ({ id }) => id),
    receipts: replaced(before.receipts, beslut_receipt, keyOfReceipt).toSorted((a, b) => order(a.party_id, b.party_id))
  };
}

const order = <Value extends string | number>(a: Value, b: Value): number => (a < b ? -1 : a > b ? 1 : 0);

const keyOfReceipt = ({ beslut_id, party_id }: { readonly beslut_id: string; readonly party_id: string }): string =>
  `${beslut_id} ${party_id}`;

/** Rows with others in the place of those of the same key, or after them. */
const replaced = <Row>(rows: readonly Row[], others: readonly Row[], key: (row: Row) => string): Row[] => [
  ...new Map([...rows, ...others].map((row) => [key(row), row])).values()
];

/** Steps of one case as one: what stands after the last, and all that each brought. */
function together(first: StepRows, steps: readonly StepRows[]): Steps {
  const last = steps.at(-1) ?? first;
  const all = <Row>(rowsOf: (one: StepRows) => readonly Row[] | undefined): Row[] =>
    steps.flatMap((one) => rowsOf(one) ?? []);
  const latest = <Row>(rowsOf: (one: StepRows) => readonly Row[] | undefined, key: (row: Row) => string): Row[] =>
    replaced([], all(rowsOf), key);
  return {
    ...last,
    steps: steps.length,
    timeline: steps.map(({ timeline }) => timeline),
    party: latest(
      (one) => one.party,
      ({ id }) => id
    ),
    submission: all((one) => one.submission),
    signature: all((one) => one.signature),
    co_signer: latest(
      (one) => one.co_signer,
      ({ party_id }) => party_id
    ),
    beslut: latest(
      (one) => one.beslut,
      ({ id }) => id
    ),
    beslut_receipt: latest((one) => one.beslut_receipt, keyOfReceipt),
    handling: latest(
      (one) => one.handling,
      ({ id }) => id
    ),
    handling_act: all((one) => one.handling_act),
    letter: latest(
      (one) => one.letter,
      ({ id }) => id
    ),
    notice: latest(
      (one) => one.notice,
      ({ id }) => id
    ),
    status_link: all((one) => one.status_link),
    filed: all((one) => one.filed),
    file: all((one) => one.file)
  };
}

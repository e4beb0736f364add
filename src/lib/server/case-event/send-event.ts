import { randomUUID } from 'node:crypto';
import { fail, type RequestEvent } from '@sveltejs/kit';
import { actOnCase, validateAnswers } from '#runtime';
import { isRefusal, type AnswerFault } from '#runtime/errors/refusal.ts';
import type { ErrorCode } from '#runtime/errors/codes.ts';
import type { Answers } from '#runtime/form/model.ts';
import { statusOf } from '../fault-page.ts';
import { savePage, type SavedPage } from '../filing/save-page.ts';
import { readForm } from '../upload/read-form.ts';
import { clock, files, scanner } from '../services.ts';
import type { EventLink, OpenEvent } from './open-event.ts';

/** Why an event was not sent. The page goes on from `key` and `seq`: the old key has its answer already. */
export interface NotSent {
  readonly refused?: ErrorCode;
  readonly faults: readonly AnswerFault[];
  readonly key: string;
  readonly seq: number;
  /** What has happened since the sender saw the case. */
  readonly news: readonly string[];
  /** What may be done with the case now. */
  readonly instead: readonly EventLink[];
}

/** What has happened in a case since a step of it, in the words of somebody who may know. */
export type NewsSince = (seq: number) => readonly string[] | Promise<readonly string[]>;

export type Sent = { readonly sent: true } | { readonly stays: true; readonly at: string | undefined };

interface Posted {
  readonly hidden: ReadonlyMap<string, string>;
  readonly answers: Answers | undefined;
  readonly page: SavedPage | undefined;
}

/**
 * Reads the posted page of an event and sends it to the case. What was typed is kept first, whatever comes of it.
 * @returns `sent`; `stays` when a button within the form was pressed; or a failure for the page: 422 with what is wrong in the
 * answers, 409 when the case has changed or does not take the event, with a fresh key and the present seq.
 */
export async function sendEvent(event: RequestEvent, open: OpenEvent, newsSince: NewsSince) {
  const posted = await readPost(event, open);
  if (isRefusal(posted)) return notSent(open, { refused: posted.refused });
  const { hidden, answers, page } = posted;
  const seen = Number(hidden.get('seq') ?? open.at.seq);
  if (open.isLate) return notSent(open, { refused: 'flow.event_not_allowed', news: await newsSince(seen) });
  if (page && page.refusedFiles.length > 0) return notSent(open, { faults: page.refusedFiles });
  const stillWrong = page?.asksWrong ? faultsIn(open, answers) : [];
  if (page?.stays && stillWrong.length === 0) return { stays: true, at: page.at } satisfies Sent;
  const faults = faultsIn(open, answers);
  if (faults.length > 0) return notSent(open, { faults });
  const { at } = open;
  const done = await actOnCase(
    {
      key: hidden.get('key') || randomUUID(),
      caseId: at.caseId,
      seq: seen,
      actor: at.actor,
      event: open.event.event,
      ...(answers && { answers }),
      ...(open.entry && { draftId: open.entry.draft.id })
    },
    clock.now(),
    open.entry ? undefined : at.read
  );
  if (isRefusal(done)) {
    const news = done.refused === 'case.changed' ? await newsSince(seen) : [];
    return notSent(open, { refused: done.refused, faults: done.faults ?? [], news });
  }
  return { sent: true } satisfies Sent;
}

async function readPost(event: RequestEvent, { entry }: OpenEvent) {
  if (!entry) {
    const received = await readForm(event.request, { files, scanner, rulesOf: () => undefined });
    return isRefusal(received)
      ? received
      : ({ hidden: new Map(received.entries), answers: undefined, page: undefined } satisfies Posted);
  }
  const page = await savePage(event, entry);
  return isRefusal(page) ? page : ({ hidden: page.hidden, answers: page.answers, page } satisfies Posted);
}

function faultsIn({ entry }: OpenEvent, answers: Answers | undefined): readonly AnswerFault[] {
  if (!entry || !answers) return [];
  return validateAnswers(entry.compiled, entry.formKey, answers, entry.environment).faults;
}

function notSent({ at, instead }: OpenEvent, why: Partial<Pick<NotSent, 'refused' | 'faults' | 'news'>>) {
  const status = why.refused === undefined ? 422 : statusOf(why.refused);
  return fail<NotSent>(status, { faults: [], news: [], ...why, key: randomUUID(), seq: at.seq, instead });
}

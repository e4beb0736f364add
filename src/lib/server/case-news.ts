import { watchCase } from '#runtime';

/** Keeps what stands between from taking the silence for an end. */
const BEAT_MS = 25_000;
/** Then the browser asks anew. */
const LONGEST_MS = 30 * 60_000;

/** The step of the case that the page shows, as its address says. */
export const seenIn = (url: URL): number => Math.max(0, Math.trunc(Number(url.searchParams.get('seq'))) || 0);

/**
 * Server-sent events: one each time the case has moved beyond what the page shows, with the number of the step and nothing else.
 * Whoever may see the case no longer is told nothing more: the stream ends, and the page that asks anew is answered as they are then.
 */
export function caseNews(caseId: string, seen: number, maySee: () => Promise<boolean>): Response {
  const encoder = new TextEncoder();
  let isOpen = true;
  let end = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const say = (text: string) => controller.enqueue(encoder.encode(text));
      const tell = async (seq: number) => {
        // A database that is away says neither; the next change asks again.
        const isSeen = await maySee().catch(() => null);
        if (!isOpen) return;
        if (isSeen) say(`data: ${seq}\n\n`);
        if (isSeen === false) close();
      };
      const unwatch = watchCase(caseId, seen, (seq) => void tell(seq));
      const beat = setInterval(() => say(':\n\n'), BEAT_MS).unref();
      const close = () => {
        end();
        controller.close();
      };
      const last = setTimeout(close, LONGEST_MS).unref();
      end = () => {
        unwatch();
        clearInterval(beat);
        clearTimeout(last);
        isOpen = false;
      };
      say('retry: 5000\n\n');
    },
    cancel: () => end()
  });
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' }
  });
}

import { watchCase } from '#runtime';

/** Keeps what stands between from taking the silence for an end. */
const BEAT_MS = 25_000;
/** Then the browser asks anew, and who may see the case is asked again. */
const LONGEST_MS = 30 * 60_000;

/** The step of the case that the page shows, as its address says. */
export const seenIn = (url: URL): number => Math.max(0, Math.trunc(Number(url.searchParams.get('seq'))) || 0);

/** Server-sent events: one each time the case has moved beyond what the page shows, with the number of the step and nothing else. */
export function caseNews(caseId: string, seen: number): Response {
  const encoder = new TextEncoder();
  let end = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const say = (text: string) => controller.enqueue(encoder.encode(text));
      const unwatch = watchCase(caseId, seen, (seq) => say(`data: ${seq}\n\n`));
      const beat = setInterval(() => say(':\n\n'), BEAT_MS).unref();
      const last = setTimeout(() => {
        end();
        controller.close();
      }, LONGEST_MS).unref();
      end = () => {
        unwatch();
        clearInterval(beat);
        clearTimeout(last);
        end = () => {};
      };
      say('retry: 5000\n\n');
    },
    cancel: () => end()
  });
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' }
  });
}

import type { OrderView } from '#lib/identity/order-view.ts';

type Standing = { readonly settled: true } | ({ readonly settled: false } & OrderView);

const PICTURE_MS = 1000;
const ASK_MS = 2000;

const find = <E extends HTMLElement = HTMLElement>(part: string) => document.querySelector<E>(`[data-order] ${part}`);

const at = document.querySelector<HTMLElement>('[data-order]')?.dataset['order'];
if (at !== undefined) follow(at);

/**
 * Changes the picture and the words in place; without script the page loads itself anew each second. When the order is done or
 * has failed the page is loaded anew, and nothing is asked any more: an answer would take the page from under the button that
 * tries again, or break off the way onwards, on which the login was already used up.
 */
function follow(address: string): void {
  let second = 0;
  const picture = setInterval(() => {
    second += 1;
    find<HTMLImageElement>('img')?.setAttribute('src', `${address}/qr.svg?${second}`);
  }, PICTURE_MS);
  const ask = async () => {
    const answer = await fetch(`${address}/lage`).catch(() => null);
    const standing: Standing | null = answer?.ok ? await answer.json() : null;
    if (standing && isAnother(standing)) {
      clearInterval(picture);
      return location.assign(address);
    }
    if (standing && !standing.settled) show(standing);
    setTimeout(() => void ask(), ASK_MS);
  };
  // An order that has just begun has nothing to show yet, and soon has.
  setTimeout(() => void ask(), find('.way') ? ASK_MS : PICTURE_MS);
}

/** Whether the page must be drawn anew: nothing is left to wait for, or there is now a way to the app. */
const isAnother = (standing: Standing): boolean =>
  standing.settled || standing.status === 'failed' || (find('.way') === null && hasWay(standing));

const hasWay = ({ showsQr, appLink }: OrderView): boolean => showsQr || appLink !== null;

function show(order: OrderView): void {
  find('.way')?.toggleAttribute('hidden', !hasWay(order));
  const words = find('[data-words]');
  // A live region that is written with the same words would say them again.
  if (words && words.textContent !== order.text) words.textContent = order.text;
}

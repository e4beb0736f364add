import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../http.server.ts';
import { html, page, PAGE_HEADERS, type Html } from '../page.ts';
import { CITIZENS, nameOf } from '../people.ts';
import {
  HINTS,
  OUTCOMES,
  REFUSALS,
  type Outcome,
  type RefusalCode,
  type TestOrder,
  type TestOrders
} from './orders.ts';

const OUTCOME_TEXTS: Record<Outcome, string> = {
  success: 'Det lyckas',
  'success-high-risk': 'Det lyckas, men BankID ser hög risk',
  userCancel: 'Personen avbryter i appen',
  cancelled: 'Avbruten av en ny begäran',
  expiredTransaction: 'Tiden går ut',
  startFailed: 'Appen kunde inte starta',
  certificateErr: 'BankID är spärrat',
  unknownFailure: 'Ett fel som ingen känner'
};
const HINT_TEXTS: Record<(typeof HINTS)[number], string> = {
  started: 'Appen söker efter BankID',
  userSign: 'Appen väntar på säkerhetskoden',
  userMrtd: 'Appen vill läsa av en ID-handling',
  processing: 'BankID arbetar',
  unknownHint: 'Ett läge som ingen känner'
};
const REFUSAL_TEXTS: Record<RefusalCode, string> = {
  alreadyInProgress: 'En begäran pågår redan',
  Maintenance: 'Underhåll (503)'
};

const includes = <T extends string>(all: readonly T[], value: string | null): value is T =>
  all.some((one) => one === value);
const keys = <T extends string>(table: Record<T, unknown>) =>
  Object.keys(table).filter((key): key is T => key in table);
const decode = (coded: string) => Buffer.from(coded, 'base64').toString('utf8');
const act = (order: TestOrder) => (order.kind === 'sign' ? 'Skriv under' : 'Legitimera');

/** The pages that play the phone: which orders wait, and what shall happen to one. `base` is where they are mounted. */
export function phone(orders: TestOrders, base: string) {
  const style = `${base}/style.css`;
  const css = readFileSync('runtime/demo/demo.css');

  const list = (): Html => html`
    <h1>Testtelefon för BankID</h1>
    ${
      orders.waiting().length === 0
        ? html`<p>Ingen begäran väntar. Starta en inloggning eller en underskrift, så dyker den upp här.</p>`
        : html`<ul>
            ${orders.waiting().map(
              (order) =>
                html`<li>
                  <a class="choice" href="${base}/${order.orderRef}"
                    >${act(order)}<small>Begärd av Lindsjö kommun</small></a
                  >
                </li>`
            )}
          </ul>`
    }
    <details>
      <summary>Låt nästa begäran misslyckas</summary>
      <form method="post" action="${base}/nasta">
        ${select(
          'code',
          'Svar på nästa begäran',
          keys(REFUSALS).map((code) => [code, REFUSAL_TEXTS[code]])
        )}
        <button>Spara</button>
      </form>
    </details>
  `;

  const one = (order: TestOrder, autostarted: boolean): Html => {
    const people = CITIZENS.filter(({ personalNumber }) => personalNumber === (order.personalNumber ?? personalNumber));
    return html`
      <h1>${act(order)}</h1>
      <p>Lindsjö kommun ber dig ${order.kind === 'sign' ? 'skriva under' : 'legitimera dig'}.</p>
      ${order.visible && html`<p class="shown" tabindex="0">${decode(order.visible)}</p>`}
      <form method="post" action="${base}/${order.orderRef}${autostarted ? '?autostart' : ''}">
        ${select(
          'person',
          'Vem är du?',
          people.map((person) => [person.key, `${nameOf(person)}, ${person.personalNumber}`])
        )}
        <button class="main" name="outcome" value="success">${act(order)}</button>
        <details>
          <summary>Låt något annat hända</summary>
          <h2>Avsluta med</h2>
          <ul>
            ${OUTCOMES.slice(1).map((key) => html`<li><button name="outcome" value="${key}">${OUTCOME_TEXTS[key]}</button></li>`)}
          </ul>
          <h2>Vänta med</h2>
          <ul>
            ${HINTS.map((key) => html`<li><button name="hint" value="${key}">${HINT_TEXTS[key]}</button></li>`)}
          </ul>
        </details>
      </form>
      <p><a href="${base}">Alla begäranden</a></p>
    `;
  };

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const send = (title: string, body: Html, status = 200, refresh?: number) =>
      response.writeHead(status, PAGE_HEADERS).end(page(title, body, { style, ...(refresh ? { refresh } : {}) }));
    const go = (location: string) => response.writeHead(303, { location, 'cache-control': 'no-store' }).end();
    const path = url.pathname.slice(base.length).replace(/^\//, '');
    const posted = request.method === 'POST' ? new URLSearchParams(await readBody(request)) : undefined;

    if (path === 'style.css') return response.writeHead(200, { 'content-type': 'text/css' }).end(css);
    if (path === 'nasta') {
      const code = posted?.get('code') ?? null;
      orders.refuseNext(includes(keys(REFUSALS), code) ? code : undefined);
      return go(base);
    }
    const token = url.searchParams.get('autostarttoken');
    const order = orders.find(token ?? path);
    // Looks again by itself only while there is nothing to choose from.
    if (path === '' && token === null) return send('Testtelefon', list(), 200, orders.waiting().length === 0 ? 2 : 0);
    if (!order)
      return send(
        'Ingen begäran',
        html`<h1>Begäran finns inte längre</h1>
          <p><a href="${base}">Alla begäranden</a></p>`,
        404
      );
    if (token !== null) return go(`${base}/${order.orderRef}?autostart`);
    const autostarted = url.searchParams.has('autostart');
    if (!posted) return send(act(order), one(order, autostarted));

    const outcome = posted.get('outcome');
    const hint = posted.get('hint');
    const person = CITIZENS.find(({ key }) => key === posted.get('person'));
    if (includes(HINTS, hint)) orders.wait(order, hint);
    else if (includes(OUTCOMES, outcome) && person) orders.finish(order, outcome, person);
    else return send('Fel', html`<h1>Välj en person och vad som ska hända</h1>`, 400);
    if (includes(HINTS, hint)) return go(url.pathname + url.search);
    return go(autostarted && order.returnUrl ? order.returnUrl : base);
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    answer(request, response).catch(() => response.writeHead(500).end());
  };
}

function select(name: string, label: string, options: readonly (readonly [string, string])[]): Html {
  return html`<label for="${name}">${label}</label>
    <select id="${name}" name="${name}">
      ${options.map(([value, text]) => html`<option value="${value}">${text}</option>`)}
    </select>`;
}

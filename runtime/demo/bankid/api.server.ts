import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import { readBody } from '../http.server.ts';
import { testCertificate } from '../test-certificates.server.ts';
import { REFUSALS, type TestOrders } from './orders.ts';

const ERRORS = {
  invalidParameters: 400,
  unauthorized: 401,
  notFound: 404,
  methodNotAllowed: 405,
  unsupportedMediaType: 415
} as const;

/** BankID's Relying Party API over mutual TLS: only who holds the test authority's client certificate gets in. */
export function bankIdApi(orders: TestOrders): Server {
  const settings = { ...testCertificate('server'), requestCert: true, rejectUnauthorized: true };
  return createServer(settings, (request, response) => {
    answer(orders, request, response).catch(() => response.writeHead(500).end());
  });
}

async function answer(orders: TestOrders, request: IncomingMessage, response: ServerResponse) {
  const send = (status: number, body: object) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  const fail = (errorCode: keyof typeof ERRORS) => send(ERRORS[errorCode], { errorCode, details: 'Test server' });

  if (request.method !== 'POST') return fail('methodNotAllowed');
  if (request.headers['content-type'] !== 'application/json') return fail('unsupportedMediaType');
  const body = parse(await readBody(request));
  const text = (field: string) => (typeof body[field] === 'string' && body[field] !== '' ? body[field] : undefined);
  const orderRef = text('orderRef') ?? '';

  switch (request.url) {
    case '/rp/v6.0/auth':
    case '/rp/v6.0/sign': {
      const refusal = orders.takeRefusal();
      if (refusal) return send(REFUSALS[refusal], { errorCode: refusal, details: 'Test server' });
      const kind = request.url.endsWith('sign') ? 'sign' : 'auth';
      const endUserIp = text('endUserIp');
      if (!endUserIp || (kind === 'sign' && !text('userVisibleData'))) return fail('invalidParameters');
      const { requirement } = body;
      const personalNumber = requirement && typeof requirement === 'object' && 'personalNumber' in requirement;
      const order = orders.start({
        kind,
        endUserIp,
        visible: text('userVisibleData'),
        nonVisible: text('userNonVisibleData'),
        returnUrl: text('returnUrl'),
        personalNumber: personalNumber ? String(requirement.personalNumber) : undefined,
        wantsRisk: body.returnRisk === true
      });
      const { autoStartToken, qrStartToken, qrStartSecret } = order;
      return send(200, { orderRef: order.orderRef, autoStartToken, qrStartToken, qrStartSecret });
    }
    case '/rp/v6.0/collect': {
      const collected = orders.collect(orderRef);
      return collected ? send(200, collected) : fail('invalidParameters');
    }
    case '/rp/v6.0/cancel':
      return orders.cancel(orderRef) ? send(200, {}) : fail('invalidParameters');
    default:
      return fail('notFound');
  }
}

function parse(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

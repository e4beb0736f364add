import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { listenOnLoopback, readBody } from './http.server.ts';
import { CITIZENS, nameOf, type DemoCitizen } from './people.ts';
import { testCertificate } from './test-certificates.server.ts';

export const NAVET_TEST = {
  clientId: 'smedja-demo',
  clientSecret: 'demo-only',
  /** Skatteverket's own test organisation and test order with protected persons. */
  organisationsnummer: '162021004748',
  order: '00000236-FO01-0002'
} as const;

export interface NavetServer {
  readonly url: string;
  readonly tokenUrl: string;
  /** Answers as the register does on a bad day, until told otherwise. */
  behave(how: 'well' | 'down' | 'token-revoked' | 'protection-unknown'): void;
  readonly stop: () => Promise<void>;
}

const V3 = '/folkbokforing/folkbokforingsuppgifter-for-offentliga-aktorer/v3/';
const TOKEN = '/oauth2/v1/sysorg/token';

/** A TEST population register that speaks Navet v3 over mutual TLS and knows the demo's citizens. */
export async function startNavetServer(settings: { now?: () => Date } = {}): Promise<NavetServer> {
  const now = settings.now ?? (() => new Date());
  let how: Parameters<NavetServer['behave']>[0] = 'well';
  let token = randomUUID();

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const send = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const body = await readBody(request);
    if (how === 'down') return send(503, { fel: [{ kod: 'TJANSTEN_AR_STANGD' }] });
    if (request.url === TOKEN) {
      const form = new URLSearchParams(body);
      if (form.get('client_secret') !== NAVET_TEST.clientSecret) return send(401, { error: 'invalid_client' });
      token = randomUUID();
      return send(200, { access_token: token, token_type: 'Bearer', expires_in: 600 });
    }
    if (how === 'token-revoked') {
      how = 'well';
      token = randomUUID();
    }
    const allowed =
      request.headers.authorization === `Bearer ${token}` && request.headers.client_id === NAVET_TEST.clientId;
    if (!allowed || !request.headers.skv_client_correlation_id) return send(401, { fel: [{ kod: 'OBEHORIG' }] });
    if (request.url !== `${V3}hamta`) return send(404, { fel: [{ kod: 'FINNS_EJ' }] });
    const wish: { bestallning?: { bestallningsidentitet?: string }; sokvillkor?: { identitetsbeteckning?: string }[] } =
      JSON.parse(body);
    if (wish.bestallning?.bestallningsidentitet !== NAVET_TEST.order)
      return send(400, { fel: [{ kod: 'BESTALLNING_SAKNAS' }] });
    const wanted = (wish.sokvillkor ?? []).map(({ identitetsbeteckning }) => identitetsbeteckning);
    const found = CITIZENS.filter(({ personalNumber }) => wanted.includes(personalNumber));
    return send(200, {
      folkbokforingsposter: found.map((citizen) => post(citizen, how === 'protection-unknown')),
      fel: [],
      status: 'OK',
      tidpunkt: now().toISOString()
    });
  }

  const server = createServer(
    { ...testCertificate('server'), requestCert: true, rejectUnauthorized: true },
    (request, response) => {
      answer(request, response).catch(() => response.writeHead(500).end());
    }
  );
  const port = await listenOnLoopback(server);
  return {
    url: `https://localhost:${port}${V3}`,
    tokenUrl: `https://localhost:${port}${TOKEN}`,
    behave: (next) => (how = next),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    }
  };
}

/** A post as Navet sends it. One who is registered in secret (skyddad folkbokföring) has no address there either. */
function post(citizen: DemoCitizen, protectionUnknown: boolean) {
  const { personalNumber, givenName, surname, street, postcode, town, protection } = citizen;
  const registered = protection !== 'SKYDDAD_FOLKBOKFORING';
  return {
    identitet: { identitetsbeteckning: personalNumber, typ: 'PERSONNUMMER', status: { varde: 'AKTIV' } },
    namn: {
      aviseringsnamn: nameOf(citizen),
      fornamn: { namn: givenName, tilltalsnamnsmarkering: '10' },
      efternamn: surname
    },
    ...(registered
      ? {
          folkbokforing: {
            adress: { gatuadress: street, postnummer: postcode.replace(' ', ''), postort: town.toUpperCase() }
          }
        }
      : {}),
    skyddAvPersonuppgifter: protectionUnknown ? 'ETT_NYTT_SKYDD' : (protection ?? 'SAKNAS')
  };
}

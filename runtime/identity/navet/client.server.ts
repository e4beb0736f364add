import { randomUUID } from 'node:crypto';
import { log } from '../../effects/log.server.ts';
import type { PopulationRegister } from '../../ports/population-register.ts';
import { mutualTlsAgent, post, type MutualTls } from '../https-json.server.ts';
import { faultCodes, readNavet } from './mapping.ts';

export interface NavetSettings extends MutualTls {
  /** `https://api.skatteverket.se/folkbokforing/folkbokforingsuppgifter-for-offentliga-aktorer/v3/` */
  readonly url: string;
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Twelve digits. */
  readonly organisationsnummer: string;
  /** The order with Skatteverket that says what we may fetch. */
  readonly order: string;
}

const SCOPE = 'fbfuppgoffakt';
/** A token is fetched anew this long before it runs out. */
const MARGIN = 30_000;

/** Navet v3 over mutual TLS, with a token by client credentials. */
export function navetRegister(settings: NavetSettings, now: () => Date = () => new Date()): PopulationRegister {
  const agent = mutualTlsAgent(settings);
  const { clientId, clientSecret, url, tokenUrl } = settings;
  let token: { readonly value: string; readonly until: number } | undefined;

  async function authorise(): Promise<string | undefined> {
    if (token && token.until > now().getTime()) return token.value;
    const form = { grant_type: 'client_credentials', scope: SCOPE, client_id: clientId, client_secret: clientSecret };
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const { body } = await post(new URL(tokenUrl), new URLSearchParams(form).toString(), { agent, headers });
    token = readToken(body, now());
    return token?.value;
  }

  async function fetchOne(personnummer: string): Promise<{ httpStatus: number; body: unknown }> {
    const access = await authorise();
    if (access === undefined) return { httpStatus: 401, body: undefined };
    const wish = {
      bestallning: { organisationsnummer: settings.organisationsnummer, bestallningsidentitet: settings.order },
      sokvillkor: [{ identitetsbeteckning: personnummer }]
    };
    const headers = {
      authorization: `Bearer ${access}`,
      client_id: clientId,
      client_secret: clientSecret,
      skv_client_correlation_id: randomUUID(),
      'content-type': 'application/json'
    };
    return post(new URL('hamta', url), JSON.stringify(wish), { agent, headers });
  }

  return {
    async lookUp(personnummer) {
      try {
        const first = await fetchOne(personnummer);
        if (first.httpStatus === 401) token = undefined; // revoked before its time
        const answer = first.httpStatus === 401 ? await fetchOne(personnummer) : first;
        if (answer.httpStatus === 200) return readNavet(answer.body, personnummer);
        log.warn({ status: answer.httpStatus, faults: faultCodes(answer.body) }, 'population register refused');
      } catch {
        log.warn('population register does not answer');
      }
      return 'unavailable';
    }
  };
}

function readToken(body: unknown, now: Date) {
  if (typeof body !== 'object' || body === null) return undefined;
  const { access_token: value, expires_in: seconds }: { access_token?: unknown; expires_in?: unknown } = body;
  if (typeof value !== 'string') return undefined;
  return { value, until: now.getTime() + Number(seconds ?? 60) * 1000 - MARGIN };
}

import type { RequestEvent } from '@sveltejs/kit';
import { staffIssuer, type Provisioning } from '#runtime';
import type { JsonObject } from '#runtime/definition/json.ts';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { fault, isFault, type ScimFault } from '#runtime/provisioning/fault.ts';
import { callerFor } from '../api/caller.ts';
import { readJson } from '../api/read-json.ts';
import { clock } from '../services.ts';
import { isUuid } from '#runtime/uuid.ts';

/** RFC 7644, 8.1. */
export const SCIM_JSON = 'application/scim+json';

/** A fault as SCIM tells it (RFC 7644, 3.12). */
export function scimError({
  status,
  scimType,
  detail
}: ScimFault | { status: number; detail: string; scimType?: string }) {
  const body = {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: String(status),
    ...(scimType && { scimType }),
    detail
  };
  const headers = { 'content-type': SCIM_JSON, ...(status === 401 && { 'www-authenticate': 'Bearer' }) };
  return new Response(JSON.stringify(body), { status, headers });
}

/** What the address of a list asks for. */
export const listQuery = ({ searchParams }: URL) => ({
  filter: searchParams.get('filter'),
  startIndex: searchParams.get('startIndex'),
  count: searchParams.get('count')
});

const names = (list: string | null) => (list ?? '').split(',').flatMap((name) => name.trim().toLowerCase() || []);

/** A resource with the attributes that the address asks for (RFC 7644, 3.9); id and schemas always. */
function chosen(resource: JsonObject, { searchParams }: URL): JsonObject {
  const [only, but] = [names(searchParams.get('attributes')), names(searchParams.get('excludedAttributes'))];
  if (only.length + but.length === 0) return resource;
  const ids = ['id', 'schemas'];
  const isIn = (key: string, list: readonly string[]) =>
    list.some((name) => name === key || name.startsWith(`${key}.`) || name.endsWith(`:${key}`));
  return Object.fromEntries(
    Object.entries(resource).filter(([name]) => {
      const key = name.toLowerCase();
      return ids.includes(key) || (only.length > 0 ? isIn(key, only) : !isIn(key, but));
    })
  );
}

function respond(event: RequestEvent, outcome: JsonObject | null): Response {
  const isMade = event.request.method === 'POST';
  if (outcome === null) return new Response(null, { status: 204 });
  const { meta, Resources } = outcome;
  const headers = new Headers({ 'content-type': SCIM_JSON });
  if (meta && typeof meta === 'object' && 'location' in meta && typeof meta['location'] === 'string') {
    headers.set('location', meta['location']);
    if (typeof meta['version'] === 'string') headers.set('etag', meta['version']);
  }
  const seen = event.request.headers.get('if-none-match');
  if (event.request.method === 'GET' && seen !== null && seen === headers.get('etag'))
    return new Response(null, { status: 304, headers: { etag: seen } });
  const body = Array.isArray(Resources)
    ? { ...outcome, Resources: Resources.map((one) => (isResource(one) ? chosen(one, event.url) : one)) }
    : chosen(outcome, event.url);
  return new Response(JSON.stringify(body), { status: isMade ? 201 : 200, headers });
}

const isResource = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Answers a request of the directory, if its token is for that. */
export async function answerScim(
  event: RequestEvent,
  work: (who: Provisioning) => Promise<JsonObject | null | ScimFault>
): Promise<Response> {
  const caller = await callerFor(event, 'people:provision');
  if (caller === null) return scimError(fault(401, 'A bearer token is needed.'));
  if (isRefusal(caller))
    return scimError(
      caller.refused === 'api.scope_missing'
        ? fault(403, 'The token is not for this.')
        : fault(401, 'The bearer token is wrong or revoked.')
    );
  const who: Provisioning = {
    ...{ actor: caller.actor, now: clock.now(), issuer: staffIssuer(process.env) },
    base: `${event.url.origin}/scim/v2`,
    ifMatch: event.request.headers.get('if-match')
  };
  const outcome = await work(who);
  return outcome !== null && isFault(outcome) ? scimError(outcome) : respond(event, outcome);
}

/** The same for a request that has a resource or operations in its body. */
export const answerScimBody = (
  event: RequestEvent,
  work: (body: JsonObject, who: Provisioning) => Promise<JsonObject | ScimFault>
): Promise<Response> =>
  answerScim(event, async (who) => {
    const body = await readJson(event.request);
    if (!isRefusal(body)) return work(body, who);
    if (body.refused === 'api.unsupported_media_type') return fault(415, `The body is ${SCIM_JSON}.`);
    if (body.refused === 'form.too_large') return fault(413, 'The body is too large.');
    return fault(400, 'The body is not a JSON object.', 'invalidSyntax');
  });

/** The id of the address; one that is none is nobody's. */
export const idIn = ({ params }: RequestEvent<{ id: string }>): string =>
  isUuid(params.id) ? params.id : '00000000-0000-0000-0000-000000000000';

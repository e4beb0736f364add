import type { Handle } from '@sveltejs/kit';
import { SCIM_JSON, scimError } from '../scim/request.ts';

const DETAILS: Readonly<Record<number, string>> = {
  404: 'There is no such address.',
  405: 'The address does not take that method.',
  503: 'The service is away for a moment.'
};
const KEPT = ['allow', 'retry-after'];

/** A directory gets an error of SCIM for every refusal, also of what no route of ours answered. */
export const scimErrors: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  if (response.status < 400 || !event.url.pathname.startsWith('/scim/')) return response;
  if (response.headers.get('content-type')?.startsWith(SCIM_JSON)) return response;
  const { status } = response;
  const told = scimError({ status, detail: DETAILS[status] ?? 'The request could not be answered.' });
  for (const name of KEPT) {
    const value = response.headers.get(name);
    if (value !== null) told.headers.set(name, value);
  }
  return told;
};

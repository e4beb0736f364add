/** How somebody is answered who asks: let in (whatever comes of it), sent to log in, or refused in one of three ways. */
export type Answer = 'in' | 'login' | 'unknown' | 'forbidden' | 'missing' | `broken ${number}`;

/** One way to ask a route for something. */
export interface Door {
  readonly route: string;
  /** The route and the way. */
  readonly name: string;
  readonly by: 'page' | 'data' | 'action' | 'endpoint';
  readonly method?: string;
  readonly action?: string;
  /** How many layouts lie around the page whose data is asked for. */
  readonly layouts?: number;
}

interface Caller {
  /** Where the product answers. */
  readonly base: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What is filled in of a form, or said in a body. */
  readonly says: Readonly<Record<string, unknown>>;
}

/** Asks at an address, and tells how it was answered. */
export async function knock(door: Door, path: string, caller: Caller): Promise<Answer> {
  const { base, headers, says } = caller;
  const patient = { redirect: 'manual', signal: AbortSignal.timeout(20_000) } as const;
  switch (door.by) {
    case 'page':
      return told(await fetch(base + path, { ...patient, headers: { ...headers, accept: 'text/html' } }));
    case 'data': {
      // As SvelteKit's own script asks when the layouts are there already: nothing of theirs is run.
      const only = `${'0'.repeat(door.layouts ?? 0)}1`;
      const address = `${base}${path === '/' ? '' : path}/__data.json?x-sveltekit-invalidated=${only}`;
      return toldInside(await fetch(address, { ...patient, headers }));
    }
    case 'action': {
      const body = new FormData();
      for (const [name, value] of Object.entries(says)) body.set(name, String(value));
      const action = { accept: 'application/json', 'x-sveltekit-action': 'true', origin: base };
      const address = `${base}${path}${door.action === 'default' ? '' : `?/${door.action}`}`;
      return toldInside(await fetch(address, { ...patient, method: 'POST', body, headers: { ...headers, ...action } }));
    }
    case 'endpoint': {
      const method = door.method ?? 'GET';
      const hasBody = method !== 'GET' && method !== 'DELETE';
      const json = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
      const body = hasBody ? { body: JSON.stringify(says) } : {};
      return told(await fetch(base + path, { ...patient, method, ...body, headers: { ...headers, ...json } }));
    }
  }
}

async function told(response: Response): Promise<Answer> {
  await response.body?.cancel();
  return answerOf(response.status, response.headers.get('location'));
}

interface Said {
  readonly type?: string;
  readonly status?: number;
  readonly location?: string;
  readonly nodes?: readonly (Said | null)[];
}

/** What SvelteKit answers its own script stands within the answer. */
async function toldInside(response: Response): Promise<Answer> {
  if (!response.headers.get('content-type')?.includes('json')) return told(response);
  const said: Said = await response.json();
  if (said.type === 'redirect') return answerOf(303, said.location ?? null);
  const fault = said.nodes?.find((node) => node?.type === 'error') ?? said;
  return answerOf(
    fault.type === 'error' || fault.type === 'failure' ? (fault.status ?? response.status) : response.status,
    null
  );
}

function answerOf(status: number, location: string | null): Answer {
  if (status >= 500 || status === 405) return `broken ${status}`;
  if (status >= 300 && status < 400 && /^\/logga-in(\/personal)?\?till=/.test(location ?? '')) return 'login';
  if (status === 401) return 'unknown';
  if (status === 403) return 'forbidden';
  return status === 404 ? 'missing' : 'in';
}

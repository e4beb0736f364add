import type { Adapter, AdapterPayload } from 'oidc-provider';

/** What the demo's provider remembers, in this process: a restart forgets who was logging in. */
export function memoryAdapter(): (name: string) => Adapter {
  const kept = new Map<string, { payload: AdapterPayload; until: number }>();
  const find = (key: string) => {
    const found = kept.get(key);
    if (found && found.until > Date.now()) return found.payload;
    kept.delete(key);
    return undefined;
  };
  return (name) => {
    const key = (id: string) => `${name}:${id}`;
    const none = () => Promise.resolve(undefined);
    return {
      upsert: async (id, payload, seconds = 1800) => {
        const entry = { payload, until: Date.now() + seconds * 1000 };
        kept.set(key(id), entry);
        if (payload.uid) kept.set(`${name}:uid:${payload.uid}`, entry);
      },
      find: async (id) => find(key(id)),
      findByUid: async (uid) => find(`${name}:uid:${uid}`),
      findByUserCode: none,
      consume: async (id) => {
        const payload = find(key(id));
        if (payload) payload.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => void kept.delete(key(id)),
      revokeByGrantId: async (grantId) => {
        for (const [id, { payload }] of kept) if (payload.grantId === grantId) kept.delete(id);
      }
    };
  };
}

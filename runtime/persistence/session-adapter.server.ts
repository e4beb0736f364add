import { createHash } from 'node:crypto';
import type { Adapter, DatabaseSession } from 'lucia';
import { Session } from './entities/index.ts';
import { standingOf, type Standing } from './memberships.server.ts';
import { entityManager } from './orm.server.ts';

/** Staff roles hold in a staff session only. */
const AT_HOME: Standing = { hasLeft: false, administers: false, memberships: [], standsInFor: [] };

const hash = (id: string) => createHash('sha256').update(id).digest('hex');

/** Lucia's sessions on MikroORM. The table holds the SHA-256 of the cookie's value, never the value: a copy of the database logs nobody in. */
export const sessionAdapter: Adapter = {
  async getSessionAndUser(id) {
    const em = entityManager();
    const row = await em.findOne(Session, hash(id), { populate: ['person'] });
    if (!row) return [null, null];
    const { person, expiresAt, createdAt, strength } = row;
    const standing = strength === 'staff' ? await standingOf(person.id, new Date()) : AT_HOME;
    if (standing.hasLeft) return [null, null];
    const { name, personnummer = null, protected: shielded } = person;
    const { memberships, administers, standsInFor } = standing;
    const attributes = { name, personnummer, protected: shielded, memberships, administers, standsInFor };
    return [
      { id, userId: person.id, expiresAt, attributes: { createdAt, strength } },
      { id: person.id, attributes }
    ];
  },

  // The cookies' values are not known here, so that the ids of this list are hashes: good for counting, not for use.
  async getUserSessions(userId): Promise<DatabaseSession[]> {
    const rows = await entityManager().find(Session, { person: userId });
    return rows.map(({ idHash, expiresAt, createdAt, strength }) => ({
      id: idHash,
      userId,
      expiresAt,
      attributes: { createdAt, strength }
    }));
  },

  async setSession({ id, userId, expiresAt, attributes }) {
    await entityManager().insert(Session, { idHash: hash(id), person: userId, expiresAt, ...attributes });
  },

  async updateSessionExpiration(id, expiresAt) {
    await entityManager().nativeUpdate(Session, { idHash: hash(id) }, { expiresAt });
  },

  async deleteSession(id) {
    await entityManager().nativeDelete(Session, { idHash: hash(id) });
  },

  async deleteUserSessions(userId) {
    await entityManager().nativeDelete(Session, { person: userId });
  },

  async deleteExpiredSessions() {
    await entityManager().nativeDelete(Session, { expiresAt: { $lte: new Date() } });
  }
};

import { createHash } from 'node:crypto';
import type { PrincipalKey } from '../mandate/model.ts';
import type { Adapter, DatabaseSession } from 'lucia';
import { Session } from './entities/index.ts';
import { stockholmDay } from '../time/day.ts';
import { standingText, type Standing } from './memberships.server.ts';
import { entityManager } from './orm.server.ts';
import { read } from './transaction.server.ts';

/** Staff roles hold in a staff session only. */
const AT_HOME: Standing = { hasLeft: false, administers: false, memberships: [], standsInFor: [] };

/** One statement, since every request of one who is logged in begins with it. */
const SESSION = {
  name: 'session',
  text: `select p.id, p.name, p.personnummer, p.protected, login.created_at, login.expires_at, login.strength,
      login.principal_person_id, login.principal_organisationsnummer, w.*
    from session login join person p on p.id = login.person_id
    left join lateral (${standingText('login.person_id', '$2')}) w on login.strength = 'staff'
    where login.id_hash = $1`
};

interface PrincipalColumns {
  readonly principal_person_id: string | null;
  readonly principal_organisationsnummer: string | null;
}

type SessionRow = { readonly [key in keyof Standing]: Standing[key] | null } & PrincipalColumns & {
    readonly id: string;
    readonly name: string;
    readonly personnummer: string | null;
    readonly protected: boolean;
    readonly created_at: string;
    readonly expires_at: string;
    readonly strength: string;
  };

const principalIn = ({
  principal_person_id: personId,
  principal_organisationsnummer: organisationsnummer
}: PrincipalColumns): PrincipalKey | null => {
  if (personId !== null) return { kind: 'person', personId };
  return organisationsnummer === null ? null : { kind: 'organisation', organisationsnummer };
};

const hash = (id: string) => createHash('sha256').update(id).digest('hex');

/** Lucia's sessions on MikroORM. The table holds the SHA-256 of the cookie's value, never the value: a copy of the database logs nobody in. */
export const sessionAdapter: Adapter = {
  async getSessionAndUser(id) {
    const [row] = await read<SessionRow>(SESSION, [hash(id), stockholmDay(new Date())]);
    if (!row || row.hasLeft) return [null, null];
    const { name, personnummer, protected: shielded, strength } = row;
    const { memberships, administers, standsInFor } = AT_HOME;
    const attributes = {
      ...{ name, personnummer, protected: shielded },
      memberships: row.memberships ?? memberships,
      administers: row.administers ?? administers,
      standsInFor: row.standsInFor ?? standsInFor
    };
    const times = { expiresAt: new Date(row.expires_at), createdAt: new Date(row.created_at) };
    return [
      {
        id,
        userId: row.id,
        expiresAt: times.expiresAt,
        attributes: { createdAt: times.createdAt, strength, principal: principalIn(row) }
      },
      { id: row.id, attributes }
    ];
  },

  // The cookies' values are not known here, so that the ids of this list are hashes: good for counting, not for use.
  async getUserSessions(userId): Promise<DatabaseSession[]> {
    const rows = await entityManager().find(Session, { person: userId });
    return rows.map((row) => ({
      id: row.idHash,
      userId,
      expiresAt: row.expiresAt,
      attributes: { createdAt: row.createdAt, strength: row.strength }
    }));
  },

  async setSession({ id, userId, expiresAt, attributes: { createdAt, strength } }) {
    await entityManager().insert(Session, { idHash: hash(id), person: userId, expiresAt, createdAt, strength });
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

/** Keeps for whom a session acts; null: for the person themselves. */
export async function keepPrincipal(id: string, principal: PrincipalKey | null): Promise<void> {
  await entityManager().nativeUpdate(
    Session,
    { idHash: hash(id) },
    {
      principalPerson: principal?.kind === 'person' ? principal.personId : null,
      principalOrganisationsnummer: principal?.kind === 'organisation' ? principal.organisationsnummer : null
    }
  );
}

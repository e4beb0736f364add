import type { RegisteredAddress, RegisteredPerson } from '../../ports/population-register.ts';

type Fields = Readonly<Record<string, unknown>>;

const fields = (value: unknown): Fields => (typeof value === 'object' && value !== null ? { ...value } : {});
const text = (from: Fields, name: string): string => {
  const value = from[name];
  return typeof value === 'string' ? value.trim() : '';
};
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/**
 * Reads an answer of Navet v3 (`/hamta`) about one person. Only SAKNAS means that there is no protection: SEKRETESSMARKERING,
 * SKYDDAD_FOLKBOKFORING, a value from the future and a missing field all give neither name nor address. Pure.
 * Source: Skatteverket, Folkbokföringsuppgifter för offentliga aktörer, v3.
 */
export function readNavet(answer: unknown, personnummer: string): RegisteredPerson | 'not-found' | 'unavailable' {
  const body = fields(answer);
  if (!Array.isArray(body.folkbokforingsposter)) return 'unavailable';
  const post = body.folkbokforingsposter
    .map(fields)
    .find((one) => text(fields(one.identitet), 'identitetsbeteckning') === personnummer);
  if (!post) return 'not-found';
  const shielded = text(post, 'skyddAvPersonuppgifter') !== 'SAKNAS';
  return {
    personnummer,
    protected: shielded,
    name: shielded ? null : nameOf(fields(post.namn)),
    address: shielded ? null : addressOf(post),
    source: 'Skatteverket',
    at: text(body, 'tidpunkt')
  };
}

function nameOf(name: Fields): RegisteredPerson['name'] {
  const first = fields(name.fornamn);
  const given = calledBy(text(first, 'namn'), text(first, 'tilltalsnamnsmarkering'));
  const family = [text(name, 'mellannamn'), text(name, 'efternamn')].filter(Boolean).join(' ');
  const full = [given, family].filter(Boolean).join(' ');
  return full ? { full, given, family } : null;
}

/** The mark says by the place of each name which one the person goes by: `20` the second, `12` the first two. */
function calledBy(names: string, mark: string): string {
  const all = names.split(/\s+/);
  const [from = 0, to = 0] = [...mark].map(Number);
  const called = from > 0 ? all.slice(from - 1, Math.max(from, to)) : [];
  return (called.length > 0 ? called : all).join(' ');
}

/** Where post reaches the person: an address of their own choice before the one where they are registered. */
function addressOf(post: Fields): RegisteredAddress | null {
  const chosen = fields(fields(post.kontaktadress).sverige);
  const home = fields(fields(post.folkbokforing).adress);
  return readAddress(chosen) ?? readAddress(home);
}

function readAddress(address: Fields): RegisteredAddress | null {
  const careOf = text(address, 'careOf');
  const street = [text(address, 'adressfortsattning'), text(address, 'gatuadress')].filter(Boolean).join(', ');
  const [postalCode, city] = [text(address, 'postnummer').replace(/\s/g, ''), text(address, 'postort')];
  return street && postalCode && city ? { ...(careOf && { careOf }), street, postalCode, city } : null;
}

/** What went wrong, by the register's own codes, for the log: never what it was about. Pure. */
export const faultCodes = (answer: unknown): string[] =>
  list(fields(answer).fel).map((fault) => text(fields(fault), 'kod') || 'unknown');

import { readFragment } from '../commands/fragment.ts';
import BANK_ACCOUNT from './parts/bankkonto.json' with { type: 'json' };
import INVOICE_ADDRESS from './parts/fakturaadress.json' with { type: 'json' };
import DECLARATION from './parts/forsakran.json' with { type: 'json' };
import CONTACT_PERSON from './parts/kontaktperson.json' with { type: 'json' };
import APPLICANT from './parts/sokande.json' with { type: 'json' };
import type { Part } from './part.ts';

const PARTS = [APPLICANT, CONTACT_PERSON, INVOICE_ADDRESS, BANK_ACCOUNT, DECLARATION];

/** The parts that come with the product, named in a language. A part that is changed here gets the next version. */
export const shippedParts = (language: 'sv' | 'en'): Part[] =>
  PARTS.flatMap(({ id, version, name, fragment }) => {
    const read = readFragment(JSON.stringify(fragment));
    return read ? [{ id, version, name: name[language], fragment: read, saved: null }] : [];
  });

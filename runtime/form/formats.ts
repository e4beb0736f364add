import Organisationsnummer from 'organisationsnummer';
import Personnummer from 'personnummer';
import type { StringSchema } from '../definition/types.ts';
import { isDay } from '../time/day.ts';
import { toDecimal } from './decimal.ts';

const EMAIL = /^[^\s@"<>(),;:\\]+@[^\s@.,;:]+(\.[^\s@.,;:]+)+$/;
const PHONE = /^\+?\d([ -]?\d){4,14}$/;
const POSTAL_CODE = /^\d{3} ?\d{2}$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

const TWELVE = /^\d{8}[0-9TRSUWXJKLMN]\d{3}$/;
const UNKNOWN_BIRTHDAY = /^\d{4}(0\d|1[0-2])([678]\d|9[01])\d{4}$/;

/** The check digit: every other digit doubled, the sum ends in 0. */
function luhn(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, place) => {
    const weighted = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return sum % 10 === 0;
}

/** A samordningsnummer may lack the day, or the month and day, of birth: `19150072-2390`. */
const isCoordinationNumber = (text: string): boolean => UNKNOWN_BIRTHDAY.test(text) && luhn(text.slice(2));

/** Twelve digits of a personnummer or samordningsnummer; interim numbers, with a letter, count too. */
export const isPersonalNumber = (text: string): boolean =>
  TWELVE.test(text) &&
  (Personnummer.valid(text, { allowCoordinationNumber: true, allowInterimNumber: true }) || isCoordinationNumber(text));

/** Ten digits of an organisationsnummer; a sole trader's is the personnummer without century. */
export const isOrganisationNumber = (text: string): boolean =>
  /^\d{10}$/.test(text) && (Organisationsnummer.valid(text) || isCoordinationNumber(`19${text}`));

/** An address on the web; any other scheme could run something. */
const isUri = (text: string): boolean => /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);

/** What each format of the case-type format accepts. All run in linear time. */
export const FORMATS: Readonly<Record<NonNullable<StringSchema['format']>, (text: string) => boolean>> = {
  date: isDay,
  time: (text) => TIME.test(text),
  'date-time': (text) => INSTANT.test(text) && isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text)),
  email: (text) => EMAIL.test(text),
  uri: isUri,
  uuid: (text) => UUID.test(text),
  decimal: (text) => toDecimal(text) !== undefined,
  'personal-number': isPersonalNumber,
  'organisation-number': isOrganisationNumber,
  phone: (text) => PHONE.test(text),
  'postal-code': (text) => POSTAL_CODE.test(text)
};

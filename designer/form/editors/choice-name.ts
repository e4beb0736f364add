import type { TextKey, Translate } from '#lib/text/translate.ts';
import type { SettingName } from '../settings.ts';

const NAMES: Readonly<Record<string, TextKey>> = {
  'numberType.integer': 'setting.numberType.integer',
  'numberType.number': 'setting.numberType.number',
  'shownAs.number': 'kind.number',
  'shownAs.money': 'kind.money',
  'shownAs.date': 'kind.date',
  'shownAs.text': 'kind.text',
  'source.options': 'setting.source.options',
  'source.register': 'setting.source.register',
  'source.external': 'setting.source.external',
  'prefill.name': 'part.name',
  'prefill.given-name': 'part.givenName',
  'prefill.family-name': 'part.familyName',
  'prefill.personal-number': 'part.personalNumber',
  'prefill.organisation-number': 'part.organisationNumber',
  'prefill.address': 'kind.address',
  'prefill.email': 'part.email',
  'prefill.phone': 'part.phone',
  'prefill.last-case': 'setting.again.last-case',
  'again.last-case': 'setting.again.last-case',
  'autocomplete.off': 'setting.autocomplete.off',
  'autocomplete.name': 'part.name',
  'autocomplete.given-name': 'part.givenName',
  'autocomplete.family-name': 'part.familyName',
  'autocomplete.organization': 'kind.company',
  'autocomplete.street-address': 'part.street',
  'autocomplete.postal-code': 'part.postalCode',
  'autocomplete.address-level2': 'part.city',
  'autocomplete.bday': 'setting.autocomplete.bday'
};

/** What a value of a setting is called; its own name where it has no other. */
export function choiceName(t: Translate, setting: SettingName, choice: string): string {
  const key = NAMES[`${setting}.${choice}`];
  return key ? t(key, { company: 'no' }) : choice;
}

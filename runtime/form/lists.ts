import type { ControlOptions } from '../definition/types.ts';
import { LANGUAGES } from './languages.ts';
import { words } from './words.ts';

/** ISO 3166-1: countries and areas. */
const COUNTRIES = `
  AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW
  BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI
  FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN
  IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME
  MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF
  PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV
  SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE
  YT ZA ZM
  ZW
`;

interface Register {
  readonly values: readonly string[];
  /** What one of the values is called. */
  readonly name: (value: string, language: string) => string | undefined;
}

/** The lists that the platform keeps, for a searchable list whose source is `register`. Their texts are the platform's own. */
const REGISTERS: Readonly<Record<string, Register>> = {
  countries: {
    values: COUNTRIES.trim().split(/\s+/),
    name: (value, language) => new Intl.DisplayNames(words(language).locale, { type: 'region' }).of(value)
  },
  languages: {
    values: Object.keys(LANGUAGES),
    name: (value, language) => LANGUAGES[value]?.[language === 'en' ? 1 : 0]
  }
};

/** The register that a control chooses from; undefined when it chooses from its own options, or from what is not there. */
function registerOf(options: ControlOptions | undefined): Register | undefined {
  const name = options && 'source' in options && options.source === 'register' ? options.name : undefined;
  return name !== undefined && Object.hasOwn(REGISTERS, name) ? REGISTERS[name] : undefined;
}

/** The values of the register that a control chooses from. */
export const listedValues = (options: ControlOptions | undefined): readonly string[] | undefined =>
  registerOf(options)?.values;

/** What a value of a register is called; undefined for one that is not of it. */
export function listedName(options: ControlOptions | undefined, value: string, language: string): string | undefined {
  const register = registerOf(options);
  return register?.values.includes(value) ? register.name(value, language) : undefined;
}

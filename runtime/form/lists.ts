import type { ControlOptions } from '../definition/types.ts';
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

/** ISO 639-1: living languages. */
const LANGUAGES = `
  aa ab af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cv cy da de dv dz ee el en
  eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz id ig ii ik is it iu ja jv
  ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na
  nb nd ne ng nl nn nr nv ny oc oj om or os pa pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so
  sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi wa wo xh yi yo za zh
  zu
`;

interface Register {
  readonly values: readonly string[];
  readonly names: Intl.DisplayNamesType;
}

const codes = (text: string): readonly string[] => text.trim().split(/\s+/);

/** The lists that the platform keeps, for a searchable list whose source is `register`. Their texts are the platform's own. */
const REGISTERS: Readonly<Record<string, Register>> = {
  countries: { values: codes(COUNTRIES), names: 'region' },
  languages: { values: codes(LANGUAGES), names: 'language' }
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
  if (!register?.values.includes(value)) return undefined;
  return new Intl.DisplayNames(words(language).locale, { type: register.names }).of(value);
}

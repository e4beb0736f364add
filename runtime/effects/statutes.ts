import type { Statute } from '../definition/types.ts';
import type { Language } from './language.ts';

/** Names of statutes by their number in Svensk författningssamling: in Swedish as they stand after a paragraph, in English as Swedish authorities render them. */
const NAMES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  '1930:173': { sv: 'lagen om beräkning av lagstadgad tid', en: 'Act on the Calculation of Statutory Time' },
  '1949:105': { sv: 'tryckfrihetsförordningen', en: 'Freedom of the Press Act' },
  '1949:381': { sv: 'föräldrabalken', en: 'Children and Parents Code' },
  '1971:948': { sv: 'väglagen', en: 'Roads Act' },
  '1977:1160': { sv: 'arbetsmiljölagen', en: 'Work Environment Act' },
  '1982:80': { sv: 'lagen om anställningsskydd', en: 'Employment Protection Act' },
  '1985:206': { sv: 'lagen om viten', en: 'Conditional Fines Act' },
  '1990:52': {
    sv: 'lagen med särskilda bestämmelser om vård av unga',
    en: 'Care of Young Persons (Special Provisions) Act'
  },
  '1993:387': { sv: 'lagen om stöd och service till vissa funktionshindrade', en: 'LSS Act' },
  '1998:808': { sv: 'miljöbalken', en: 'Environmental Code' },
  '1998:814': {
    sv: 'lagen med särskilda bestämmelser om gaturenhållning och skyltning',
    en: 'Street Cleaning and Signs Act'
  },
  '1998:1276': { sv: 'trafikförordningen', en: 'Traffic Ordinance' },
  '2006:412': { sv: 'lagen om allmänna vattentjänster', en: 'Public Water Services Act' },
  '2006:804': { sv: 'livsmedelslagen', en: 'Food Act' },
  '2006:813': { sv: 'livsmedelsförordningen', en: 'Food Ordinance' },
  '2009:400': { sv: 'offentlighets- och sekretesslagen', en: 'Public Access to Information and Secrecy Act' },
  '2009:641': {
    sv: 'offentlighets- och sekretessförordningen',
    en: 'Public Access to Information and Secrecy Ordinance'
  },
  '2010:900': { sv: 'plan- och bygglagen', en: 'Planning and Building Act' },
  '2010:1622': { sv: 'alkohollagen', en: 'Alcohol Act' },
  '2011:338': { sv: 'plan- och byggförordningen', en: 'Planning and Building Ordinance' },
  '2017:725': { sv: 'kommunallagen', en: 'Local Government Act' },
  '2017:900': { sv: 'förvaltningslagen', en: 'Administrative Procedure Act' },
  '2018:1197': {
    sv: 'lagen om Förenta nationernas konvention om barnets rättigheter',
    en: 'Act on the Convention on the Rights of the Child'
  },
  '2025:400': { sv: 'socialtjänstlagen', en: 'Social Services Act' },
  '2025:468': { sv: 'socialtjänstförordningen', en: 'Social Services Ordinance' }
};

/** Acts of the EU by their number, which stands in the name itself. */
const EU_NAMES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  '(EG) nr 852/2004': {
    sv: 'förordning (EG) nr 852/2004 om livsmedelshygien',
    en: 'Regulation (EC) No 852/2004 on the hygiene of foodstuffs'
  },
  '(EU) 2016/679': {
    sv: 'dataskyddsförordningen (EU) 2016/679',
    en: 'General Data Protection Regulation (EU) 2016/679'
  },
  '(EU) 2017/625': {
    sv: 'förordning (EU) 2017/625 om offentlig kontroll',
    en: 'Regulation (EU) 2017/625 on official controls'
  }
};

/** `25 § förvaltningslagen (2017:900)`, or in English `Administrative Procedure Act (2017:900), 25 §`. A statute without a known name is named by its number. */
export function cite({ sfs, paragraph }: Partial<Statute> & Pick<Statute, 'sfs'>, language: Language): string {
  if (sfs.startsWith('(')) return citeEu(sfs, paragraph, language);
  const name = NAMES[sfs]?.[language];
  const statute = name ? `${name} (${sfs})` : `SFS ${sfs}`;
  if (!paragraph) return statute;
  return language === 'sv' ? `${paragraph} ${statute}` : `${statute}, ${paragraph}`;
}

/** `artikel 13 i förordning (EU) 2017/625 om offentlig kontroll`. */
function citeEu(number: string, article: string | undefined, language: Language): string {
  const act = EU_NAMES[number]?.[language] ?? (language === 'sv' ? `EU-rättsakt ${number}` : `EU act ${number}`);
  if (!article) return act;
  return language === 'sv' ? `${article} i ${act}` : `${act}, ${article}`;
}

import type { DocumentKind } from '../../ports/document-maker.ts';

/** One thing that a case type's own template can insert. */
export interface TemplateValue {
  /** Where it stands in `data`: `sender.organ`; of a list `recipients[].name`; `<form>` and `<question>` stand for keys of the case type. */
  readonly path: string;
  /** `text` and `texts` (a list of them) are set as they are; `blocks` by `block-of`, `rows` of label and value by `facts`, `appeal` by `appeal-page`. */
  readonly is: 'text' | 'texts' | 'blocks' | 'rows' | 'appeal';
  /** The documents that hold it; all of them when left out. What a document does not hold is read by `of("key")`, which gives `none`. */
  readonly in?: readonly DocumentKind[];
  readonly about: { readonly sv: string; readonly en: string };
}

const value = (path: string, sv: string, en: string, more: Partial<TemplateValue> = {}): TemplateValue => ({
  path,
  is: 'text',
  about: { sv, en },
  ...more
});

const BESLUT: Partial<TemplateValue> = { in: ['beslut'] };
const ORDERS: Partial<TemplateValue> = { in: ['beslut', 'supplement-request'] };
const SENT: Partial<TemplateValue> = { in: ['beslut', 'supplement-request', 'letter'] };
const REQUEST: Partial<TemplateValue> = { in: ['supplement-request'] };
const RECEIPT: Partial<TemplateValue> = { in: ['receipt'] };

/**
 * All that a template of a case type can insert, in the order that a list of it is shown in. A template is Typst; it begins by
 * `#import "frame.typ": *`, which gives `data` and the platform's page (`#show: frame`). No text in the data is ever markup.
 */
export const TEMPLATE_DATA: readonly TemplateValue[] = [
  value('title', 'Handlingens rubrik', 'Title of the document'),
  value('label', 'Vad det är för handling, till exempel Beslut', 'What kind of document it is, such as Decision'),
  value('subject', 'Vad handlingen gäller: fastigheten', 'What the document concerns: the property'),
  value('dateText', 'Handlingens datum, som 20 april 2026', 'The date of the document, as 20 April 2026'),
  value('numberText', 'Diarienummer eller ärendenummer', 'Registration number or case number'),
  value('language', 'Handlingens språk: sv eller en', 'Language of the document: sv or en'),
  value('sender.municipality', 'Kommunens namn', 'Name of the municipality'),
  value('sender.organ', 'Nämndens namn', 'Name of the committee'),
  value('sender.unit', 'Enhetens namn', 'Name of the unit'),
  value('sender.contact', 'Hur man når avsändaren', 'How to reach the sender', { is: 'texts' }),
  value('recipients[].name', 'Mottagarens namn', 'Name of the recipient', SENT),
  value('recipients[].lines', 'Mottagarens adress', 'Address of the recipient', { ...SENT, is: 'texts' }),
  value(
    'blocks',
    'Svaren i stegets formulär, som de ska läsas',
    'The answers of the step’s form, as they are to be read',
    {
      is: 'blocks'
    }
  ),
  value('answers.<form>.<question>.label', 'En fråga i ett formulär', 'A question of a form'),
  value('answers.<form>.<question>.text', 'Svaret på frågan, som text', 'The answer to it, as text'),
  value(
    'answers.<form>.<list>.rows[].<question>.text',
    'Ett svar i en rad av en lista',
    'An answer in a row of a list'
  ),
  value('decision', 'Själva beslutet', 'The decision itself', BESLUT),
  value('reasons', 'Skälen för beslutet', 'Reasons for the decision', BESLUT),
  value('legalBasis', 'Bestämmelserna', 'The provisions', { ...ORDERS, is: 'texts' }),
  value('enforcement', 'När beslutet börjar gälla', 'When the decision takes effect', BESLUT),
  value('decidedBy', 'Vem som har beslutat', 'Who made the decision', ORDERS),
  value('delegation', 'Punkten i delegationsordningen', 'The item of the delegation rules', BESLUT),
  value('presentedBy', 'Föredragande', 'Who presented it', BESLUT),
  value('tookPart', 'Andra som har deltagit', 'Others who took part', { ...BESLUT, is: 'texts' }),
  value('dissent', 'Avvikande mening', 'Dissenting opinion', BESLUT),
  value('copies', 'Vilka beslutet skickas till', 'Whom the decision is sent to', { ...BESLUT, is: 'texts' }),
  value('appeal', 'Hur man överklagar', 'How to appeal', { ...BESLUT, is: 'appeal' }),
  value('lastDayText', 'Sista dag att svara', 'Last day to answer', REQUEST),
  value('consequence', 'Vad som händer om inget svar kommer', 'What follows if no answer comes', REQUEST),
  value('howToAnswer', 'Hur man svarar', 'How to answer', REQUEST),
  value('signedBy', 'Vem som skriver', 'Who writes', { in: ['letter'], is: 'texts' }),
  value('summary', 'När det kom in och vem som skrev under', 'When it came in and who signed', {
    ...RECEIPT,
    is: 'rows'
  }),
  value('next', 'Vad som händer nu', 'What happens now', RECEIPT),
  value('files[].name', 'Namnet på en fil', 'Name of a file', RECEIPT),
  value('files[].sizeText', 'Filens storlek', 'Size of the file', RECEIPT)
];

/** What the platform's page itself draws beside them. */
const FRAME = ['words'];

const HEADS: ReadonlySet<string> = new Set([...TEMPLATE_DATA.map(({ path }) => path.split(/[.[]/)[0] ?? ''), ...FRAME]);

/** Of all that a document holds, what its template may insert: nothing that the list does not name. Pure. */
export const insertable = (view: object): object =>
  Object.fromEntries(Object.entries(view).filter(([key]) => HEADS.has(key)));

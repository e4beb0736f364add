/** “Ansökan om föreningsbidrag” as somebody builds it: three pages, each question in order. */
export interface Step {
  readonly label: string;
  /** The kind as the builder calls it; `Sida` begins a page. */
  readonly kind: string;
  readonly options?: readonly string[];
  /** The question that it waits for, with its first answer or yes. */
  readonly when?: string;
  /** Stands in each row of the table before it. */
  readonly column?: boolean;
}

export const STEPS: readonly Step[] = [
  { label: 'Om föreningen', kind: 'Sida' },
  { label: 'Föreningens namn', kind: 'Kort text' },
  { label: 'Organisationsnummer', kind: 'Organisationsnummer' },
  { label: 'Postadress', kind: 'Adress' },
  { label: 'Kontaktperson', kind: 'Kort text' },
  { label: 'E-post', kind: 'E-post' },
  { label: 'Telefonnummer', kind: 'Telefon' },
  { label: 'Bankgiro', kind: 'Kort text' },
  { label: 'Antal medlemmar', kind: 'Tal' },
  { label: 'Är ni med i ett riksförbund?', kind: 'Ja eller nej' },
  { label: 'Vilket riksförbund?', kind: 'Kort text', when: 'Är ni med i ett riksförbund?' },
  { label: 'Aktiviteten', kind: 'Sida' },
  { label: 'Vad gäller det?', kind: 'Välj en', options: ['Ett evenemang', 'Löpande drift'] },
  { label: 'Evenemangets datum', kind: 'Datum', when: 'Vad gäller det?' },
  { label: 'Beskriv aktiviteten', kind: 'Lång text' },
  { label: 'Hur många deltar?', kind: 'Tal' },
  { label: 'Målgrupper', kind: 'Välj flera', options: ['Barn', 'Unga', 'Äldre'] },
  { label: 'Verksamhetsår', kind: 'Period' },
  { label: 'Budget', kind: 'Sida' },
  { label: 'Kostnader', kind: 'Tabell' },
  { label: 'Post', kind: 'Välj en', options: ['Lokal', 'Mat', 'Annat'], column: true },
  { label: 'Kostnad', kind: 'Belopp', column: true },
  { label: 'Summa', kind: 'Beräknas' },
  { label: 'Sökt belopp', kind: 'Belopp' },
  { label: 'Årsredovisning', kind: 'Filer' },
  { label: 'Fler som skriver under', kind: 'Fler som skriver under' },
  { label: 'Uppgifterna stämmer', kind: 'Försäkran' }
];

/** What the outline says of each page when all is built; the first page is the template's own. */
export const PAGES = [/Om föreningen.*10 frågor/, /Aktiviteten.*6 frågor/, /Budget.*8 frågor/] as const;

/** What the organs of the demo municipality and their units are called. */
export const DEMO_ORGANS: readonly OrganName[] = [
  { key: 'kommunfullmaktige', name: 'Kommunfullmäktige', units: { kansli: 'Fullmäktiges kansli' } },
  {
    key: 'kommunstyrelsen',
    name: 'Kommunstyrelsen',
    units: {
      kansli: 'Kommunens kansli',
      arbetsmarknad: 'Arbetsmarknadsenheten',
      kommunikation: 'Kommunikationsenheten',
      kontaktcenter: 'Kontaktcenter'
    }
  },
  {
    key: 'miljonamnden',
    name: 'Miljönämnden',
    units: { livsmedel: 'Livsmedelsenheten', alkohol: 'Alkohol och tobak', miljo: 'Miljöenheten' }
  },
  {
    key: 'samhallsbyggnadsnamnden',
    name: 'Samhällsbyggnadsnämnden',
    units: { bygglov: 'Bygglovsenheten' }
  },
  {
    key: 'socialnamnden',
    name: 'Socialnämnden',
    units: {
      kansli: 'Socialförvaltningens kansli',
      'barn-unga': 'Barn och unga',
      'ekonomiskt-bistand': 'Ekonomiskt bistånd',
      funktionsstod: 'Funktionsstöd'
    }
  },
  {
    key: 'tekniska-namnden',
    name: 'Tekniska nämnden',
    units: {
      'gata-park': 'Gata och park',
      parkering: 'Parkering',
      va: 'Vatten och avlopp',
      renhallning: 'Renhållning'
    }
  }
];

/** An organ and its units by their keys in the case types. */
export interface OrganName {
  readonly key: string;
  readonly name: string;
  readonly units: Readonly<Record<string, string>>;
}

/** What the organs of the demo municipality and their units are called. */
export const DEMO_ORGANS: readonly OrganName[] = [
  { key: 'kommunstyrelsen', name: 'Kommunstyrelsen', units: { kansli: 'Kommunens kansli' } },
  { key: 'miljonamnden', name: 'Miljönämnden', units: { livsmedel: 'Livsmedelsenheten' } },
  { key: 'samhallsbyggnadsnamnden', name: 'Samhällsbyggnadsnämnden', units: { bygglov: 'Bygglovsenheten' } },
  {
    key: 'tekniska-namnden',
    name: 'Tekniska nämnden',
    units: { 'gata-park': 'Gata och park', va: 'Vatten och avlopp', renhallning: 'Renhållning' }
  }
];

/** An organ and its units by their keys in the case types. */
export interface OrganName {
  readonly key: string;
  readonly name: string;
  readonly units: Readonly<Record<string, string>>;
}

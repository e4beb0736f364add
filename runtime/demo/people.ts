/**
 * The people of the demo municipality; seeds, test servers, tests and pictures use no others.
 * Personal numbers are official test numbers: Skatteverket open data, "Testpersonnummer" (data set
 * b4de7df7-63c0-4e7e-bb59-1f156a591763), by way of personnummer/meta, MIT. No living person has them. Names are invented.
 */

export interface DemoCitizen {
  readonly key: string;
  readonly personalNumber: string;
  readonly givenName: string;
  readonly surname: string;
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
  /** Protected identity in the population register, if any. */
  readonly protection?: 'SEKRETESSMARKERING' | 'SKYDDAD_FOLKBOKFORING';
}

export interface DemoStaff {
  readonly key: string;
  readonly name: string;
  readonly title: string;
  /** Administers the installation. */
  readonly administers?: true;
  readonly memberships: readonly {
    readonly organ: string;
    readonly unit: string | null;
    readonly role: 'caseworker' | 'manager' | 'registrar' | 'secretary' | 'contact-centre' | 'administrator';
  }[];
}

const citizen = (key: string, personalNumber: string, name: string, home: string): DemoCitizen => {
  const [givenName = '', surname = ''] = name.split(' ');
  const [street = '', postcode = '', town = ''] = home.split(', ');
  return { key, personalNumber, givenName, surname, street, postcode, town };
};

export const CITIZENS: readonly DemoCitizen[] = [
  citizen('karin', '198102102384', 'Karin Lindqvist', 'Björkvägen 14, 812 31, Lindsjö'),
  citizen('johan', '197702102398', 'Johan Ekström', 'Kvarngatan 3 B, 812 30, Lindsjö'),
  citizen('amina', '198802102387', 'Amina Hassan', 'Stationsgatan 22, 812 32, Lindsjö'),
  citizen('gunnar', '195102031753', 'Gunnar Sjöberg', 'Norra Byn 118, 812 93, Ålvik'),
  citizen('elsa', '196401222861', 'Elsa Nyström', 'Hamngatan 7, 812 34, Lindsjö'),
  citizen('mikael', '198502092391', 'Mikael Wallin', 'Smedjegränd 1, 812 30, Lindsjö'),
  citizen('sofia', '199102112381', 'Sofia Bergdahl', 'Rönnvägen 9, 812 33, Lindsjö'),
  citizen('daniel', '199402012398', 'Daniel Petrovic', 'Kvarngatan 18, 812 30, Lindsjö'),
  citizen('ingrid', '195801082743', 'Ingrid Hallberg', 'Kyrkallén 5, 812 91, Ålvik'),
  citizen('oskar', '200302102397', 'Oskar Forsman', 'Studentvägen 2, 812 35, Lindsjö'),
  {
    ...citizen('maria', '198502102380', 'Maria Sandell', 'Ängsvägen 30, 812 33, Lindsjö'),
    protection: 'SEKRETESSMARKERING'
  },
  {
    ...citizen('sam', '199402022397', 'Sam Åkerlund', 'Hemliga gatan 1, 812 30, Lindsjö'),
    protection: 'SKYDDAD_FOLKBOKFORING'
  }
];

const BUILDING = 'samhallsbyggnadsnamnden';
const ENVIRONMENT = 'miljonamnden';
const STREETS = 'tekniska-namnden';
const BOARD = 'kommunstyrelsen';
const COUNCIL = 'kommunfullmaktige';
const SOCIAL = 'socialnamnden';

export const STAFF: readonly DemoStaff[] = [
  {
    key: 'lena',
    name: 'Lena Norberg',
    title: 'Bygglovshandläggare',
    memberships: [{ organ: BUILDING, unit: null, role: 'caseworker' }]
  },
  {
    key: 'anders',
    name: 'Anders Håkansson',
    title: 'Bygglovschef',
    memberships: [
      { organ: BUILDING, unit: null, role: 'manager' },
      { organ: BUILDING, unit: null, role: 'caseworker' }
    ]
  },
  {
    key: 'eva',
    name: 'Eva Lundin',
    title: 'Nämndsekreterare',
    memberships: [BUILDING, ENVIRONMENT, STREETS].map((organ) => ({ organ, unit: null, role: 'secretary' as const }))
  },
  {
    key: 'petra',
    name: 'Petra Öman',
    title: 'Livsmedelsinspektör',
    memberships: [{ organ: ENVIRONMENT, unit: null, role: 'caseworker' }]
  },
  {
    key: 'henrik',
    name: 'Henrik Dahl',
    title: 'Miljöchef',
    memberships: [{ organ: ENVIRONMENT, unit: null, role: 'manager' }]
  },
  {
    key: 'yusuf',
    name: 'Yusuf Demir',
    title: 'Gatuingenjör',
    memberships: [{ organ: STREETS, unit: null, role: 'caseworker' }]
  },
  {
    key: 'birgitta',
    name: 'Birgitta Fors',
    title: 'Driftchef',
    memberships: [{ organ: STREETS, unit: null, role: 'manager' }]
  },
  {
    key: 'monika',
    name: 'Monika Lind',
    title: 'Registrator',
    memberships: [BUILDING, ENVIRONMENT, STREETS, BOARD, COUNCIL].map((organ) => ({
      organ,
      unit: null,
      role: 'registrar' as const
    }))
  },
  {
    key: 'tove',
    name: 'Tove Granlund',
    title: 'Kommunvägledare, kontaktcenter',
    memberships: [
      ...[BOARD, STREETS, ENVIRONMENT, BUILDING, COUNCIL].map((organ) => ({
        organ,
        unit: null,
        role: 'contact-centre' as const
      })),
      { organ: BOARD, unit: 'kontaktcenter', role: 'caseworker' }
    ]
  },
  {
    key: 'nils',
    name: 'Nils Åberg',
    title: 'Kommunjurist',
    memberships: [{ organ: BOARD, unit: null, role: 'caseworker' }]
  },
  {
    key: 'agneta',
    name: 'Agneta Falk',
    title: 'Kanslichef',
    memberships: [{ organ: BOARD, unit: null, role: 'manager' }]
  },
  {
    key: 'leila',
    name: 'Leila Karimi',
    title: 'Parkeringshandläggare',
    memberships: [{ organ: STREETS, unit: 'parkering', role: 'caseworker' }]
  },
  {
    key: 'david',
    name: 'David Rosén',
    title: 'Alkoholhandläggare',
    memberships: [{ organ: ENVIRONMENT, unit: 'alkohol', role: 'caseworker' }]
  },
  {
    key: 'sara',
    name: 'Sara Holm',
    title: 'Socialsekreterare, barn och unga',
    memberships: [{ organ: SOCIAL, unit: 'barn-unga', role: 'caseworker' }]
  },
  {
    key: 'jonas',
    name: 'Jonas Melin',
    title: 'Socialsekreterare, ekonomiskt bistånd',
    memberships: [{ organ: SOCIAL, unit: 'ekonomiskt-bistand', role: 'caseworker' }]
  },
  {
    key: 'annika',
    name: 'Annika Frisk',
    title: 'LSS-handläggare',
    memberships: [{ organ: SOCIAL, unit: 'funktionsstod', role: 'caseworker' }]
  },
  {
    key: 'karolina',
    name: 'Karolina Berg',
    title: 'Socialchef',
    memberships: [{ organ: SOCIAL, unit: null, role: 'manager' }]
  },
  {
    key: 'gun',
    name: 'Gun Östlund',
    title: 'Registrator och sekreterare, socialnämnden',
    memberships: [
      { organ: SOCIAL, unit: null, role: 'registrar' },
      { organ: SOCIAL, unit: null, role: 'secretary' },
      { organ: SOCIAL, unit: 'kansli', role: 'caseworker' },
      { organ: SOCIAL, unit: 'kansli', role: 'contact-centre' }
    ]
  },
  {
    key: 'fredrik',
    name: 'Fredrik Sund',
    title: 'Arbetsmarknadshandläggare',
    memberships: [{ organ: BOARD, unit: 'arbetsmarknad', role: 'caseworker' }]
  },
  {
    key: 'hanna',
    name: 'Hanna Lilja',
    title: 'Webbredaktör',
    memberships: [{ organ: BOARD, unit: 'kommunikation', role: 'caseworker' }]
  },
  {
    key: 'stina',
    name: 'Stina Wik',
    title: 'Kommunsekreterare',
    memberships: [COUNCIL, BOARD].map((organ) => ({ organ, unit: null, role: 'secretary' as const }))
  },
  {
    key: 'rasmus',
    name: 'Rasmus Ek',
    title: 'Förvaltare av e-tjänster',
    administers: true,
    memberships: [BOARD, BUILDING, ENVIRONMENT, STREETS, COUNCIL, SOCIAL].map((organ) => ({
      organ,
      unit: null,
      role: 'administrator' as const
    }))
  },
  {
    key: 'linnea',
    name: 'Linnea Strand',
    title: 'Utvecklare av e-tjänster',
    administers: true,
    memberships: [BOARD, COUNCIL].map((organ) => ({ organ, unit: null, role: 'administrator' as const }))
  }
];

/** The e-ID and the register give a citizen's name in this order. */
export const nameOf = ({ givenName, surname }: DemoCitizen): string => `${givenName} ${surname}`;

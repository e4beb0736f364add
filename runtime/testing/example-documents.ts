import { appealInstruction } from '../effects/appeal/appeal-instruction.ts';
import type { DocumentData, Frame } from '../ports/document-maker.ts';

const ARMS =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 26 30"><path d="M1 1h24v15c0 7-6 11-12 13C7 27 1 23 1 16Z" fill="#0e5a48"/><path d="M6 19l4-7 3 5 2-3 5 5z" fill="#fbfaf6"/><circle cx="18" cy="8" r="2.4" fill="#f2b705"/></svg>';

const frame = {
  language: 'sv',
  sender: {
    municipality: 'Lindsjö kommun',
    organ: 'Bygg- och miljönämnden',
    unit: 'Bygglovsenheten',
    arms: ARMS,
    contact: [
      'Lindsjö kommun, Bygg- och miljönämnden, 123 80 Lindsjö',
      'Besök: Torget 1',
      '0123-450 00',
      'bygg@lindsjo.example'
    ]
  },
  number: { label: 'diarienummer', value: 'BMN 2026/14' },
  date: '2026-11-21',
  madeAt: new Date('2026-11-21T09:12:00Z')
} as const satisfies Partial<Frame>;

const recipients = [{ name: 'Alva Testberg', lines: ['Storgatan 8', '123 45 Lindsjö'] }];

/** One realistic document of each kind. */
export const EXAMPLE_DOCUMENTS: DocumentData = {
  receipt: {
    ...frame,
    label: 'Kvittens',
    title: 'Ansökan om bygglov',
    subject: 'Lindsjö Ekbacken 4:12',
    receivedAt: new Date('2026-11-21T08:12:00Z'),
    signature: { name: 'Alva Testberg', at: new Date('2026-11-21T08:11:31Z'), method: 'BankID' },
    next: 'Vi läser din ansökan och hör av oss inom tre veckor om något saknas. Du får beslut senast tio veckor efter att ansökan är komplett.',
    follow: 'Mina sidor, lindsjo.example/mina-sidor',
    blocks: [
      {
        is: 'facts',
        heading: 'Sökande',
        rows: [
          { label: 'Namn', value: 'Alva Testberg' },
          { label: 'Personnummer', value: '19241230-9268' },
          { label: 'E-postadress', value: 'alva.testberg@example.org' },
          { label: 'Telefonnummer', value: '070-123 45 67' }
        ]
      },
      {
        is: 'facts',
        heading: 'Åtgärd',
        rows: [
          { label: 'Vilken åtgärd gäller ansökan?', value: 'Tillbyggnad' },
          { label: 'Tillbyggnadens byggnadsarea, hela kvadratmeter mätt utvändigt', value: '24' },
          { label: 'När vill du börja bygga?', value: '1 april 2027' },
          {
            label: 'Beskriv åtgärden',
            value:
              'Uterum i vinkel mot söder, med tak av plåt och väggar av trä i samma röda färg som huset.\nGrunden gjuts på plats.\n\nGrannen på Ekbacken 4:13 har sett ritningarna.'
          }
        ]
      },
      { is: 'text', heading: 'Beräknad kostnad', text: 'Summan räknas ut av det som är ifyllt.' },
      {
        is: 'facts',
        heading: 'Kostnad 1',
        sub: true,
        rows: [
          { label: 'Post', value: 'Mark och grund' },
          { label: 'Belopp', value: '85 000 kr' }
        ]
      },
      {
        is: 'facts',
        heading: 'Kostnad 2',
        sub: true,
        rows: [
          { label: 'Post', value: 'Stomme, tak och fasad' },
          { label: 'Belopp', value: '240 000 kr' }
        ]
      }
    ],
    files: [
      {
        name: 'Situationsplan.pdf',
        size: 1_240_331,
        sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
      },
      {
        name: 'Fasadritning söder och väster, reviderad.pdf',
        size: 84_120,
        sha256: '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752'
      }
    ]
  },
  beslut: {
    ...frame,
    label: 'Beslut',
    title: 'Bygglov för tillbyggnad av enbostadshus',
    subject: 'Lindsjö Ekbacken 4:12, Storgatan 8',
    recipients,
    decision:
      'Bygg- och miljönämnden beviljar bygglov för tillbyggnad med uterum, 24 kvadratmeter, enligt ritningar som kom in den 21 november 2026.\n\nAvgiften är 12 480 kronor enligt nämndens taxa.',
    blocks: [
      {
        is: 'list',
        heading: 'Villkor',
        items: [
          'Åtgärden får inte påbörjas innan nämnden har gett startbesked.',
          'Kontrollansvarig behövs inte för åtgärden.',
          'Takvatten ska tas om hand på den egna tomten.'
        ]
      },
      {
        is: 'text',
        heading: 'Ärendet',
        text: 'Alva Testberg ansökte den 21 november 2026 om bygglov för att bygga till ett enbostadshus med ett uterum i vinkel mot söder. Ansökan var komplett den 28 november 2026.\n\nFastigheten omfattas av detaljplan 1284-P12, som medger bostäder i högst två våningar och en största byggnadsarea av 200 kvadratmeter. Berörda grannar har hörts och har inte haft något att invända.'
      }
    ],
    reasons:
      'Åtgärden stämmer med detaljplanen. Tillbyggnaden är anpassad till huset i volym, material och färg och påverkar inte omgivningen på ett sätt som är till betydande olägenhet för grannarna.\n\nDet finns därför skäl att bevilja lov.',
    legalBasis: ['9 kap. 30 § plan- och bygglagen (2010:900)', '2 kap. 9 § plan- och bygglagen (2010:900)'],
    enforcement:
      'Beslutet får verkställas fyra veckor efter att det har kungjorts, även om det inte har fått laga kraft.',
    decidedBy: 'Bo Handläggarsson, bygglovshandläggare',
    delegation: 'BMN 4.2 i nämndens delegationsordning',
    presentedBy: 'Cilla Granskare, byggnadsinspektör',
    tookPart: ['Disa Antikvarie, antikvarie'],
    copies: ['Alva Testberg', 'Ägarna till Lindsjö Ekbacken 4:13 (meddelande om kungörelse)'],
    appeal: appealInstruction(
      {
        appeal: {
          kind: 'forvaltningsbesvar',
          instance: 'lansstyrelsen',
          handIn: 'beslutande-organ',
          period: 'P21D',
          startsWhen: 'received',
          statute: { sfs: '2010:900', paragraph: '13 kap. 3 §' }
        },
        organ: {
          name: 'Bygg- och miljönämnden',
          lines: ['Lindsjö kommun, Bygg- och miljönämnden, 123 80 Lindsjö', 'bygg@lindsjo.example']
        },
        instances: {},
        number: 'BMN 2026/14',
        decidedOn: '2026-11-21'
      },
      'sv'
    )
  },
  'supplement-request': {
    ...frame,
    label: 'Föreläggande',
    title: 'Komplettera din ansökan om bygglov',
    subject: 'Lindsjö Ekbacken 4:12',
    recipients,
    blocks: [
      {
        is: 'text',
        text: 'Din ansökan om bygglov kom in den 21 november 2026. Den går inte att pröva som den är, eftersom något saknas.'
      },
      {
        is: 'list',
        heading: 'Det här behöver vi',
        items: [
          'En situationsplan i skala 1:500 som visar tillbyggnadens avstånd till tomtgränsen.',
          'Fasadritningar i skala 1:100 mot söder och väster.'
        ]
      }
    ],
    lastDay: '2026-12-12',
    consequence:
      'Kommer det inte in i tid kan nämnden komma att avvisa ansökan. Det betyder att den inte tas upp till prövning.',
    howToAnswer:
      'Logga in på Mina sidor och välj ärendet, eller skicka handlingarna till nämnden. Ange alltid diarienumret.',
    decidedBy: 'Bo Handläggarsson, bygglovshandläggare',
    legalBasis: ['20 § förvaltningslagen (2017:900)', '9 kap. 22 § plan- och bygglagen (2010:900)']
  },
  letter: {
    ...frame,
    sender: { ...frame.sender, unit: 'Miljöenheten' },
    number: { label: 'diarienummer', value: 'BMN 2026/31' },
    label: 'Kontrollrapport',
    title: 'Planerad livsmedelskontroll',
    subject: 'Krogen vid sjön, Strandvägen 2',
    recipients: [{ name: 'Krogen vid sjön AB', lines: ['Strandvägen 2', '123 46 Lindsjö'] }],
    blocks: [
      {
        is: 'facts',
        rows: [
          { label: 'Dag för kontrollen', value: '18 november 2026, oanmäld' },
          { label: 'Närvarande', value: 'Eskil Krögare, ansvarig' }
        ]
      },
      {
        is: 'text',
        heading: 'Sammanfattning',
        text: 'Kontrollen visade två avvikelser. Verksamheten ska åtgärda dem senast den dag som anges vid varje punkt.'
      },
      {
        is: 'table',
        heading: 'Kontrollpunkter',
        columns: ['Område', 'Bedömning', 'Det här såg vi', 'Åtgärdas senast'],
        rows: [
          [
            'Temperatur',
            'Avvikelse',
            'Kylrum 2 höll 11 °C vid mätning i tre punkter.\nVarorna var kött och mejeri.',
            '25 nov 2026'
          ],
          ['Rengöring', 'Avvikelse', 'Fläktkåpan var täckt av fett.', '2 dec 2026'],
          ['Spårbarhet', 'Utan avvikelse', 'Följesedlar fanns för alla varor som kontrollerades.', '–']
        ]
      },
      { is: 'list', heading: 'Det här händer nu', items: ['Vi följer upp avvikelserna vid ett nytt besök.'] }
    ],
    signedBy: ['Frida Inspektör, livsmedelsinspektör']
  }
};

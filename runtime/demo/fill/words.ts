import type { JsonObject } from '../../definition/json.ts';

const all = (key: string, texts: readonly string[]): JsonObject[] => texts.map((text) => ({ [key]: text }));

/** What people write about in each case type, beside what its scenarios tell: answers to the application that fit together. */
export const WORDS: Readonly<Record<string, readonly JsonObject[]>> = {
  felanmalan: [
    {
      what: 'gata',
      streetFault: 'hal',
      description: 'Ett djupt hål i vägbanan strax före korsningen. Det skvalpar in vatten när det regnar.',
      address: 'Norra Ringvägen 31'
    },
    {
      what: 'gata',
      streetFault: 'lock',
      description: 'Brunnslocket ligger snett och smäller varje gång bussen kör över.',
      address: 'Stationsgatan 8'
    },
    {
      what: 'gata',
      streetFault: 'kant',
      description: 'Kantstenen har lossnat vid övergångsstället. Det är svårt att komma upp med rullator.',
      address: 'Skolgatan 4'
    },
    {
      what: 'gata',
      streetFault: 'vegetation',
      description: 'Häcken växer ut över gångbanan så att man får gå ut i gatan.',
      address: 'Rönnvägen 40'
    },
    {
      what: 'belysning',
      lampFault: 'slackt',
      description: 'Gatlampan utanför huset har varit släckt i en vecka.',
      address: 'Björkvägen 22'
    },
    {
      what: 'belysning',
      lampFault: 'flera',
      description: 'Alla lampor längs elljusspåret är släckta från bron och bort till parkeringen.',
      address: 'Elljusspåret, Åsvägen'
    },
    {
      what: 'belysning',
      lampFault: 'blinkar',
      description: 'Lampan blinkar hela kvällarna och lyser rakt in i sovrummet.',
      address: 'Trädgårdsgatan 11'
    },
    {
      what: 'trafik',
      trafficFault: 'skylt',
      description: 'Någon har kört på skylten om enkelriktat, den ligger i diket.',
      address: 'Kvarngatan, vid torget'
    },
    {
      what: 'trafik',
      trafficFault: 'sikt',
      description: 'Buskarna skymmer sikten i utfarten. Det var nära en olycka med en cyklist i morse.',
      address: 'Åsvägen 52'
    },
    {
      what: 'vinter',
      winterFault: 'snoroj',
      description: 'Vår gata är inte plogad sedan i går kväll, hemtjänsten kommer inte fram.',
      address: 'Lingonstigen 17'
    },
    {
      what: 'vinter',
      winterFault: 'halt',
      description: 'Gångvägen ner till skolan är spegelblank. Två barn har ramlat i dag.',
      address: 'Gångvägen vid Kvarnskolan'
    },
    {
      what: 'vinter',
      winterFault: 'vall',
      description: 'Plogbilen lämnade en hög vall framför infarten, jag får inte ut bilen.',
      address: 'Ängsvägen 9'
    },
    {
      what: 'park',
      parkFault: 'trad',
      description: 'En stor gren har knäckts och hänger över gångvägen.',
      address: 'Åpromenaden'
    },
    {
      what: 'park',
      parkFault: 'lekplats',
      description: 'Klätternätet på lekplatsen har ett trasigt rep med vassa ändar.',
      address: 'Lekplatsen vid Ängsvägen'
    },
    {
      what: 'park',
      parkFault: 'gras',
      description: 'Gräset är inte klippt på hela sommaren, det är fullt med fästingar.',
      address: 'Ytan bakom Prästgårdsvägen 14'
    },
    {
      what: 'skrap',
      litterFault: 'papperskorg',
      description: 'Papperskorgen är överfull och måsarna drar ut allt på marken.',
      address: 'Badplatsen, Strandvägen'
    },
    {
      what: 'skrap',
      litterFault: 'dumpat',
      description: 'Någon har dumpat en soffa och några säckar vid återvinningen.',
      address: 'Återvinningen, Sågverksvägen'
    },
    {
      what: 'skrap',
      litterFault: 'klotter',
      description: 'Klotter på hela långsidan av förskolan, även fönstren.',
      address: 'Förskolan Skogsbrynet'
    },
    {
      what: 'skrap',
      litterFault: 'fordon',
      description: 'En bil utan skyltar har stått på parkeringen sedan i våras.',
      address: 'Parkeringen vid Hamngatan 20'
    }
  ],
  fraga: [
    {
      topic: 'avfall',
      question:
        'Vi har fått en grannfastighet som hyr ut rum och våra kärl räcker inte. Kan två hushåll dela på ett större kärl?'
    },
    { topic: 'avfall', question: 'När är återvinningscentralen öppen under trettonhelgen?' },
    { topic: 'bibliotek', question: 'Kan jag låna på biblioteket i Ålvik med samma kort som i Lindsjö?' },
    { topic: 'bygga', question: 'Behöver jag lov för att sätta upp en pergola som inte har tak?' },
    { topic: 'bygga', question: 'Hur hittar jag ritningarna till vårt hus? Det är byggt 1968.' },
    { topic: 'evenemang', question: 'Vem pratar jag med om att stå på höstmarknaden med egen honung?' },
    {
      topic: 'forskola',
      question: 'Vi flyttar till Lindsjö i augusti. Hur långt i förväg ska vi ställa vår dotter i kö?'
    },
    { topic: 'forskola', question: 'Vad händer med platsen om jag blir föräldraledig med syskonet?' },
    { topic: 'gator', question: 'Är det bestämt när Kvarngatan ska asfalteras?' },
    {
      topic: 'grundskola',
      question: 'Får min son skolskjuts om vi väljer skolan i Lindsjö i stället för den i Ålvik?'
    },
    { topic: 'idrott', question: 'Hur bokar vi en tid i sporthallen för ett barnkalas?' },
    { topic: 'jobb', question: 'Tar ni emot praktikanter från gymnasiet på äldreboendena?' },
    { topic: 'parkering', question: 'Gäller boendeparkeringen på Trädgårdsgatan även på lördagar?' },
    { topic: 'parkering', question: 'Jag fick en avgift fast jag hade biljett. Vart vänder jag mig?' },
    { topic: 'politik', question: 'Var kan jag läsa protokollet från fullmäktige i september?' },
    {
      topic: 'omsorg',
      question: 'Min mamma har kommit hem från sjukhuset. Hur söker vi trygghetslarm, och hur fort går det?'
    },
    { topic: 'vatten', question: 'Vattnet är brunt efter arbetet på gatan. Går det att dricka?' },
    { topic: 'vatten', question: 'Hur hårt är vattnet i Östbyn? Jag ska ställa in diskmaskinen.' }
  ],
  synpunkt: [
    {
      kind: 'klagomal',
      area: 'gator',
      description:
        'Bänkarna längs ån togs bort i våras och har inte kommit tillbaka. Många äldre vågar inte gå dit längre.',
      place: 'Åpromenaden'
    },
    {
      kind: 'synpunkt',
      area: 'gator',
      description: 'Sätt farthinder på Skolgatan. Bilarna kör fort också när barnen går till skolan.',
      place: 'Skolgatan'
    },
    {
      kind: 'berom',
      area: 'gator',
      description: 'Tack till dem som röjde snön tidigt i morse, det var bilfritt och fint redan klockan sex.',
      place: 'Kyrkallén'
    },
    {
      kind: 'klagomal',
      area: 'bygglov',
      description: 'Jag har ringt bygglovsenheten fyra gånger utan att någon har ringt tillbaka.',
      place: 'Lindsjö'
    },
    {
      kind: 'klagomal',
      area: 'miljo',
      description: 'Det luktar starkt från pizzerian varje kväll och vi kan inte ha fönstren öppna.',
      place: 'Smedjegränd'
    },
    {
      kind: 'synpunkt',
      area: 'skola',
      description: 'Skolmaten borde kunna visas på webben med innehåll, för oss med allergiska barn.',
      place: 'Kvarnskolan'
    },
    {
      kind: 'klagomal',
      area: 'skola',
      description: 'Skolbussen har kommit för sent sex gånger den här månaden och min dotter missar första lektionen.',
      place: 'Östbyn'
    },
    {
      kind: 'klagomal',
      area: 'socialtjanst',
      description: 'Hemtjänsten kom inte på lördagen, och ingen svarade på journumret.',
      place: 'Ålvik'
    },
    {
      kind: 'berom',
      area: 'bemotande',
      description: 'Jag vill berömma kontaktcenter. Hon som svarade tog sig tid och förklarade allt lugnt.',
      place: 'Kommunhuset'
    },
    {
      kind: 'synpunkt',
      area: 'bemotande',
      description: 'Kölappen i receptionen är svår att läsa för den som ser dåligt.',
      place: 'Kommunhuset'
    },
    {
      kind: 'synpunkt',
      area: 'annat',
      description: 'Simhallen borde öppna tidigare på vardagar, så att man hinner simma före jobbet.',
      place: 'Simhallen'
    }
  ],
  orosanmalan: all('description', [
    'Barnet är ofta ute sent på kvällarna utan någon vuxen och har sagt att ingen är hemma.',
    'Eleven har varit borta från skolan i tre veckor. Föräldrarna svarar inte när vi ringer.',
    'Vi hör bråk och gråt genom väggen nästan varje helg. I lördags kom polisen.',
    'Barnet har berättat för sin klasslärare att en vuxen hemma slår när det blir osams.',
    'En av föräldrarna var tydligt påverkad när barnet hämtades på förskolan i går.',
    'Ungdomen har slutat äta i skolan och säger att allt hemma är hopplöst.',
    'Barnet kommer i för tunna kläder och är ofta hungrigt på morgonen.',
    'Tonåringen har setts i sällskap med äldre som säljer narkotika vid stationen.'
  ]),
  utlamnande: all('what', [
    'Protokoll från kommunstyrelsens möten i våras, med bilagor.',
    'Avtalet med den som städar skolorna, och priserna.',
    'Alla inkomna svar på remissen om den nya översiktsplanen.',
    'Besiktningsprotokollen från lekplatserna det senaste året.',
    'E-post mellan kommunen och exploatören om kvarteret Smedjan.',
    'Representationskvittona för kommunens ledning förra året.',
    'Mätningarna av radon i förskolorna.',
    'Beslutet om trafiken på Kvarngatan och underlaget till det.',
    'Statistik över hur många som har fått avslag på bygglov de senaste två åren.'
  ]),
  bygglov: [
    ['Rönnen 2:14', 'Ett uterum i vinkel mot trädgården, på plintar.'],
    ['Kvarnen 4:22', 'En tillbyggnad med sovrum och badrum i markplan.'],
    ['Hamnen 1:12', 'En inglasad balkong mot gården.'],
    ['Ängen 3:8', 'En större entré med tak, så att rullstolen får plats.'],
    ['Björken 1:31', 'Vi bygger ut köket tre meter mot söder.'],
    ['Åsen 5:3', 'Ett förråd som byggs ihop med garaget.'],
    ['Prästgården 2:6', 'En takkupa åt norr, i samma stil som den som finns.'],
    ['Stationen 3:15', 'En veranda med snickerier som på det ursprungliga huset.'],
    ['Sågen 1:9', 'Ett arbetsrum ovanpå den gamla farstun.']
  ].map(([property = '', description = '']) => ({ property: `Lindsjö ${property}`, description })),
  radgivning: [
    {
      property: 'Lindsjö Rönnen 2:30',
      description: 'Vi vill ersätta det gamla garaget med ett som rymmer två bilar.',
      questions: 'Hur nära grannen får det stå?'
    },
    {
      property: 'Lindsjö Åsen 5:17',
      description: 'Vi funderar på att bygga ett attefallshus till vår dotter.',
      questions: 'Får det hyras ut senare?'
    },
    {
      property: 'Ålvik Strand 1:4',
      description: 'Altanen ska bytas ut och bli större, vi bor nära vattnet.',
      questions: 'Räknas det som strandskydd här?'
    },
    {
      property: 'Lindsjö Kvarnen 4:9',
      description: 'Vi vill byta tegel mot plåt på taket.',
      questions: 'Behövs bygglov när huset ligger i centrum?'
    }
  ],
  vattenprov: all('remarks', [
    'Vattnet har smakat järn sedan i somras.',
    'Vi har precis köpt huset och vet inget om brunnen.',
    'Brunnen sinade förra året och är borrad djupare.',
    'Det luktar ägg när man spolar varmt.',
    'Vi väntar barn och vill veta att vattnet är bra.'
  ]),
  nyttokort: [
    ['Strömbergs Rör AB', 'Vi har jour på vatten i hela centrum och bär tunga delar.'],
    ['Lindsjö Glas & Ram AB', 'Rutor går inte att bära från parkeringshuset.'],
    ['Hedlunds Golv HB', 'Vi kör maskiner och säckar till trapphus utan lastplats.'],
    ['Ålviks Lås & Larm AB', 'Våra utryckningar är oftast inom en halvtimme.']
  ].map(([name = '', need = '']) => ({ company: { name, organisationNumber: '5560160680' }, need })),
  livsmedelskontroll: [
    ['Café Ringen', 'Café Ringen AB', 'Storgatan 5'],
    ['Restaurang Hamnen', 'Restaurang Hamnen AB', 'Hamngatan 1'],
    ['Östbyns lanthandel', 'Östbyns lanthandel HB', 'Sågverksvägen 3'],
    ['Kvarnskolans kök', 'Lindsjö kommun, måltidsenheten', 'Skolgatan 10'],
    ['Lindsjö thaikök', 'Lindsjö thaikök AB', 'Stationsgatan 15'],
    ['Glasskiosken på bryggan', 'Sjöbergs glass AB', 'Strandvägen 2'],
    ['Äldreboendet Solgården', 'Lindsjö kommun, måltidsenheten', 'Prästgårdsvägen 20'],
    ['Fiskboden i Ålvik', 'Ålviks fisk AB', 'Strandvägen 30']
  ].map(([facilityName = '', operatorName = '', street = '']) => ({
    ...{ facilityName, operatorName },
    facilityAddress: { street, postalCode: '81230', city: 'Lindsjö' }
  })),
  budgetide: [
    { idea: 'Utegym vid Åpromenaden', description: 'Ett enkelt utegym där alla åldrar kan träna tillsammans.' },
    { idea: 'Fler cykelställ vid stationen', description: 'De som finns är fulla redan klockan sju på morgonen.' },
    { idea: 'Sommarscen i Hamnparken', description: 'En liten scen som föreningar och skolor kan låna utan kostnad.' },
    { idea: 'Belysning vid pulkabacken', description: 'Då kan barnen åka också efter skolan i december.' }
  ],
  medborgarforslag: [
    {
      title: 'Bygg en cykelväg mellan Lindsjö och Ålvik',
      proposal: 'Jag föreslår att kommunen bygger en cykelväg längs den gamla banvallen.'
    },
    {
      title: 'Gratis bad för barn på sommarlovet',
      proposal: 'Jag föreslår att barn under 16 år badar gratis i simhallen på sommarlovet.'
    },
    {
      title: 'En hundrastgård i Östbyn',
      proposal: 'Jag föreslår att ytan bakom bygdegården stängslas in till hundrastgård.'
    },
    {
      title: 'Plantera träd längs Storgatan',
      proposal: 'Jag föreslår att kommunen planterar träd längs hela Storgatan för skugga och lugnare trafik.'
    }
  ]
};

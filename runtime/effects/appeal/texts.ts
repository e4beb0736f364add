import type { Language } from '../language.ts';

/** What the sentences are made of. Names of organs and instances stand as they do inside a sentence. */
export interface Words {
  readonly organ: string;
  readonly instance: string;
  readonly handIn: string;
  readonly time: string;
  readonly number: string;
  readonly decidedOn: string;
}

/** The sentences of one route. */
export interface RouteTexts {
  readonly heading: string;
  readonly lead: (words: Words) => string;
  readonly who?: { readonly heading: string; readonly text: string };
  readonly write: (words: Words) => readonly string[];
  readonly grounds?: { readonly heading: string; readonly items: readonly string[] };
  readonly handIn: (words: Words) => string;
  readonly afterwards?: (words: Words) => string;
}

interface Texts {
  readonly forvaltningsbesvar: RouteTexts;
  readonly laglighetsprovning: RouteTexts;
  readonly none: { readonly heading: string; readonly lead: (statute: string | null) => string };
  readonly headings: { readonly write: string; readonly handIn: string; readonly time: string; readonly after: string };
  readonly writeLead: string;
  readonly time: Readonly<Record<'received' | 'notice-on-anslagstavla' | 'decided', (words: Words) => string>>;
  readonly roll: string;
  readonly weeks: (weeks: number) => string;
  readonly months: (months: number) => string;
  readonly days: (days: number) => string;
  readonly provisions: (list: string) => string;
  readonly instances: Readonly<Record<string, string>>;
}

const SMALL = {
  sv: ['noll', 'en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
};
const small = (number: number, language: Language) => SMALL[language][number] ?? String(number);

const sv: Texts = {
  forvaltningsbesvar: {
    heading: 'Så här överklagar du beslutet',
    lead: ({ instance }) =>
      `Om beslutet angår dig och har gått dig emot kan du överklaga det. Det är ${instance} som prövar överklagandet.`,
    write: ({ number, decidedOn, organ }) => [
      `vilket beslut du överklagar: ${number}, beslutat den ${decidedOn} av ${organ}`,
      'hur du vill att beslutet ska ändras',
      'varför du tycker att beslutet är fel, och det som du vill hänvisa till som stöd för det',
      'ditt namn, person- eller organisationsnummer, postadress, e-postadress och telefonnummer',
      'ombudets namn och kontaktuppgifter, om du har ett ombud. Bifoga då en fullmakt.'
    ],
    handIn: ({ instance, handIn }) =>
      `Ställ överklagandet till ${instance}, men lämna eller skicka det till ${handIn}.`,
    afterwards: ({ instance, organ }) =>
      `Det är ${organ} som kontrollerar att överklagandet har kommit in i rätt tid. Har det kommit in för sent avvisas det. ` +
      `Annars skickas det, med handlingarna i ärendet, vidare till ${instance}.`
  },
  laglighetsprovning: {
    heading: 'Så här överklagar du beslutet',
    lead: ({ instance }) =>
      `Beslutet kan överklagas genom laglighetsprövning. Det innebär att ${instance} prövar om beslutet är lagligt, ` +
      'inte om det är lämpligt. Domstolen kan upphäva beslutet men inte ersätta det med ett annat.',
    who: {
      heading: 'Vem som får överklaga',
      text:
        'Du får överklaga om du är medlem i kommunen. Det är du om du är folkbokförd i kommunen, äger fast egendom här ' +
        'eller ska betala kommunalskatt här, och även om du är medborgare i ett annat EU-land och bor här utan att ' +
        'vara skyldig att vara folkbokförd.'
    },
    write: ({ number, decidedOn, organ }) => [
      `vilket beslut du överklagar: ${number}, beslutat den ${decidedOn} av ${organ}`,
      'de omständigheter som du grundar överklagandet på. Domstolen får bara ta hänsyn till det som du har hänvisat till innan tiden för att överklaga har gått ut.',
      'ditt namn, personnummer, postadress, e-postadress och telefonnummer'
    ],
    grounds: {
      heading: 'När domstolen upphäver ett beslut',
      items: [
        'beslutet har inte kommit till på lagligt sätt',
        'beslutet rör något som inte är en angelägenhet för kommunen',
        'det organ som har fattat beslutet har inte haft rätt att göra det',
        'beslutet strider annars mot lag eller annan författning'
      ]
    },
    handIn: ({ handIn }) => `Lämna eller skicka överklagandet direkt till ${handIn}.`
  },
  none: {
    heading: 'Beslutet kan inte överklagas',
    lead: (statute) =>
      statute ? `Beslutet får inte överklagas. Det framgår av ${statute}.` : 'Beslutet får inte överklagas.'
  },
  headings: {
    write: 'Överklaga skriftligt',
    handIn: 'Hit lämnar du överklagandet',
    time: 'Tiden för att överklaga',
    after: 'Vad som händer sedan'
  },
  writeLead: 'Skriv i överklagandet:',
  time: {
    received: ({ handIn, time }) =>
      `Överklagandet ska ha kommit in till ${handIn} inom ${time} från den dag då du fick del av beslutet, annars kan det inte prövas. ` +
      'För den som företräder det allmänna räknas tiden från den dag då beslutet meddelades.',
    'notice-on-anslagstavla': ({ handIn, time }) =>
      `Överklagandet ska ha kommit in till ${handIn} inom ${time} från den dag då det tillkännagavs på kommunens ` +
      'anslagstavla att protokollet med beslutet är justerat. Anslagstavlan finns på kommunens webbplats.',
    decided: ({ handIn, time }) =>
      `Överklagandet ska ha kommit in till ${handIn} inom ${time} från den dag då beslutet meddelades, annars kan det inte prövas.`
  },
  roll: 'Om den sista dagen är en lördag, söndag eller annan helgdag, midsommarafton, julafton eller nyårsafton räcker det att överklagandet kommer in nästa vardag.',
  weeks: (weeks) => `${small(weeks, 'sv')} ${weeks === 1 ? 'vecka' : 'veckor'}`,
  months: (months) => `${small(months, 'sv')} ${months === 1 ? 'månad' : 'månader'}`,
  days: (days) => `${days} dagar`,
  provisions: (list) => `Bestämmelser: ${list}.`,
  instances: {
    lansstyrelsen: 'länsstyrelsen',
    forvaltningsratten: 'förvaltningsrätten',
    kammarratten: 'kammarrätten',
    'mark-och-miljodomstolen': 'mark- och miljödomstolen',
    regeringen: 'regeringen'
  }
};

const en: Texts = {
  forvaltningsbesvar: {
    heading: 'How to appeal this decision',
    lead: ({ instance }) =>
      `If the decision concerns you and went against you, you may appeal. The appeal is tried by ${instance}.`,
    write: ({ number, decidedOn, organ }) => [
      `which decision you appeal: ${number}, made on ${decidedOn} by ${organ}`,
      'how you want the decision to be changed',
      'why you think that the decision is wrong, and what you refer to in support of it',
      'your name, personal or corporate identity number, postal address, e-mail address and telephone number',
      'the name and contact details of your representative, if you have one. Enclose a power of attorney.'
    ],
    handIn: ({ instance, handIn }) => `Address the appeal to ${instance}, but hand it in or send it to ${handIn}.`,
    afterwards: ({ instance, organ }) =>
      `${organ} checks that the appeal arrived in time. An appeal that arrived too late is dismissed. ` +
      `Otherwise it is sent on to ${instance} with the documents of the case.`
  },
  laglighetsprovning: {
    heading: 'How to appeal this decision',
    lead: ({ instance }) =>
      `The decision may be appealed by a review of legality (laglighetsprövning): ${instance} tries whether the decision is lawful, ` +
      'not whether it is appropriate. The court can set the decision aside but not replace it by another.',
    who: {
      heading: 'Who may appeal',
      text:
        'You may appeal if you are a member of the municipality. You are if you are registered as living here, own real ' +
        'property here or are to pay municipal tax here, and also if you are a citizen of another EU country and live ' +
        'here without having to be registered.'
    },
    write: ({ number, decidedOn, organ }) => [
      `which decision you appeal: ${number}, made on ${decidedOn} by ${organ}`,
      'the circumstances on which you base the appeal. The court may only consider those that you have referred to before the time to appeal has run out.',
      'your name, personal identity number, postal address, e-mail address and telephone number'
    ],
    grounds: {
      heading: 'When the court sets a decision aside',
      items: [
        'the decision did not come about in a lawful way',
        'the decision concerns something that is not a matter for the municipality',
        'the body that made the decision had no right to do so',
        'the decision is otherwise contrary to an act or other statute'
      ]
    },
    handIn: ({ handIn }) => `Hand in or send the appeal directly to ${handIn}.`
  },
  none: {
    heading: 'This decision cannot be appealed',
    lead: (statute) =>
      statute
        ? `The decision may not be appealed. This follows from the ${statute}.`
        : 'The decision may not be appealed.'
  },
  headings: {
    write: 'Appeal in writing',
    handIn: 'Where to hand in the appeal',
    time: 'Time to appeal',
    after: 'What happens next'
  },
  writeLead: 'Write in the appeal:',
  time: {
    received: ({ handIn, time }) =>
      `The appeal must have reached ${handIn} within ${time} from the day you received the decision, otherwise it cannot be tried. ` +
      'For one who represents the public, the time runs from the day the decision was made.',
    'notice-on-anslagstavla': ({ handIn, time }) =>
      `The appeal must have reached ${handIn} within ${time} from the day it was announced on the municipality's ` +
      "notice board that the minutes with the decision have been approved. The notice board is on the municipality's website.",
    decided: ({ handIn, time }) =>
      `The appeal must have reached ${handIn} within ${time} from the day the decision was made, otherwise it cannot be tried.`
  },
  roll: "If the last day is a Saturday, Sunday or other public holiday, Midsummer's Eve, Christmas Eve or New Year's Eve, it is enough that the appeal arrives the next working day.",
  weeks: (weeks) => `${small(weeks, 'en')} ${weeks === 1 ? 'week' : 'weeks'}`,
  months: (months) => `${small(months, 'en')} ${months === 1 ? 'month' : 'months'}`,
  days: (days) => `${days} days`,
  provisions: (list) => `Provisions: ${list}.`,
  instances: {
    lansstyrelsen: 'the County Administrative Board (länsstyrelsen)',
    forvaltningsratten: 'the Administrative Court (förvaltningsrätten)',
    kammarratten: 'the Administrative Court of Appeal (kammarrätten)',
    'mark-och-miljodomstolen': 'the Land and Environment Court (mark- och miljödomstolen)',
    regeringen: 'the Government (regeringen)'
  }
};

export const APPEAL_TEXTS: Readonly<Record<Language, Texts>> = { sv, en };

import type { Appeal } from '../../definition/types.ts';
import { PlatformError } from '../../errors/platform-error.ts';
import { parsePeriod } from '../../time/period.ts';
import { longDate, type Language } from '../language.ts';
import { cite } from '../statutes.ts';
import { APPEAL_TEXTS, type Words } from './texts.ts';

/** An organ, authority or court by its name, and how to reach it. */
export interface Addressee {
  readonly name: string;
  /** Postal address, e-mail address: one line each. */
  readonly lines: readonly string[];
}

export interface AppealFacts {
  readonly appeal: Appeal;
  /** Who made the beslut. */
  readonly organ: Addressee;
  /** The instances of this municipality by their keys in the format, `lansstyrelsen` → `Länsstyrelsen i …`; one that is missing goes by its common name. */
  readonly instances: Readonly<Record<string, Addressee>>;
  /** Diarienummer or ärendenummer. */
  readonly number: string;
  /** The day of the beslut, `YYYY-MM-DD`. */
  readonly decidedOn: string;
}

export interface AppealSection {
  readonly heading: string;
  readonly text: string;
  readonly items?: readonly string[];
  /** Lines of an address. */
  readonly lines?: readonly string[];
}

/** What a party is told of how to appeal (FL 33 §), as text for a page, a document or a message. */
export interface AppealInstruction {
  readonly heading: string;
  readonly lead: string;
  readonly sections: readonly AppealSection[];
  /** The provisions that the instruction follows, as one sentence; null when none is known. */
  readonly provisions: string | null;
}

/**
 * The appeal instruction of a beslut, made from the case type's appeal route: who tries it, where and when it is handed
 * in, its form and content (FL 33 §, 43 and 44 §§; KL 13 kap. 1 to 8 §§). Pure.
 *
 * Throws `appeal.incomplete` when the route lacks its instance or period, which V24 of the check refuses before publishing.
 */
export function appealInstruction(facts: AppealFacts, language: Language): AppealInstruction {
  const { appeal } = facts;
  const texts = APPEAL_TEXTS[language];
  if (appeal.kind === 'ej-overklagbart') {
    const statute = appeal.statute ? cite(appeal.statute, language) : null;
    return { heading: texts.none.heading, lead: texts.none.lead(statute), sections: [], provisions: null };
  }
  const route = texts[appeal.kind];
  const to = handInTo(facts, language);
  const words = wordsOf(facts, to, language);
  const startsWhen =
    appeal.startsWhen ?? (appeal.kind === 'laglighetsprovning' ? 'notice-on-anslagstavla' : 'received');
  const sections: AppealSection[] = [];
  if (route.who) sections.push(route.who);
  sections.push({ heading: texts.headings.write, text: texts.writeLead, items: route.write(words) });
  sections.push({ heading: texts.headings.handIn, text: route.handIn(words), lines: to.lines });
  sections.push({ heading: texts.headings.time, text: `${texts.time[startsWhen](words)} ${texts.roll}` });
  if (route.grounds) sections.push({ heading: route.grounds.heading, text: '', items: route.grounds.items });
  if (route.afterwards) sections.push({ heading: texts.headings.after, text: capital(route.afterwards(words)) });
  return {
    heading: route.heading,
    lead: route.lead(words),
    sections,
    provisions: texts.provisions(provisionsOf(appeal, language).join(', '))
  };
}

function wordsOf(
  { appeal, organ, instances, number, decidedOn }: AppealFacts,
  to: Addressee,
  language: Language
): Words {
  const key = appeal.instance;
  const instance = key && (instances[key]?.name ?? APPEAL_TEXTS[language].instances[key]);
  const time = periodInWords(appeal.period, language);
  if (!instance || !time) throw new PlatformError('appeal.incomplete', { kind: appeal.kind });
  return {
    organ: inSentence(organ.name, language),
    instance,
    handIn: inSentence(to.name, language),
    time,
    number,
    decidedOn: longDate(decidedOn, language)
  };
}

/** FL 43 § 1 st: the appeal is handed in to the authority that decided, KL 13:4 3 st: to the court itself. */
function handInTo({ appeal, organ, instances }: AppealFacts, language: Language): Addressee {
  const key = appeal.handIn ?? (appeal.kind === 'laglighetsprovning' ? appeal.instance : 'beslutande-organ');
  if (!key || key === 'beslutande-organ') return organ;
  return instances[key] ?? { name: APPEAL_TEXTS[language].instances[key] ?? key, lines: [] };
}

/** `P21D` is three weeks: so the statutes say it. */
function periodInWords(text: string | undefined, language: Language): string | null {
  const period = text ? parsePeriod(text) : null;
  if (!period || period.hours > 0) return null;
  const texts = APPEAL_TEXTS[language];
  if (period.months > 0) return texts.months(period.months);
  return period.days % 7 === 0 ? texts.weeks(period.days / 7) : texts.days(period.days);
}

/** The statute that gives the right, and the rules on how, unless it is the same one. */
function provisionsOf({ kind, statute }: Appeal, language: Language): string[] {
  const general =
    kind === 'forvaltningsbesvar'
      ? { sfs: '2017:900', paragraph: '42–46 §§' }
      : { sfs: '2017:725', paragraph: '13 kap. 1–8 §§' };
  return [...(statute && statute.sfs !== general.sfs ? [statute] : []), general].map((one) => cite(one, language));
}

/** A nämnd stands without a capital inside a Swedish sentence; a company keeps its name. */
const inSentence = (name: string, language: Language) =>
  language === 'sv' && /(nämnden|styrelsen|fullmäktige|utskottet)$/.test(name)
    ? name.charAt(0).toLowerCase() + name.slice(1)
    : name;

const capital = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

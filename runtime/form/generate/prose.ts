import type { Chance } from './chance.ts';

const list = (text: string): readonly string[] => text.trim().split(/\n\s*/);

const TITLES = list(`
  Sommarläger för ungdomar
  Höstmarknad på torget
  Ny belysning vid elljusspåret
  Teaterverkstad för alla åldrar
  Renovering av klubbstugan
  Simskola i Ålviken
  Kurs i första hjälpen
  Valborgsfirande vid hembygdsgården`);

const SENTENCES = list(`
  Vi planerar att börja i maj och räknar med att vara klara före midsommar.
  Ungefär fyrtio personer väntas delta, de flesta mellan tio och sexton år.
  Lokalen ligger nära skolan och går att nå med rullstol.
  Gatlampan utanför nummer 14 har varit släckt sedan i tisdags.
  Vi samarbetar med två andra föreningar i kommunen.
  Tidigare år har vi fått bidrag för samma sak.
  Huset byggdes 1962 och har två våningar.
  Vi hör gärna av er om något är oklart.
  Det blåser ofta från sjön, så taket behöver förankras.
  Avståndet till grannens tomtgräns är drygt sex meter.`);

const REASONS = list(`
  Åtgärden följer detaljplanen och påverkar inte grannarna mer än de får räkna med.
  Underlaget visar att kraven är uppfyllda.
  Underlaget räcker inte för att visa att kraven är uppfyllda.
  Platsen är synlig från håll och åtgärden avviker från det som planen tillåter.
  Bristen kan medföra risk och behöver rättas till.`);

/** Why somebody decides or asks as they do, up to so many characters. */
export const reason = (chance: Chance, most: number): string => chance.pick(REASONS).slice(0, most).trim();

/** A few words, as a title or a short answer. */
export const title = (chance: Chance): string => chance.pick(TITLES);

/** Some sentences, up to so many characters. */
export function prose(chance: Chance, most: number): string {
  const sentences = chance.some(SENTENCES, 1, 3);
  const fitting = sentences.filter((_, index) => sentences.slice(0, index + 1).join(' ').length <= most);
  return fitting.length > 0 ? fitting.join(' ') : title(chance).slice(0, most).trim();
}

/** Whether a text is one of those that are made up here, and so says nothing of what it stands in. */
export const isMadeUp = (text: string): boolean => SENTENCES.some((sentence) => text.includes(sentence));

import { addDays, weekday, type Day } from './day.ts';

/**
 * Days that the law sets beside Sundays: allmänna helgdagar (lag 1989:253) and midsummer's, Christmas and
 * New Year's eve, which count as holidays when a period ends (lag 1930:173, 2 §). Computed, since the law gives
 * rules and not dates; a table of every country's holidays would weigh a megabyte in the designer.
 */
export const isHoliday = (day: Day): boolean => holidaysOf(Number(day.slice(0, 4))).has(day);

const years = new Map<number, ReadonlySet<Day>>();

function holidaysOf(year: number): ReadonlySet<Day> {
  const known = years.get(year);
  if (known) return known;
  const easter = easterSunday(year);
  const midsummer = saturdayFrom(`${year}-06-20`);
  const days = new Set([
    ...['01-01', '01-06', '05-01', '06-06', '12-24', '12-25', '12-26', '12-31'].map((date) => `${year}-${date}`),
    ...[-2, 0, 1, 39, 49].map((offset) => addDays(easter, offset)),
    addDays(midsummer, -1),
    midsummer,
    saturdayFrom(`${year}-10-31`)
  ]);
  years.set(year, days);
  return days;
}

const saturdayFrom = (day: Day): Day => addDays(day, 6 - weekday(day));

/** The Gregorian computus (Meeus, Jones and Butcher). */
function easterSunday(year: number): Day {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const skipped = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + skipped + 15) % 30;
  const moon = epact - Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11));
  const weekdayOfMoon = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7;
  return addDays(`${year}-03-28`, moon - weekdayOfMoon);
}

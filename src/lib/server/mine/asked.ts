import { askedOf, type Login } from '#runtime';
import { stockholmDay } from '#runtime/time/day.ts';
import { workingDaysBetween } from '#runtime/time/working-days.ts';
import type { Language } from '#lib/text/language.ts';
import { clock } from '../services.ts';

/** What is asked of the person, or of whom they act for, with the day it is wanted by. */
export async function askedView(login: Login, language: Language) {
  const now = clock.now();
  const today = stockholmDay(now);
  const asked = await askedOf({ actor: login.actor, personnummer: login.personnummer, language }, now);
  return asked.map(({ day, ...one }) => {
    const lastDay = day?.slice(0, 10);
    return {
      ...one,
      time: day?.slice(11) || null,
      due: lastDay ? { lastDay, today, workingDays: Math.max(0, workingDaysBetween(today, lastDay)) } : null,
      href: one.kind === 'sign' ? `/mina-sidor/skriv-under/${one.id}` : `/mina-sidor/arenden/${one.caseId}`
    };
  });
}

export type AskedView = Awaited<ReturnType<typeof askedView>>[number];

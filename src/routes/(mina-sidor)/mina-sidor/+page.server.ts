import { definitionOf, listDrafts, listMyCases } from '#runtime';
import { stockholmDay } from '#runtime/time/day.ts';
import { workingDaysBetween } from '#runtime/time/working-days.ts';
import { textsIn } from '#lib/server/case-type-text.ts';
import { requireLogin } from '#lib/server/guards.ts';
import { clock } from '#lib/server/services.ts';

export const load = async (event) => {
  const { actor } = requireLogin(event);
  const { language } = event.locals;
  const now = clock.now();
  const today = stockholmDay(now);
  const [cases, drafts] = await Promise.all([listMyCases(actor.personId, language), listDrafts(actor.personId, now)]);
  return {
    name: actor.name,
    cases: cases.map(({ id, number, caseType, statusText, changedAt, status }) => {
      const lastDay = status.actionRequired ? status.deadline?.lastDay : undefined;
      return {
        ...{ id, number, caseType, statusText, changedAt },
        isAsked: status.actionRequired,
        isDone: status.done,
        deadline: lastDay ? { lastDay, today, workingDays: Math.max(0, workingDaysBetween(today, lastDay)) } : undefined
      };
    }),
    drafts: await Promise.all(
      drafts.map(async ({ id, versionId, savedAt, expiresAt }) => {
        const { caseType } = await definitionOf(versionId);
        const { slug } = caseType.settings;
        return { id, slug, title: textsIn(caseType, language)['caseType.title'] ?? slug, savedAt, expiresAt };
      })
    )
  };
};

import { fail, redirect } from '@sveltejs/kit';
import { demoCast, demoFilling, publishedCaseTypes } from '#runtime';
import { textsIn } from '#lib/server/case-type-text.ts';
import { requireDemo } from '#lib/server/guards.ts';
import { clock } from '#lib/server/services.ts';
import { postedForm } from '#lib/server/posted-form.ts';

const DAY_MS = 86_400_000;
const MOST_DAYS = 366;

/** Who one can be in the demo, and what there is to try. In any other installation there is no such page. */
export const load = async ({ locals }) => {
  requireDemo();
  const { language } = locals;
  const [cast, published, filling] = await Promise.all([demoCast(language), publishedCaseTypes(), demoFilling()]);
  const caseTypes = published.map(({ slug, caseType }) => ({
    slug,
    title: textsIn(caseType, language)['caseType.title'] ?? slug,
    byStaff: caseType.settings.eService.authentication === 'staff'
  }));
  return { ...cast, caseTypes, filling, now: clock.now(), mostDays: MOST_DAYS };
};

export const actions = {
  /** Puts time forward; the timers that are due then fire within a second or two. */
  forward: async (event) => {
    requireDemo();
    const days = Number((await postedForm(event)).get('days'));
    if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS || !('moveTo' in clock))
      return fail(422, { wrong: true });
    clock.moveTo(new Date(clock.now().getTime() + days * DAY_MS));
    redirect(303, '/demo#tid');
  }
};

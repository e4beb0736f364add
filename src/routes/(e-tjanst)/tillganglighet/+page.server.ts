import { publishedCaseType } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import type { PageServerLoad } from './$types';

/** The statement has to hold a way to ask for content in another form (lagen 2018:1937 13 and 15 §§). */
const REQUEST = 'webbinnehall';

export const load: PageServerLoad = async () => {
  const published = await publishedCaseType(REQUEST);
  return { request: isRefusal(published) ? null : `/e-tjanster/${REQUEST}` };
};

import { sentMails } from '#runtime';
import { requireDemo } from '#lib/server/guards.ts';
import type { PageServerLoad } from './$types';

const MOST = 100;
const LINK = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/;

/** Every mail that was sent, for demo and tests: in any other installation there is no such page. */
export const load: PageServerLoad = async () => {
  requireDemo();
  const mails = await sentMails(MOST);
  return { mails: mails.map(({ body, ...mail }) => ({ ...mail, parts: body.trim().split(LINK).map(partOf) })) };
};

/** Splitting by a captured expression gives text and links in turn. */
const partOf = (text: string, index: number) => ({ text, isLink: index % 2 === 1 });

import { countPartyCases, definitionOf, listDrafts, listPartyCases } from '#runtime';
import { mayTakeUp } from '#runtime/access/acts-for.ts';
import { textsIn } from '#lib/server/case-type-text.ts';
import { ownerOf } from '#lib/server/filing/draft-owner.ts';
import { requireLogin } from '#lib/server/guards.ts';
import { askedView } from '#lib/server/mine/asked.ts';
import { clock } from '#lib/server/services.ts';

/** As many on a page; of what has ended, only the latest until somebody asks for more. */
const PAGE = 20;
const LATEST = 5;

const word = (params: URLSearchParams, name: string) => params.get(name)?.trim().slice(0, 100) || undefined;

export const load = async (event) => {
  const login = requireLogin(event);
  const { actor } = login;
  const { language } = event.locals;
  const { searchParams } = event.url;
  const [search, caseType, after] = [word(searchParams, 'sok'), word(searchParams, 'typ'), word(searchParams, 'efter')];
  const onlyEnded = searchParams.get('visa') === 'avslutade';
  const isSought = search !== undefined || caseType !== undefined;
  const wish = { actor, search, caseType, language };
  const nothing = { cases: [], next: null };
  const [asked, types, running, ended, drafts] = await Promise.all([
    isSought || after || onlyEnded ? [] : askedView(login, language),
    countPartyCases(actor, language),
    onlyEnded ? nothing : listPartyCases({ ...wish, after, ended: false, limit: PAGE }),
    listPartyCases({ ...wish, ...(onlyEnded && { after }), ended: true, limit: onlyEnded ? PAGE : LATEST }),
    isSought || onlyEnded ? [] : draftsOf(event)
  ]);
  const shown = ({ cases, next }: typeof running) => ({
    next,
    cases: cases.map(({ id, number, caseType, statusText, changedAt, status }) => ({
      ...{ id, number, caseType, statusText, changedAt, isAsked: status.actionRequired }
    }))
  });
  const total = (of: 'running' | 'ended') => types.reduce((sum, type) => sum + type[of], 0);
  return {
    ...{ name: actor.name, asked, types, drafts, onlyEnded, isSought, search, caseType, isLater: after !== undefined },
    running: { ...shown(running), total: total('running') },
    ended: { ...shown(ended), total: total('ended') },
    mayActForOthers: login.personnummer !== null && login.strength !== 'staff'
  };
};

async function draftsOf({ locals }: Parameters<typeof requireLogin>[0]) {
  const { actor, language } = locals;
  if (actor.kind !== 'person') return [];
  const drafts = await Promise.all(
    (await listDrafts(ownerOf(actor), clock.now())).map(async ({ id, versionId, savedAt, expiresAt }) => {
      const { caseType } = await definitionOf(versionId);
      const { slug, owner } = caseType.settings;
      const title = textsIn(caseType, language)['caseType.title'] ?? slug;
      return { id, slug, title, savedAt, expiresAt, isTheirs: mayTakeUp(actor, { slug, organ: owner.organ }) };
    })
  );
  return drafts.filter(({ isTheirs }) => isTheirs);
}

import { expect } from 'vitest';
import { audienceOf, type Audience } from '#lib/server/access/routes.ts';
import type { Somebody } from '../support/everybody.ts';
import type { Answer, Door } from '../support/knock.ts';

/** The organ of the ordinary case, and another nämnd, which has the secret one. */
export const [HOME, NEIGHBOUR] = ['samhallsbyggnadsnamnden', 'socialnamnden'] as const;
/** The citizen whose the ordinary case is, and whose the secret one is. */
export const [OWNER, OTHER] = ['sofia', 'karin'] as const;
/** Who began to register a case for another. */
export const WRITER = `caseworker of ${HOME}`;

const isLoggedIn = ({ kind }: Somebody) => kind === 'citizen' || kind === 'colleague';
const atWork =
  (lets: (who: Somebody) => boolean) =>
  (who: Somebody): Answer =>
    who.kind !== 'colleague' ? 'login' : lets(who) ? 'in' : 'forbidden';
const byToken =
  (scope: string) =>
  (who: Somebody): Answer =>
    who.scope === scope ? 'in' : who.scope ? 'forbidden' : 'unknown';

/** Whom a route lets in, and what it answers the others. */
const LETS_IN: Readonly<Record<Audience, (who: Somebody) => Answer>> = {
  anyone: () => 'in',
  'anyone-or-cases:open': (who) => (who.kind === 'system' ? byToken('cases:open')(who) : 'in'),
  person: (who) => (isLoggedIn(who) ? 'in' : 'login'),
  staff: atWork(({ role, administers }) => role !== undefined || administers === true),
  designer: atWork(({ role }) => role === 'administrator'),
  'system-administrator': atWork(({ administers }) => administers === true),
  'cases:read': byToken('cases:read'),
  'case-types:write': byToken('case-types:write'),
  'people:provision': byToken('people:provision')
};

/** What an address names asks more than its route: whom it lets in of those that the route does, and what it answers the others. */
export interface Own {
  /** How the names of the doors begin. */
  readonly at: string;
  readonly lets: (who: Somebody) => boolean;
  readonly others: Answer | ((who: Somebody) => Answer);
}

const isOf =
  (place: string, ...roles: readonly string[]) =>
  ({ organ, role }: Somebody) =>
    organ === place && role !== undefined && roles.includes(role);
const readsAt = (organ: string) => isOf(organ, 'caseworker', 'manager', 'registrar', 'secretary', 'archivist');
const isThe = (citizen: string) => (who: Somebody) => who.name === `the citizen ${citizen}`;
const answersThePhone = ({ role }: Somebody) => role === 'contact-centre';
const designs = isOf(HOME, 'administrator');

export const DESK = '/(handlaggning)/handlaggning/arenden/[id]';
export const MINE = '/(mina-sidor)/mina-sidor/arenden/[id]';
const DESIGN = '/(handlaggning)/admin/arendetyper/[slug]';
const DRAFT = '/(e-tjanst)/e-tjanster/[slug]/ansok/[draft]';

const forbidden = 'forbidden' as const;

/** Others may know of an ordinary case and of a design: 403. The first that fits counts. */
export const ORDINARY: readonly Own[] = [
  { at: `${DESK}/fil`, lets: readsAt(HOME), others: forbidden },
  { at: `${DESK}/anslag`, lets: readsAt(HOME), others: forbidden },
  { at: `${DESK}/ny-part`, lets: isOf(HOME, 'caseworker', 'registrar'), others: forbidden },
  { at: DESK, lets: (who) => readsAt(HOME)(who) || answersThePhone(who), others: forbidden },
  { at: MINE, lets: isThe(OWNER), others: forbidden },
  // What is said here names no organ.
  { at: '/(handlaggning)/handlaggning/fullmakter ?/register', lets: () => false, others: forbidden },
  // By a login at work nobody gives a right of their own.
  { at: '/(mina-sidor)/mina-sidor/fullmakter/ny', lets: ({ kind }) => kind === 'citizen', others: forbidden },
  // What nobody has sent in is its writer's alone (TF 2:13), and so is that it is there. Whose login may have ended is asked to log in.
  { at: DRAFT, lets: isThe(OWNER), others: (who) => (isLoggedIn(who) ? 'missing' : 'login') },
  { at: '/(e-tjanst)/e-tjanster/[slug] ?/default', lets: isLoggedIn, others: 'login' },
  { at: '/(handlaggning)/handlaggning/nytt/[draft]', lets: ({ name }) => name === WRITER, others: 'missing' },
  {
    at: '/(handlaggning)/handlaggning/nytt ?/begin',
    lets: (who) => answersThePhone(who) || isOf(HOME, 'caseworker', 'manager', 'registrar', 'secretary')(who),
    others: forbidden
  },
  // These hold nothing of the design; without its layouts they are another page's leaf. To unpublish asks first whether one is sure.
  { at: `${DESIGN} data`, lets: () => true, others: forbidden },
  { at: `${DESIGN}/formular data`, lets: () => true, others: forbidden },
  { at: `${DESIGN}/prova data`, lets: () => true, others: forbidden },
  { at: `${DESIGN}/publicera ?/unpublish`, lets: () => true, others: forbidden },
  { at: DESIGN, lets: designs, others: forbidden },
  { at: '/(handlaggning)/admin/arendetyper ?/change', lets: designs, others: forbidden },
  { at: '/(forhandsvisning)/admin/arendetyper/[slug]', lets: designs, others: forbidden },
  // Only who has logged in as themselves can be the one who is asked to sign.
  { at: '/(e-tjanst)/skriv-under/[token]/fil', lets: ({ kind }) => kind === 'citizen', others: forbidden },
  { at: '/(e-tjanst)/skriv-under/[token] ?/refuse', lets: ({ kind }) => kind === 'citizen', others: forbidden }
];

const toOutsiders = (who: Somebody): Answer => (readsAt(NEIGHBOUR)(who) ? 'forbidden' : 'missing');

/** That somebody gets support is secret in itself (OSL 26:1), from other nämnder too (OSL 8:1): for others there is no such case. */
export const SECRET: readonly Own[] = [
  { at: `${DESK}/fil`, lets: () => false, others: 'missing' },
  { at: `${DESK}/ny-part`, lets: isOf(NEIGHBOUR, 'caseworker', 'registrar'), others: toOutsiders },
  { at: DESK, lets: readsAt(NEIGHBOUR), others: 'missing' },
  { at: `${MINE}/fil`, lets: () => false, others: toOutsiders },
  { at: MINE, lets: isThe(OTHER), others: toOutsiders },
  { at: '/api/v1/cases/[id]', lets: () => false, others: 'missing' }
];

/** Here the address, or what is said, names what there is none of: those who are let in find nothing. */
const NOTHING_THERE: readonly string[] = [
  `${DESK}/anslag/[notice]`,
  `${MINE}/betala/[payment]`,
  '/(handlaggning)/handlaggning/fullmakter ?/end',
  '/(mina-sidor)/mina-sidor/fullmakter/[id]',
  '/(mina-sidor)/mina-sidor/skriv-under/[party]',
  `${DRAFT}/fil/[file]`,
  '/(e-tjanst)/e-tjanster/[slug]/kvitto/pdf',
  '/(e-tjanst)/skriv-under/[token]',
  '/(e-tjanst)/status/[token]/betala/[payment]',
  `${DESIGN}/publicera ?/approve`,
  `${DESIGN}/publicera ?/withdraw`,
  '/(handlaggning)/admin/(organisation)/grupper/[group] ?/end',
  '/(handlaggning)/admin/(organisation)/organ/[organ]/delegation ?/end',
  '/(handlaggning)/admin/(organisation)/personer/[person] ?/end',
  '/(handlaggning)/admin/(organisation)/personer/[person] ?/return',
  '/api/v1/drafts/[draft]/files',
  '/karta'
];

/** How somebody has to be answered. */
export function expectedAnswer(door: Door, who: Somebody, own: readonly Own[]): Answer {
  const audience = audienceOf(door.route);
  if (!audience) return expect.unreachable(`${door.route} has no line in the access table`);
  const answer = LETS_IN[audience](who);
  if (answer !== 'in') return answer;
  const rule = own.find(({ at }) => door.name.startsWith(at));
  if (rule && !rule.lets(who)) return typeof rule.others === 'string' ? rule.others : rule.others(who);
  return NOTHING_THERE.some((beginning) => door.name.startsWith(beginning)) ? 'missing' : 'in';
}

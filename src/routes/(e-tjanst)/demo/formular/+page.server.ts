import { redirect } from '@sveltejs/kit';
import type { AnswerFault } from '#runtime/errors/refusal.ts';
import { answersView } from '#runtime/form/answers-view.ts';
import { compileForm } from '#runtime/form/compile-form.ts';
import type { Answers, Environment } from '#runtime/form/model.ts';
import { faultsOnPage, nextPage, pageIds } from '#runtime/form/pages.ts';
import { parsePosted } from '#runtime/form/parse-posted.ts';
import { project } from '#runtime/form/project.ts';
import { snapshot } from '#runtime/form/snapshot.ts';
import { findText } from '#runtime/form/texts.ts';
import { validateAnswers } from '#runtime/form/validate.server.ts';
import { readPosted } from '#lib/form/posted.ts';
import { answers as examples, everyKind, texts } from '#lib/form/testing/every-kind.ts';
import { map } from '#lib/server/map.ts';
import { requireDemo } from '#lib/server/guards.ts';
import type { Actions, PageServerLoad } from './$types';
import { postedForm } from '#lib/server/posted-form.ts';

const compiled = compileForm(everyKind);
const environment: Environment = { data: {}, today: '2026-11-21', conditions: {} };

/** Files are counted and thrown away. */
const LONGEST_POSTED = 20_000_000;

interface Kept {
  readonly answers: Answers;
  readonly faults: readonly AnswerFault[];
}

/** What visitors of this page have filled in; a show room keeps nothing. */
const MOST_VISITORS = 50;
const visitors = new Map<string, Kept>();

function keep(visitor: string, kept: Kept) {
  visitors.delete(visitor);
  visitors.set(visitor, kept);
  const [oldest] = visitors.keys();
  if (visitors.size > MOST_VISITORS && oldest !== undefined) visitors.delete(oldest);
}

export const load: PageServerLoad = ({ url, cookies, locals }) => {
  requireDemo();
  const visitor = cookies.get('demo-form') ?? crypto.randomUUID();
  cookies.set('demo-form', visitor, { path: '/demo/formular', secure: url.protocol === 'https:' });
  const example = Object.entries(examples).find(([name]) => name === url.searchParams.get('svar'))?.[1];
  if (example) keep(visitor, { answers: example, faults: checked(example).faults });
  const { answers, faults } = visitors.get(visitor) ?? { answers: {}, faults: [] };
  const projection = project(everyKind, 'application', answers, environment);
  const pages = pageIds(projection);
  const page = url.searchParams.get('sida') ?? pages[0] ?? '';
  const source = {
    compiled,
    formKey: 'application',
    language: locals.language,
    text: findText({ sv: texts }, locals.language),
    caseType: ''
  };
  const earlier = snapshot(source, project(everyKind, 'application', examples.valid, environment));
  return {
    form: everyKind,
    answers,
    faults: faultsOnPage(projection, page, faults),
    texts,
    environment,
    map,
    page,
    pages,
    view: answersView(snapshot(source, projection), earlier)
  };
};

const checked = (answers: Answers) => validateAnswers(compiled, 'application', answers, environment);

export const actions: Actions = {
  default: async (event) => {
    requireDemo();
    const { url, cookies } = event;
    const visitor = cookies.get('demo-form');
    if (!visitor) redirect(303, url.pathname);
    const data = await postedForm(event, LONGEST_POSTED);
    const page = url.searchParams.get('sida') ?? 'lines';
    const previous = visitors.get(visitor)?.answers ?? {};
    const posted = readPosted(data, map);
    const files = [...data].flatMap(([pointer, value]) =>
      value instanceof File && value.size > 0
        ? [{ pointer, file: { id: crypto.randomUUID(), name: value.name, size: value.size, type: value.type } }]
        : []
    );
    const { answers, row } = parsePosted(compiled, posted.entries, previous, { page, today: environment.today, files });
    const stays = posted.stays || row !== undefined;
    const { faults, projection } = checked(answers);
    const here = faultsOnPage(projection, page, faults);
    keep(visitor, { answers, faults: stays && !posted.asksWrong ? [] : here });
    const next = stays || here.length > 0 ? page : (nextPage(projection, page) ?? 'svar');
    redirect(303, `${url.pathname}?sida=${next}`);
  }
};

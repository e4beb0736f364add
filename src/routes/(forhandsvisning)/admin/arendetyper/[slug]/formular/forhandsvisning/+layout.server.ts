import { readDesign } from '#runtime';
import { generateAnswers } from '#runtime/form/generate/generate-answers.ts';
import { isRefusal } from '#runtime/errors/refusal.ts';
import type { Answers } from '#runtime/form/model.ts';
import { project } from '#runtime/form/project.ts';
import { findText } from '#runtime/form/texts.ts';
import { stockholmDay } from '#runtime/time/day.ts';
import { isDrawable } from '#designer/form/drawable.ts';
import { requireDesigner } from '#lib/server/design/guard.ts';
import { stopWith } from '#lib/server/fault-page.ts';
import { map } from '#lib/server/map.ts';
import { clock } from '#lib/server/services.ts';
import { isLanguage } from '#lib/text/language.ts';

/** One page of a draft's form as the e-tjänst draws it, empty or with made-up answers. Nothing of it is kept. */
export const load = async (event) => {
  const { actor } = requireDesigner(event);
  const asked = (name: string) => event.url.searchParams.get(name) ?? '';
  const language = isLanguage(asked('texter')) ? asked('texter') : event.locals.language;
  if (isLanguage(language)) event.locals.language = language; // which is that of the whole page
  const design = await readDesign(event.params.slug, actor);
  if (isRefusal(design)) stopWith(design, event.locals.requestId);
  const drawn = draw(design.document, { ...{ form: asked('form'), page: asked('sida') }, language });
  return { language: event.locals.language, drawn: drawn && { ...drawn, ...answered(drawn, asked) } };
};

interface Wanted {
  readonly form: string;
  readonly page: string;
  readonly language: string;
}

function draw(document: unknown, { form: formKey, page, language }: Wanted) {
  if (!isDrawable(document)) return undefined;
  const form = Object.hasOwn(document.forms, formKey) ? document.forms[formKey] : undefined;
  if (!form) return undefined;
  const find = findText(document.texts, language);
  const prefix = `form.${formKey}.`;
  const keys = Object.values(document.texts).flatMap((texts) => Object.keys(texts));
  const texts = Object.fromEntries(
    keys.flatMap((key) => {
      const text = key.startsWith(prefix) ? find(key) : undefined;
      return text === undefined ? [] : [[key, text]];
    })
  );
  const environment = { data: {}, today: stockholmDay(clock.now()), conditions: document.settings.conditions ?? {} };
  return { form, formKey, page, texts, environment, title: find('caseType.title') ?? '', map };
}

type Drawn = NonNullable<ReturnType<typeof draw>>;

/** The answers that were asked for, and the pages that they show. A form that cannot be compiled is drawn by nobody. */
function answered({ form, formKey, environment, texts }: Drawn, asked: (name: string) => string) {
  try {
    const style = asked('svar') === 'edge' ? 'edge' : 'believable';
    const seed = Number(asked('nummer')) || 1;
    const label = (id: string) => texts[`form.${formKey}.${id}.label`];
    const none = asked('svar') !== 'edge' && asked('svar') !== 'example';
    const answers: Answers = none ? {} : (generateAnswers(form, formKey, environment, { seed, style, label }) ?? {});
    const pages = project(form, formKey, answers, environment).pages.map(({ element: { id } }) => ({
      id,
      title: texts[`form.${formKey}.${id}.label`] ?? id
    }));
    return { answers, pages, isBroken: false };
  } catch {
    return { answers: {}, pages: [], isBroken: true };
  }
}

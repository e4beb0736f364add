import type { Json } from '#runtime/definition/json.ts';
import type { Problem } from '#runtime/definition/problem.ts';
import { at, isObject } from '#runtime/form/pointer.ts';
import type { TextKey, Translate } from '#lib/text/translate.ts';
import type { CaseTypeDocument } from '../document/model.ts';

const isSentence = (key: string): key is TextKey => /^V\d+\.[a-z-]+$/.test(key);

type Say = (key: string) => string | undefined;

/** A problem as a sentence, with states, buttons and the answers that show it in the case type's own words. */
export function sayProblem(t: Translate, document: CaseTypeDocument, { code, fault, params }: Problem): string {
  const key = `${code}.${fault}`;
  const say = (text: string): string | undefined => {
    const [own, swedish] = [t.language, 'sv'].map((language) => at(document, `/texts/${language}/${text}`));
    const found = own ?? swedish;
    return typeof found === 'string' && found !== '' ? found : undefined;
  };
  const said = Object.entries(params).map(([name, value]) => [name, sayParam(name, value)]);
  return isSentence(key) ? t(key, Object.fromEntries(said)) : key;

  function sayParam(name: string, value: Problem['params'][string]): string {
    if (name === 'answers' && typeof value === 'string') return sayAnswers(document, value, t.language);
    const words = WORDS[name];
    return [value]
      .flat()
      .map((one) => (typeof one === 'string' ? (words?.(one, say, document) ?? one) : String(one)))
      .join(', ');
  }
}

/** What stands in a problem as a key is said as what people call it. */
const WORDS: Readonly<Record<string, (key: string, say: Say, document: CaseTypeDocument) => string | undefined>> = {
  state: (key, say) => say(`state.${key}.title`) ?? say(`state.${key}.status`),
  states: (key, say) => say(`state.${key}.title`) ?? say(`state.${key}.status`),
  event: (key, say) => say(`event.${key}.label`),
  document: (key, say) => say(`document.${key}.title`),
  field: (pointer, say, document) => {
    const [, form = '', ...keys] = pointer.split('/');
    const id = controlAt(at(document, `/forms/${form}/ui`), `#/properties/${keys.join('/properties/')}`);
    const label = id === undefined ? undefined : say(`form.${form}.${id}.label`);
    return label === undefined ? undefined : `”${label}”`;
  }
};

const YES = { sv: ['Nej', 'Ja'], en: ['No', 'Yes'] } as const;

/**
 * Answers as JSON in words: `Vad gäller ansökan?: Ett evenemang, Summa: 50001`. What has no label goes by its pointer, and the parts
 * of a place by the question for it. Pure.
 */
export function sayAnswers(document: CaseTypeDocument, answers: string, language: string): string {
  const idAt = (pointer: string): string | undefined => {
    const [, form = '', ...keys] = pointer.split('/');
    return controlAt(at(document, `/forms/${form}/ui`), `#/properties/${keys.join('/properties/')}`);
  };
  const said = (value: Json, text: (what: string) => string): string => {
    if (isObject(value))
      return Object.values(value)
        .map((part) => said(part, text))
        .join(', ');
    if (typeof value === 'boolean') return YES[language === 'en' ? 'en' : 'sv'][Number(value)] ?? '';
    return (typeof value === 'string' && text(`option.${value}`)) || JSON.stringify(value);
  };
  return leavesOf(JSON.parse(answers), '', (pointer) => idAt(pointer) !== undefined)
    .map(({ pointer, value }) => {
      const [, form = ''] = pointer.split('/');
      const text = (what: string) => {
        const [own, swedish] = [language, 'sv'].map((of) =>
          at(document, `/texts/${of}/form.${form}.${idAt(pointer)}.${what}`)
        );
        return String(own ?? swedish ?? '');
      };
      return `${text('label') || pointer}: ${said(value, text)}`;
    })
    .join(', ');
}

function leavesOf(
  value: Json,
  pointer: string,
  isAsked: (pointer: string) => boolean
): { pointer: string; value: Json }[] {
  if (!isObject(value) || isAsked(pointer)) return [{ pointer, value }];
  return Object.entries(value).flatMap(([key, held]) => leavesOf(held, `${pointer}/${key}`, isAsked));
}

/** The id of the control that a scope names. */
function controlAt(element: Json | undefined, scope: string): string | undefined {
  if (!isObject(element)) return undefined;
  if (element['scope'] === scope) return String(element['id']);
  const inside = element['elements'];
  for (const child of Array.isArray(inside) ? inside : []) {
    const found = controlAt(child, scope);
    if (found !== undefined) return found;
  }
  return undefined;
}

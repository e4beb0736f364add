import { isIdentifying } from '../../form/identifying.ts';
import { kindOf } from '../../form/kinds/registry.ts';
import type { Answers, Shown } from '../../form/model.ts';
import { project } from '../../form/project.ts';
import { stockholmDay } from '../../time/day.ts';
import { textIn } from '../texts.ts';
import type { Dossier } from './dossier.ts';

/** An answer as a template inserts it. */
export interface TemplateAnswer {
  readonly label: string;
  /** Line by line; empty when there was no answer, and where it would tell who somebody with protected identity is. */
  readonly text: string;
  /** Of a list, the answers of each row. */
  readonly rows: readonly TemplateAnswers[];
}

/** Answers by the ids of their questions. */
export interface TemplateAnswers {
  readonly [question: string]: TemplateAnswer;
}

/** What was shown and answered in every form of a case so far, by form and question, as people read it. Pure. */
export function templateAnswers(dossier: Dossier): Readonly<Record<string, TemplateAnswers>> {
  const { caseType, data, step, application } = dossier;
  const env = { data, today: stockholmDay(step.at), conditions: caseType.settings.conditions ?? {} };
  const given = (form: string): unknown => {
    if (step.submission?.form === form) return step.submission.answers;
    return form === 'application' ? (application?.answers ?? data['application']) : data[form];
  };
  return Object.fromEntries(
    Object.entries(caseType.forms).flatMap(([key, form]) => {
      const answers = given(key);
      if (!isAnswers(answers)) return [];
      const { pages } = project(form, key, answers, env);
      return [[key, answersOf(pages, { dossier, form: key })]];
    })
  );
}

const isAnswers = (value: unknown): value is Answers =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface Source {
  readonly dossier: Dossier;
  readonly form: string;
}

const answersOf = (shown: readonly Shown[], source: Source): TemplateAnswers =>
  Object.fromEntries(shown.flatMap((one) => entriesOf(one, source)));

function entriesOf(shown: Shown, source: Source): [string, TemplateAnswer][] {
  if (shown.type === 'text') return [];
  if (shown.type === 'block') return shown.children.flatMap((child) => entriesOf(child, source));
  const { element, value, rows = [] } = shown;
  const { caseType, language, parties } = source.dossier;
  const text = (rest: string) => textIn(caseType, language, `form.${source.form}.${element.id}.${rest}`);
  const look = { language, option: (chosen: string) => text(`option.${chosen}`) ?? chosen, options: element.options };
  const isHidden = isIdentifying(element) && parties.some((party) => party.protected);
  const isText = value !== undefined && !isHidden && !shown.rows;
  return [
    [
      element.id,
      {
        label: text('label') ?? element.id,
        text: isText ? kindOf(element.options.kind).format(value, look).join('\n') : '',
        rows: rows.map((row) => answersOf(row, source))
      }
    ]
  ];
}

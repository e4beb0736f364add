import type { Page } from 'playwright-core';
import { drawing } from '../../runtime/demo/fill/drawing.ts';
import type { CaseType } from '../../runtime/definition/case-type.ts';
import type { Form } from '../../runtime/definition/types.ts';
import type { Json, JsonObject } from '../../runtime/definition/json.ts';
import { compileForm, templateOf, type CompiledForm } from '../../runtime/form/compile-form.ts';
import type { CaseData } from '../../runtime/form/model.ts';
import { at, isObject } from '../../runtime/form/pointer.ts';
import { project } from '../../runtime/form/project.ts';
import { stockholmDay } from '../../runtime/time/day.ts';

export interface Filling {
  readonly caseType: CaseType;
  /** `application`, or the key of another form of the case type. */
  readonly key: string;
  readonly answers: JsonObject;
  /** What is known of the case, which conditions read. */
  readonly data: CaseData;
}

interface Filled {
  readonly form: CompiledForm;
  readonly answers: JsonObject;
}

/** One input as the page has it. */
interface Control {
  readonly name: string;
  readonly type: string;
  /** The value that a box or radio button stands for, or what is written. */
  readonly value: string;
  readonly checked: boolean;
  readonly accept: string;
  /** What a list offers. */
  readonly offers: readonly string[];
}

const MOST_CHANGES = 400;

/**
 * Answers what a page of a form asks, as the answers have it, one input after the other, since each may bring another.
 * @returns the names of what the page asked
 */
export async function fillIn(page: Page, { caseType, key, answers }: Filling): Promise<ReadonlySet<string>> {
  const filled = { form: compileForm(formOf(caseType, key)), answers };
  const met = new Set<string>();
  for (let changes = 0; changes < MOST_CHANGES; changes += 1) {
    const controls = await controlsOf(page);
    for (const { name } of controls) met.add(name.replace(/@\d+$/, ''));
    if (!(await changeOne(page, controls, filled))) return met;
    // An answer that changes is sent in the turn after the one that changed it.
    await page.evaluate(() => new Promise((turn) => setTimeout(turn)));
    await page.waitForFunction(() => document.querySelector('form[aria-busy]') === null);
  }
  throw new Error(`the page at ${page.url()} never has all its answers`);
}

/** Throws when an answer that the form shows was asked for nowhere; of what has rows or parts, one of them must have been. */
export function mustAsk({ caseType, key, answers, data }: Filling, met: ReadonlySet<string>): void {
  const { conditions = {} } = caseType.settings;
  const env = { data, conditions, today: stockholmDay(new Date()) };
  const missing = project(formOf(caseType, key), key, answers, env)
    .controls.map(({ pointer }) => pointer)
    .filter((pointer) => at(answers, pointer) !== undefined)
    .filter((pointer) => ![...met].some((name) => `${name}/`.startsWith(`${pointer}/`)));
  if (missing.length > 0) throw new Error(`no page asks for ${missing.join(', ')}`);
}

function formOf({ forms }: CaseType, key: string): Form {
  const found = forms[key];
  if (!found) throw new Error(`no form ${key}`);
  return found;
}

const controlsOf = (page: Page): Promise<Control[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('main form :is(input, select, textarea, button)')]
      .filter((one) => /^\//.test(one.name) || one.name === 'add-row')
      .map((one) => ({
        ...{ name: one.name, type: one.type, value: one.value, checked: one.checked, accept: one.accept ?? '' },
        offers: one instanceof HTMLSelectElement ? [...one.options].map(({ value }) => value) : []
      }))
  );

async function changeOne(page: Page, controls: readonly Control[], filled: Filled): Promise<boolean> {
  for (const control of controls)
    if (
      control.name === 'add-row' ? await addRow(page, control, controls, filled) : await answer(page, control, filled)
    )
      return true;
  return false;
}

/** `add-row` stands for its list. */
async function addRow(page: Page, { value: list }: Control, controls: readonly Control[], { answers }: Filled) {
  const wanted = at(answers, list);
  const rows = new Set(
    controls.flatMap(({ name }) =>
      name.startsWith(`${list}/`) ? (name.slice(list.length + 1).split('/')[0] ?? '') : []
    )
  );
  if (!Array.isArray(wanted) || rows.size >= wanted.length) return false;
  await page.locator(`button[name="add-row"][value="${list}"]`).click();
  await page.locator(`[name^="${list}/${rows.size}/"]`).first().waitFor({ state: 'attached' });
  return true;
}

async function answer(page: Page, control: Control, { form, answers }: Filled): Promise<boolean> {
  const { name, type, value, checked } = control;
  const wanted = at(answers, name);
  if (type === 'file') return upload(page, control, wanted);
  if (type === 'image') return mark(page, control, answers);
  if (wanted === undefined || type === 'hidden') return false;
  const input = page.locator(`[name="${name}"]:not([type=hidden])`);
  if (type === 'radio' || type === 'checkbox') {
    const chosen = Array.isArray(wanted) ? wanted.map(String) : [String(wanted)];
    if (checked === chosen.includes(value) || (type === 'radio' && checked)) return false;
    await page.locator(`[name="${name}"][value="${value}"]`).setChecked(chosen.includes(value));
    return true;
  }
  const text = written(form, name, wanted);
  if (type === 'select-one') {
    // A time in a scenario is free on the day of the scenario alone.
    const offered = control.offers.includes(text) ? text : isTime(form, name) ? (control.offers[1] ?? '') : text;
    if (value === offered || (isTime(form, name) && value !== '')) return false;
    await input.selectOption(offered);
    return true;
  }
  if (value.replaceAll('\r\n', '\n') === text) return false;
  await input.fill(text);
  return true;
}

/** How the answer is written in its input. */
function written({ byTemplate }: CompiledForm, name: string, value: Json): string {
  const own = byTemplate.get(templateOf(name));
  if (own) return own.kind.write(value, 'sv');
  const keys = name.split('/');
  const owners = [keys.slice(0, -1), keys.slice(0, -2)].map((outer) => byTemplate.get(templateOf(outer.join('/'))));
  const part = owners.flatMap((owner) => owner?.parts ?? []).find(({ key }) => key === keys.at(-1));
  return part ? part.kind.write(value, 'sv') : String(value);
}

const isTime = ({ byTemplate }: CompiledForm, name: string) =>
  byTemplate.get(templateOf(name))?.element.options.kind === 'booking';

async function upload(page: Page, { name, accept }: Control, wanted: Json | undefined): Promise<boolean> {
  const files = Array.isArray(wanted) ? wanted.filter(isObject) : [];
  const item = page.locator(`button[name="remove-row"][value^="${name}/"]`);
  const next = files[await item.count()];
  if (!next) return false;
  const isPicture = !accept.includes('pdf');
  await page.locator(`input[type=file][name="${name}"]`).setInputFiles({
    name: String(next['name']).replace(/\.\w+$/, isPicture ? '.jpg' : '.pdf'),
    mimeType: isPicture ? 'image/jpeg' : 'application/pdf',
    buffer: isPicture ? await page.screenshot({ type: 'jpeg' }) : Buffer.from(drawing())
  });
  await item.nth(files.indexOf(next)).waitFor();
  return true;
}

/** Marks a point on a map, or the corners of an area, where one may press. */
async function mark(page: Page, { name }: Control, answers: JsonObject): Promise<boolean> {
  const pointer = name.replace(/@\d+$/, '');
  const wanted = at(answers, pointer);
  if (!isObject(wanted)) return false;
  const marked = await page.locator(`input[type=hidden][name^="${pointer}"]`).first().inputValue();
  const corners = Array.isArray(wanted['points']) ? wanted['points'].length : 1;
  if ((marked === '' ? 0 : marked.split(',').length) >= corners) return false;
  const done = marked === '' ? 0 : marked.split(',').length;
  await page
    .locator(`input[type=image][name="${name}"]`)
    .click({ position: { x: 120 + 60 * (done % 2), y: 100 + 30 * done } });
  return true;
}

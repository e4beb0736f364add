import { keysOf } from '#runtime/form/pointer.ts';
import type { TextKey, Translate } from '#lib/text/translate.ts';
import { follow } from '../document/path.ts';
import type { CaseTypeDocument } from '../document/model.ts';

type Say = (key: string) => string | undefined;

/** Where in a case type a pointer leads, in its own words: `Steget Granskas, knappen Komplett`; undefined where the tab says enough. Pure. */
export function sayWhere(t: Translate, document: CaseTypeDocument, pointer: string): string | undefined {
  const keys = keysOf(pointer) ?? [];
  const say: Say = (key) => {
    const text = follow(document, ['texts', t.language, key]) ?? follow(document, ['texts', 'sv', key]);
    return typeof text === 'string' && text !== '' ? text : undefined;
  };
  const [part = '', name = '', , index = ''] = keys;
  if (part === 'flow') return whereInFlow(t, keys, say);
  if (part === 'forms') return t('check.where.form', { form: name });
  if (part === 'decisions') {
    const row = /^\d+$/.test(index) ? Number(index) + 1 : undefined;
    return row ? t('check.where.row', { table: name, row }) : t('check.where.table', { table: name });
  }
  return part === 'scenarios' ? t('check.where.scenario', { scenario: name }) : undefined;
}

const TIMES: readonly string[] = ['after', 'deadline'];

function whereInFlow(t: Translate, keys: readonly string[], say: Say): string {
  const place = keys.lastIndexOf('states');
  const state = keys[place + 1];
  const what = keys.slice(place === -1 ? 1 : place + 2);
  const [kind = '', name = ''] = what;
  const inState = state === undefined ? t('check.where.flow') : t('check.where.state', { state: titleOf(state, say) });
  const part: Readonly<Record<string, TextKey>> = {
    always: 'check.where.always',
    onDone: 'check.where.onDone',
    invoke: 'check.where.automation',
    entry: 'check.where.entry',
    exit: 'check.where.exit'
  };
  if (kind === 'on' && name !== '')
    return t('check.where.event', { where: inState, event: say(`event.${name}.label`) ?? name });
  if (TIMES.includes(kind) && name !== '') return t('check.where.time', { where: inState, time: name });
  const known = part[kind];
  return known ? t('check.where.part', { where: inState, part: t(known) }) : inState;
}

/** A state in words. Pure. */
export const titleOf = (state: string, say: Say): string =>
  say(`state.${state}.title`) ?? say(`state.${state}.status`) ?? state;

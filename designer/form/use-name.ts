/** What a place in a case type is called by those who look for it: the state, the table, the condition, the scenario. Pure. */
export function useNameOf(pointer: string): string {
  const [, part = '', name = '', ...rest] = pointer
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (part === 'flow') {
    const states = [name, ...rest].filter((_, index, all) => all[index - 1] === 'states');
    return states.at(-1) ?? 'flow';
  }
  return part === 'settings' ? (name === 'conditions' ? (rest[0] ?? name) : name) : name;
}

const TABS: Readonly<Record<string, string>> = {
  flow: 'flode',
  decisions: 'regler',
  texts: 'texter',
  scenarios: 'prova',
  settings: 'oversikt',
  forms: 'formular'
};

/** The designer's page that edits a part of a case type, from the form builder's. */
export const tabOf = (pointer: string): string => `./${TABS[pointer.split('/')[1] ?? ''] ?? 'oversikt'}`;

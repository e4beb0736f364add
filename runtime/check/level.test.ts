import { describe, expect, it } from 'vitest';
import type { CaseType } from '../definition/case-type.ts';
import { soundExample } from '../testing/case-types.ts';
import { patched, type PatchStep } from '../testing/patch.ts';
import { parseDocument } from '../definition/parse.ts';
import { level, levelSteps } from './level.ts';

function example(...steps: PatchStep[]): CaseType {
  const { caseType, problems } = parseDocument(patched(soundExample(), steps));
  if (!caseType) throw new Error(JSON.stringify(problems));
  return caseType;
}

const authentication = (value: string): PatchStep => ({
  op: 'replace',
  path: '/settings/eService/authentication',
  value
});
const unsigned: PatchStep = { op: 'replace', path: '/settings/eService/signature', value: 'none' };

describe('how mature a service is', () => {
  it('is 0 where only staff may file', () => {
    expect(level(example(authentication('staff')))).toBe(0);
  });

  it('is 1 where somebody is logged in but nothing is signed', () => {
    expect(level(example(unsigned))).toBe(1);
  });

  it('is 1 where the citizen cannot see where the case stands', () => {
    expect(level(example({ op: 'remove', path: '/texts/sv/state.granska.status' }))).toBe(1);
  });

  it('is 1 where who files may not follow the case, and then no status is missed', () => {
    const secret = example({ op: 'replace', path: '/settings/parties/0/sees', value: ['messages'] });
    const silent = example(
      { op: 'replace', path: '/settings/parties/0/sees', value: ['messages'] },
      { op: 'remove', path: '/texts/sv/state.granska.status' }
    );
    expect([level(secret), level(silent)]).toEqual([1, 1]);
    expect(levelSteps(silent)[1]?.lacks).toEqual([{ lack: 'not-followed' }]);
  });

  it('needs no signature where nobody has to say who they are', () => {
    expect(level(example(authentication('optional'), unsigned))).toBe(3);
  });

  it('is 3 where the case is signed, followed and handled here to its end', () => {
    expect(level(example())).toBe(3);
  });

  it('is 3 where the secretary of fullmäktige or of a nämnd handles the case', () => {
    const bySecretary = (text: string) =>
      text.replaceAll('"role":"caseworker"', '"role":"secretary"').replaceAll('"role":"manager"', '"role":"secretary"');
    expect(level(JSON.parse(bySecretary(JSON.stringify(example()))))).toBe(3);
  });

  it('is 4 where another authority takes part', () => {
    const send = { type: 'send', params: { to: 'lansstyrelsen' } };
    expect(level(example({ op: 'add', path: '/flow/states/komplettering/entry/-', value: send }))).toBe(4);
  });
});

describe('what a service lacks for a level', () => {
  const lacks = (caseType: CaseType) => levelSteps(caseType).map((step) => step.lacks);

  it('is said level by level, also beyond the next', () => {
    expect(lacks(example(unsigned))).toEqual([[], [{ lack: 'unsigned' }], [], [{ lack: 'no-other-authority' }]]);
    expect(lacks(example(authentication('staff')))[0]).toEqual([{ lack: 'staff-only' }]);
  });

  it('names the steps whose status the citizen cannot read', () => {
    const [, second] = lacks(example({ op: 'remove', path: '/texts/sv/state.granska.status' }));
    expect(second).toEqual([{ lack: 'no-status', states: ['granska'] }]);
  });
});

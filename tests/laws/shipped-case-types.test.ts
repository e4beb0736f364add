import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStaffRole } from '../../runtime/access/roles.ts';
import { checkOnServer } from '../../runtime/case/check-case-type.server.ts';
import type { Flow } from '../../runtime/definition/types.ts';
import { elementsOf } from '../../runtime/definition/walk-form.ts';
import { parseDocument } from '../../runtime/definition/parse.ts';
import { CATEGORIES } from '../../designer/start/template.ts';
import { readCaseTypeFolder } from '../../runtime/definition/read-folder.server.ts';
import { compile } from '../../runtime/flow/compile.ts';
import { branchesOf, statesOf } from '../../runtime/flow/walk.ts';
import { KINDS } from '../../runtime/form/kinds/registry.ts';
import { allBranches } from '../../runtime/simulate/marked.ts';
import { stageOf } from '../../runtime/simulate/play.ts';
import { coverageOf } from '../../runtime/simulate/suggest.ts';
import { patched } from '../../runtime/testing/patch.ts';
import { pointersIn } from '../../runtime/testing/pointers.ts';
import { isWhole } from '../support/sample.ts';

const slugs = readdirSync('case-types').filter((name) => name !== 'schema');
const folders = await Promise.all(
  slugs.map(async (slug) => ({ slug, ...(await readCaseTypeFolder(`case-types/${slug}`)) }))
);

describe.each(folders)('the shipped case type $slug', ({ slug, caseType }) => {
  it('stands in the folder of its name', () => {
    expect(caseType?.settings.slug).toBe(slug);
  });

  it('is refused or still sound with any one key removed: never a crash', () => {
    const pointers = pointersIn(JSON.parse(JSON.stringify(caseType)));
    fc.assert(
      fc.property(fc.constantFrom(...pointers), (path) => {
        const document = patched(caseType, [{ op: 'remove', path }]);
        const found = checkOnServer(document);
        const { caseType: left } = parseDocument(document);
        if (!left) expect(found, path).not.toEqual([]);
        else if (found.every(({ severity }) => severity === 'warning')) expect(() => compile(left), path).not.toThrow();
      }),
      { numRuns: isWhole(slug) ? 20 : 6 }
    );
  }, 120_000);
});

describe('the shipped case types together', () => {
  const caseTypes = folders.flatMap(({ caseType }) => caseType ?? []);

  it('are two or more of each kind', () => {
    const ofKind = Map.groupBy(caseTypes, ({ settings }) => settings.category);
    expect([...ofKind.keys()].toSorted()).toEqual([...CATEGORIES].toSorted());
    expect(Math.min(...[...ofKind.values()].map((same) => same.length))).toBeGreaterThanOrEqual(2);
  });

  it('use every kind of field', () => {
    const elements = caseTypes.flatMap(elementsOf);
    const used = new Set<string>(
      elements.flatMap(({ element }) =>
        element.type === 'Control' || element.type === 'Label' ? element.options.kind : []
      )
    );
    expect(Object.keys(KINDS).filter((kind) => !used.has(kind))).toEqual([]);
  });

  it('each show by scenarios all that somebody outside may do, every deadline that moves the case on, and every end', () => {
    for (const caseType of caseTypes) {
      const { settings, scenarios, flow } = caseType;
      const mustBeShown = new Set(tellingIn(flow));
      const { untaken } = coverageOf(stageOf(caseType), Object.values(scenarios));
      expect(
        untaken.filter((pointer) => mustBeShown.has(pointer)),
        settings.slug
      ).toEqual([]);
    }
  });

  it('each tell by scenarios what becomes of an appeal, where one can come in', () => {
    for (const { settings, flow, scenarios } of caseTypes) {
      const appeals = statesOf(flow).flatMap(({ config, pointer }) =>
        branchesOf(config, pointer).flatMap(({ branch, name }) => (branch.meta?.appeal === 'lodged' ? [name] : []))
      );
      const sent = new Set(Object.values(scenarios).flatMap(({ steps }) => steps.map(({ event }) => event)));
      expect(appeals.length === 0 || appeals.some((event) => sent.has(event)), settings.slug).toBe(true);
    }
  });
});

/** Where a part acts, as by withdrawing; where time runs out, as for a supplement that never came; and where a case ends, as by a refusal. */
function tellingIn(flow: Flow): string[] {
  const ends = statesOf(flow).flatMap(({ key, config }) => (config.meta?.done ? [key] : []));
  return allBranches(flow).flatMap(({ branch, trigger, pointer }) => {
    const isOutsiders = trigger === 'on' && branch.meta?.roles?.some((role) => !isStaffRole(role));
    const movesOn = trigger === 'after' && branch.target !== undefined;
    return isOutsiders || movesOn || ends.includes(branch.target ?? '') ? [pointer] : [];
  });
}

import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** About how many seconds a file takes; one that is not here takes few. Only the order and the dealing out hang on it. */
const SECONDS: Readonly<Record<string, number>> = {
  'tests/e2e/allowed-is-served.e2e.ts': 104,
  'tests/e2e/login.e2e.ts': 100,
  'tests/e2e/bygglov.e2e.ts': 82,
  'tests/e2e/form.e2e.ts': 74,
  'tests/e2e/designer-pages.e2e.ts': 68,
  'tests/e2e/organisation.e2e.ts': 51,
  'tests/e2e/form-builder-keys.e2e.ts': 50,
  'tests/e2e/ekonomiskt-bistand.e2e.ts': 50,
  'tests/e2e/co-signers.e2e.ts': 50,
  'tests/e2e/after-the-beslut.e2e.ts': 45,
  'tests/e2e/parts.e2e.ts': 43,
  'tests/e2e/simulate.e2e.ts': 37,
  'tests/e2e/forening-for-real.e2e.ts': 37,
  'tests/e2e/form-builder.e2e.ts': 36,
  'tests/e2e/flow-designer.e2e.ts': 33,
  'tests/e2e/flow-canvas.e2e.ts': 32,
  'tests/attack/processes.e2e.ts': 30,
  'tests/attack/fuzz.e2e.ts': 28,
  'tests/e2e/webbinnehall.e2e.ts': 28,
  'tests/e2e/acts-for.e2e.ts': 26,
  'tests/e2e/designer-frame.e2e.ts': 25,
  'tests/e2e/settings.e2e.ts': 22,
  'tests/e2e/orosanmalan.e2e.ts': 22,
  'tests/e2e/felanmalan.e2e.ts': 20,
  'tests/e2e/staff.e2e.ts': 20,
  'tests/e2e/mail-and-receipt.e2e.ts': 18,
  'tests/e2e/designer-together.e2e.ts': 17,
  'tests/attack/routes.e2e.ts': 16,
  'tests/e2e/payment.e2e.ts': 14,
  'tests/e2e/lss-insats.e2e.ts': 12,
  'tests/e2e/flow-patterns.e2e.ts': 6,
  'tests/e2e/catalogue.e2e.ts': 6,
  'tests/e2e/case-goes-on.e2e.ts': 6,
  'tests/e2e/texts-and-tables.e2e.ts': 6,
  'tests/e2e/designer-check.e2e.ts': 5,
  'tests/e2e/whole-file.e2e.ts': 5,
  'tests/e2e/demo-and-jobs.e2e.ts': 4,
  'tests/e2e/api.e2e.ts': 4,
  'tests/e2e/scim.e2e.ts': 3,
  'tests/e2e/axe.e2e.ts': 2,
  'tests/e2e/too-often.e2e.ts': 4,
  'tests/e2e/form-vectors.e2e.ts': 1,
  'tests/e2e/still.e2e.ts': 1,
  'tests/laws/shipped-case-types.test.ts': 50,
  'runtime/check/mutants.test.ts': 40,
  'tests/laws/dependencies.test.ts': 37,
  'runtime/simulate/suggest.test.ts': 35,
  'runtime/flow/bpmn/bpmn.test.ts': 19,
  'runtime/demo/fill.server.db.test.ts': 15,
  'designer/commands/commands.test.ts': 14
};
const FEW = 10;

const secondsOf = ({ moduleId, project }: TestSpecification): number =>
  SECONDS[relative(project.config.root, moduleId)] ?? FEW;

const longestFirst = (files: readonly TestSpecification[]): TestSpecification[] =>
  files.toSorted((a, b) => secondsOf(b) - secondsOf(a) || (a.moduleId < b.moduleId ? -1 : 1));

interface Shard {
  readonly files: TestSpecification[];
  seconds: number;
}

/** Deals the files out so that shards end at about the same time, and lets what takes long begin first, so that no core waits for it at the end. */
export class LongestFirst extends BaseSequencer {
  override shard(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { index, count } = this.ctx.config.shard ?? { index: 1, count: 1 };
    const shards = Array.from({ length: count }, (): Shard => ({ files: [], seconds: 0 }));
    for (const file of longestFirst(files)) {
      const lightest = shards.reduce((least, shard) => (shard.seconds < least.seconds ? shard : least));
      lightest.files.push(file);
      lightest.seconds += secondsOf(file);
    }
    return Promise.resolve(shards[index - 1]?.files ?? []);
  }

  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const byProject = Map.groupBy(await super.sort(files), ({ project }) => project.name);
    return [...byProject.values()].flatMap(longestFirst);
  }
}

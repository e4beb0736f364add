import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** About how many seconds a file takes; one that is not here takes few. Only the order and the dealing out hang on it. */
const SECONDS: Readonly<Record<string, number>> = {
  'tests/e2e/allowed-is-served.e2e.ts': 130,
  'tests/e2e/login.e2e.ts': 110,
  'tests/e2e/form.e2e.ts': 100,
  'tests/e2e/bygglov.e2e.ts': 90,
  'tests/e2e/designer-pages.e2e.ts': 80,
  'tests/e2e/after-the-beslut.e2e.ts': 65,
  'tests/e2e/co-signers.e2e.ts': 60,
  'tests/e2e/parts.e2e.ts': 45,
  'tests/e2e/form-builder-keys.e2e.ts': 42,
  'tests/e2e/simulate.e2e.ts': 40,
  'tests/e2e/form-builder.e2e.ts': 40,
  'tests/e2e/operations.e2e.ts': 37,
  'tests/e2e/forening-for-real.e2e.ts': 35,
  'tests/e2e/staff.e2e.ts': 33,
  'tests/e2e/settings.e2e.ts': 28,
  'tests/e2e/felanmalan.e2e.ts': 27,
  'tests/e2e/flow-canvas.e2e.ts': 25,
  'tests/e2e/flow-designer.e2e.ts': 25,
  'tests/e2e/mail-and-receipt.e2e.ts': 23,
  'tests/e2e/designer-frame.e2e.ts': 21,
  'tests/e2e/designer-together.e2e.ts': 20,
  'tests/laws/shipped-case-types.test.ts': 40,
  'runtime/check/mutants.test.ts': 40,
  'runtime/check/every-key.test.ts': 20,
  'runtime/flow/bpmn/bpmn.test.ts': 20,
  'runtime/definition/explain.test.ts': 15,
  'runtime/check/check-draft.test.ts': 14,
  'runtime/simulate/suggest.test.ts': 12,
  'scripts/delegations.db.test.ts': 24,
  'runtime/demo/fill.server.db.test.ts': 17
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

import type { CaseType } from '#runtime/definition/case-type.ts';
import { isValid } from '#runtime/definition/explain.ts';
import { PlatformError } from '#runtime/errors/platform-error.ts';
import { simulate } from '#runtime/simulate/simulate.ts';
import { staffForPromise } from '#runtime/simulate/staff-for-promise.ts';
import { stageOf } from '#runtime/simulate/play.ts';
import { coverageOf, suggestScenarios } from '#runtime/simulate/suggest.ts';
import type { Answered, Asked } from './job.ts';

/** Does one piece of work off the main thread, and tells how far it has come. */
addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  postMessage(answerTo(data));
});

function answerTo(asked: Asked): Answered {
  if (!isValid(asked.document)) return { kind: 'broken', code: 'case_type.malformed' };
  try {
    return work(asked, asked.document);
  } catch (error) {
    if (error instanceof PlatformError) return { kind: 'broken', code: error.code };
    throw error;
  }
}

function work(asked: Asked, caseType: CaseType): Answered {
  switch (asked.kind) {
    case 'simulate': {
      const told = (opened: number) => postMessage({ kind: 'progress', opened } satisfies Answered);
      return { kind: 'report', report: simulate(caseType, asked.assumed, told) };
    }
    case 'staff':
      return { kind: 'staff', count: staffForPromise(caseType, asked.assumed, asked.role) };
    case 'suggest': {
      const stage = stageOf(caseType);
      const { untaken } = coverageOf(stage, Object.values(caseType.scenarios));
      return { kind: 'suggestions', suggestions: suggestScenarios(stage, untaken, asked.now) };
    }
  }
}

import type { CaseType } from '../definition/case-type.ts';
import { chanceOf } from '../form/generate/chance.ts';
import { arrivalsOf } from './arrivals.ts';
import { liveCases } from './lives.ts';
import { answersOf, rulesFor } from './made-up.ts';
import { markedDefinition } from './marked.ts';
import type { Assumptions, SimulationReport } from './model.ts';
import { reportOf } from './report.ts';

/**
 * Lives many made-up cases of a case type, and says what became of them. Pure: the same assumptions give the same report.
 * @param progress is told after every hundredth case, so that a worker can say how far it has come.
 */
export function simulate(
  caseType: CaseType,
  assumed: Assumptions,
  progress: (opened: number) => void = () => {}
): SimulationReport {
  const { channels } = caseType.settings;
  const channel = channels.includes('e-service') ? 'e-service' : (channels[0] ?? 'e-service');
  const definition = markedDefinition(caseType);
  const outcomes = liveCases({
    ...{ definition, assumed, progress },
    rules: rulesFor(definition),
    arrivals: arrivalsOf(assumed, chanceOf(assumed.seed, 'arrivals')),
    answers: answersOf(caseType, assumed.seed),
    comesIn: () => ({ channel, isKnown: true }),
    parties: ['party']
  });
  return reportOf({ caseType, assumed, ...outcomes });
}

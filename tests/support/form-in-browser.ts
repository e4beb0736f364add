import { CONDITIONS, VALUES } from '#runtime/form/vectors/run.ts';
import { isKind, KINDS } from '#runtime/form/kinds/registry.ts';
import { KIND_SAMPLES } from '#runtime/testing/kind-samples.ts';

/** Runs in the page: what the evaluator and the kinds of field answer there otherwise than they should. */
const answers = [...CONDITIONS, ...VALUES]
  .filter(({ actual, expect }) => JSON.stringify(actual()) !== JSON.stringify(expect))
  .map(({ name }) => name);

const prints = Object.entries(KIND_SAMPLES).flatMap(([kind, sample]) => {
  const { options } = sample;
  const look = { language: 'sv', option: (value: string) => `«${value}»`, ...(options && { options }) };
  const printed = isKind(kind) ? KINDS[kind].format(sample.value, look).map((line) => line.replace(/\s/g, ' ')) : [];
  return JSON.stringify(printed) === JSON.stringify(sample.sv) ? [] : [`${kind}: ${printed.join('|')}`];
});

document.title = JSON.stringify({ ran: CONDITIONS.length + VALUES.length, wrong: [...answers, ...prints] });

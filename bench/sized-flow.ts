import type { CaseType } from '../runtime/definition/case-type.ts';
import type { Branch, EventMeta, Flow, FlowState } from '../runtime/definition/types.ts';
import { workedExample } from '../runtime/testing/case-types.ts';

/** The worked example with another flow, every state and button of it named. */
export function withFlow(flow: Flow): CaseType {
  const example = workedExample();
  const texts: Record<string, string> = { ...example.texts.sv };
  const name = (group: Flow | FlowState): void => {
    for (const event of Object.keys(group.on ?? {})) texts[`event.${event}.label`] = event;
    for (const [key, state] of Object.entries(group.states ?? {})) {
      texts[`state.${key}.title`] = key;
      if (!group.states || state.type !== 'parallel') texts[`state.${key}.status`] = key;
      name(state);
    }
  };
  name(flow);
  return { ...example, flow, texts: { ...example.texts, sv: texts }, scenarios: {} };
}

const staff: EventMeta = { roles: ['caseworker'] };

/** So many states in a row: each leads on, every third back, every fifth by what was answered, every fourth when time is out. */
export function flowOfStates(count: number): Flow {
  const key = (number: number): string => (number >= count - 1 ? 'slut' : `s${number}`);
  const state = (number: number): FlowState => {
    const on: Branch = { target: key(number + 1), meta: staff };
    const guarded: Branch = {
      guard: { type: 'when', params: { op: 'gt', field: '/application/total', value: number * 1000 } },
      target: key(number + 2),
      meta: staff
    };
    return {
      meta: { phase: 'utreda', waitsFor: 'caseworker', role: 'caseworker', deadline: 'P14D' },
      on: {
        [`fram${number}`]: number % 5 === 0 ? [guarded, { target: key(number + 1) }] : on,
        ...(number % 3 === 0 && number > 0 && { [`ater${number}`]: { target: key(number - 1), meta: staff } })
      },
      ...(number % 4 === 0 && { after: { P30D: { target: key(number + 1) } } })
    };
  };
  const states = Object.fromEntries(Array.from({ length: count - 1 }, (_, number) => [`s${number}`, state(number)]));
  return {
    id: 'flow',
    initial: 's0',
    states: { ...states, slut: { type: 'final', meta: { outcome: 'besvarat', done: true } } }
  };
}

/** So many parts side by side, each of so many states in a row. */
export function parallelFlow(parts: number, states: number): Flow {
  const part = (number: number): FlowState => ({
    initial: `p${number}s0`,
    states: Object.fromEntries(
      Array.from({ length: states }, (_, place): [string, FlowState] => [
        `p${number}s${place}`,
        place === states - 1
          ? { type: 'final' }
          : {
              meta: { waitsFor: 'caseworker', role: 'caseworker', deadline: 'P14D' },
              on: { [`p${number}fram${place}`]: { target: `p${number}s${place + 1}`, meta: staff } }
            }
      ])
    )
  });
  const sides = Object.fromEntries(Array.from({ length: parts }, (_, number) => [`p${number}`, part(number)]));
  return {
    id: 'flow',
    initial: 'allt',
    states: {
      allt: { type: 'parallel', onDone: { target: 'slut' }, states: sides },
      slut: { type: 'final', meta: { outcome: 'besvarat', done: true } }
    }
  };
}

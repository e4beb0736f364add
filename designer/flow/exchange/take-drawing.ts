import type { JsonObject } from '#runtime/definition/json.ts';
import type { Flow } from '#runtime/definition/types.ts';
import type { Draft } from '#runtime/flow/bpmn/read.ts';
import { statesOf } from '#runtime/flow/walk.ts';
import { objectOf } from '../../document/elements.ts';
import type { Command } from '../../document/model.ts';
import { editTo } from '../../document/transform.ts';
import { flowOf } from '../flow-of.ts';

/**
 * Puts what was read out of a drawing in the place of the flow, with the names that it brings; texts of steps and outcomes that are no
 * more go. Everything else of the case type stays, and the check says what no longer fits. Refuses `edit.not_here` for what is no flow.
 */
export const takeDrawing =
  ({ flow, layout, texts }: Pick<Draft, 'flow' | 'layout' | 'texts'>): Command =>
  (document) => {
    const drawn = flowOf({ flow });
    if (!drawn) return { refused: 'edit.not_here' };
    const before = flowOf(document);
    const names = { before: before && namesIn(before), after: namesIn(drawn) };
    const held = Object.entries(objectOf(document.texts)).map(([language, said]): [string, JsonObject] => {
      const own = Object.entries(objectOf(said)).filter(([key]) => !isGone(key, names));
      return [language, { ...Object.fromEntries(own), ...(language === 'sv' && texts) }];
    });
    const placed = { ...objectOf(document.layout), nodes: layout.nodes ?? {}, edges: layout.edges ?? {} };
    const plain: JsonObject = JSON.parse(JSON.stringify({ layout: placed }));
    return editTo(document, 'take-drawing', { ...document, flow, texts: Object.fromEntries(held), ...plain });
  };

interface Names {
  readonly state: ReadonlySet<string>;
  readonly event: ReadonlySet<string>;
}

function namesIn(flow: Flow): Names {
  const states = statesOf(flow);
  const holders = [flow, ...states.map(({ config }) => config)];
  return {
    state: new Set(states.map(({ key }) => key)),
    event: new Set(holders.flatMap(({ on = {} }) => Object.keys(on)))
  };
}

function isGone(
  key: string,
  { before, after }: { readonly before: Names | undefined; readonly after: Names }
): boolean {
  const [area = '', name = ''] = key.split('.');
  return (area === 'state' || area === 'event') && before?.[area].has(name) === true && !after[area].has(name);
}

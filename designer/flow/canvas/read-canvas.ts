import type { Json, JsonObject } from '#runtime/definition/json.ts';
import type { Flow, Layout } from '#runtime/definition/types.ts';
import { drawingOf, type Drawing } from '#runtime/flow/bpmn/figures.ts';
import { elementsOf, textOf, type ModdleElement } from '#runtime/flow/bpmn/moddle.ts';
import { readDefinitions, type Draft } from '#runtime/flow/bpmn/read.ts';
import { withText } from '../../commands/set-text.ts';
import { tidied } from '../commands/tidy.ts';
import { objectOf } from '../../document/elements.ts';
import { withDefaults } from './new-steps.ts';
import type { CaseTypeDocument } from '../../document/model.ts';

/** A document as its drawing says it now, and what was drawn of what we draw under another id. */
export interface Read {
  readonly document: CaseTypeDocument;
  readonly ids: ReadonlyMap<string, string>;
}

/**
 * Reads a drawing of a document back into it: its flow, where things stand, and what they are called. What was deleted takes
 * its texts with it, what was copied brings copies. Pure.
 */
export function readCanvas(document: CaseTypeDocument, definitions: ModdleElement): Read {
  const draft = readDefinitions(definitions);
  if (!('flow' in draft)) return { document, ids: new Map() };
  const drawing = drawingOf(flowIn(draft));
  const texts = {
    ...copiedTexts(document, draft),
    ...namesOf(drawing, draft, definitions),
    ...newTexts(document, draft)
  };
  const read = { ...document, flow: draft.flow, layout: withPlaces(document.layout, draft) };
  const named = Object.entries(texts).reduce(
    (here, [key, text]) => withText(here, { language: 'sv', key, text }),
    tidied(document, read)
  );
  return { document: withDefaults(document, named), ids: draft.ids };
}

const flowIn = ({ flow }: Draft): Flow => JSON.parse(JSON.stringify(flow));

/** Places in the order that they had, so that a move is the change of one. */
function withPlaces(layout: Json | undefined, { layout: drawn }: Draft): JsonObject {
  const known = objectOf(layout);
  return { ...known, nodes: ordered(known.nodes, plain(drawn.nodes)), edges: ordered(known.edges, plain(drawn.edges)) };
}

const plain = (places: Layout['nodes'] | Layout['edges']): JsonObject => JSON.parse(JSON.stringify(places ?? {}));

function ordered(before: Json | undefined, now: JsonObject): JsonObject {
  const kept = Object.keys(objectOf(before)).filter((key) => Object.hasOwn(now, key));
  return Object.fromEntries([...new Set([...kept, ...Object.keys(now)])].map((key) => [key, now[key] ?? null]));
}

/** What was typed on the drawing, by text key. */
function namesOf({ figures, lines }: Drawing, { ids }: Draft, definitions: ModdleElement): Record<string, string> {
  const names = new Map(inside(definitions).map((element) => [element.id ?? '', textOf(element, 'name').trim()]));
  return Object.fromEntries(
    [...lines, ...figures].flatMap(({ id, text }): [string, string][] => {
      const name = text === '' || id.endsWith('.target') ? '' : (names.get(ids.get(id) ?? id) ?? '');
      return name === '' ? [] : [[text, name]];
    })
  );
}

const inside = (element: ModdleElement): ModdleElement[] =>
  [...elementsOf(element, 'rootElements'), ...elementsOf(element, 'flowElements')].flatMap((one) => [
    one,
    ...inside(one)
  ]);

/** Names that reading gave to what had none, unless it has one. */
function newTexts(document: CaseTypeDocument, { texts }: Draft): Record<string, string> {
  const known = objectOf(objectOf(document.texts).sv);
  return Object.fromEntries(Object.entries(texts).filter(([key]) => !Object.hasOwn(known, key)));
}

function copiedTexts(document: CaseTypeDocument, { copies }: Draft): Record<string, string> {
  const known = Object.entries(objectOf(objectOf(document.texts).sv));
  return Object.fromEntries(
    [...copies].flatMap(([copy, origin]) =>
      known.flatMap(([key, text]): [string, string][] =>
        key.startsWith(`state.${origin}.`) && typeof text === 'string'
          ? [[`state.${copy}.${key.slice(`state.${origin}.`.length)}`, text]]
          : []
      )
    )
  );
}

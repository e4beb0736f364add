import type { Json, JsonObject } from '#runtime/definition/json.ts';
import type { Layout } from '#runtime/definition/types.ts';
import { wordsOf } from '#runtime/flow/bpmn/wording.ts';
import type { Drawable } from '#runtime/flow/bpmn/write.ts';
import { isObject } from '#runtime/form/pointer.ts';
import { objectOf } from '../../document/elements.ts';
import { isDrawable } from '../../form/drawable.ts';
import type { CaseTypeDocument } from '../../document/model.ts';
import { flowOf } from '../flow-of.ts';

/** What is drawn of a draft, with the texts that Swedes read; undefined when its flow is too broken to draw. Pure. */
export function drawableOf(document: CaseTypeDocument): Drawable | undefined {
  const flow = flowOf(document);
  if (!flow) return undefined;
  const given: unknown = document;
  const { layout, texts, settings } = document;
  const periods = periodsOf(objectOf(objectOf(settings).delays));
  return {
    flow,
    layout: isLayout(layout) ? layout : {},
    texts: strings(objectOf(texts).sv),
    words: wordsOf(isDrawable(given) ? given : null, flow, { language: 'sv', periods }),
    periods
  };
}

const strings = (value: Json | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.entries(objectOf(value)).flatMap(([key, text]) => (typeof text === 'string' ? [[key, text]] : []))
  );

const periodsOf = (delays: JsonObject): Record<string, string> =>
  Object.fromEntries(
    Object.entries(delays).flatMap(([name, delay]) => {
      const { period } = objectOf(delay);
      return typeof period === 'string' ? [[name, period]] : [];
    })
  );

function isLayout(value: Json | undefined): value is JsonObject & Layout {
  if (!isObject(value)) return false;
  const boxes = Object.values(objectOf(value.nodes));
  const ways = Object.values(objectOf(value.edges));
  const isNumber = (each: Json | undefined): boolean => typeof each === 'number';
  const isPoint = (each: Json): boolean => Array.isArray(each) && each.length === 2 && each.every(isNumber);
  return (
    boxes.every((box) => isObject(box) && isNumber(box.x) && isNumber(box.y)) &&
    ways.every((way) => Array.isArray(way) && way.every(isPoint))
  );
}

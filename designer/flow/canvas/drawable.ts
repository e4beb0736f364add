import type { Json, JsonObject } from '#runtime/definition/json.ts';
import type { Flow, Layout } from '#runtime/definition/types.ts';
import type { Drawable } from '#runtime/flow/bpmn/write.ts';
import { isObject } from '#runtime/form/pointer.ts';
import { objectOf } from '../../document/elements.ts';
import type { CaseTypeDocument } from '../../document/model.ts';

/** What is drawn of a draft, with the texts that Swedes read; undefined when its flow is too broken to draw. Pure. */
export function drawableOf({ flow, layout, texts, settings }: CaseTypeDocument): Drawable | undefined {
  if (!isFlow(flow)) return undefined;
  return {
    flow,
    layout: isLayout(layout) ? layout : {},
    texts: strings(objectOf(texts).sv),
    periods: periodsOf(objectOf(objectOf(settings).delays))
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

/** Whether a flow has the shape that drawing walks through; it may be wrong in any other way. */
function isFlow(value: Json | undefined): value is JsonObject & Flow {
  return isObject(value) && isObject(value.states) && isState(value);
}

function isState(value: Json): boolean {
  if (!isObject(value)) return false;
  const { states, on, after, always, onDone, invoke } = value;
  if (invoke !== undefined && !(isObject(invoke) && isList(invoke.onDone) && isList(invoke.onError))) return false;
  return (
    isList(always) &&
    isList(onDone) &&
    [on, after].every((lists) => lists === undefined || (isObject(lists) && Object.values(lists).every(isList))) &&
    (states === undefined || (isObject(states) && Object.values(states).every(isState)))
  );
}

const isList = (value: Json | undefined): boolean =>
  value === undefined || [value].flat().every((branch) => isObject(branch) && isTarget(branch.target));

const isTarget = (target: Json | undefined): boolean => target === undefined || typeof target === 'string';

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

import type { FlowPart } from '../parts.ts';

/** A line of the outline. */
export interface FlowLine {
  readonly part: FlowPart;
  /** 1 for the steps of the flow itself. */
  readonly level: number;
  readonly place: number;
  readonly siblings: number;
  /** Whether something stands in it. */
  readonly holds: boolean;
}

/** The parts that something stands in, outermost first. Pure. */
export function around(parts: readonly FlowPart[], part: FlowPart): FlowPart[] {
  const outer = parts.find(({ pointer }) => pointer === part.within);
  return outer ? [...around(parts, outer), outer] : [];
}

/** The lines of the outline, with what is open in it. Pure. */
export function linesOf(parts: readonly FlowPart[], isOpen: (part: FlowPart) => boolean): FlowLine[] {
  const inside = Map.groupBy(parts, ({ within }) => within);
  const visit = (within: string | null, level: number): FlowLine[] =>
    (inside.get(within) ?? []).flatMap((part, index, siblings) => [
      { part, level, place: index + 1, siblings: siblings.length, holds: inside.has(part.pointer) },
      ...(isOpen(part) ? visit(part.pointer, level + 1) : [])
    ]);
  return visit(null, 1);
}

/** The parts whose name has a text in it, with what they stand in. Pure. */
export function searched(parts: readonly FlowPart[], text: string, name: (part: FlowPart) => string): FlowPart[] {
  const wanted = text.trim().toLowerCase();
  const found = parts.filter((part) => name(part).toLowerCase().includes(wanted));
  const shown = new Set(found.flatMap((part) => [part, ...around(parts, part)]));
  return parts.filter((part) => shown.has(part));
}

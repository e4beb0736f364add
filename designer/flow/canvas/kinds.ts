import type { Drawing, FigureKind } from '#runtime/flow/bpmn/figures.ts';
import { extensionOf, textOf } from '#runtime/flow/bpmn/moddle.ts';
import { TYPES, type Leaf } from './pieces.ts';
import type { Piece } from './piece-names.ts';
import type { Shown } from './services.ts';

/** What the rules and menus of the canvas ask of what is drawn. The same object throughout; told of each new drawing. */
export class Kinds {
  #kinds: ReadonlyMap<string, FigureKind> = new Map();
  #named: ReadonlySet<string> = new Set();

  tell({ figures, lines }: Drawing): void {
    this.#kinds = new Map(figures.map(({ id, kind }) => [id, kind]));
    this.#named = new Set([...figures, ...lines].filter(({ text }) => text !== '').map(({ id }) => id));
  }

  /** Undefined for lines, labels and the whole. */
  of(shown: Shown): FigureKind | undefined {
    return this.#kinds.get(shown.id) ?? newKind(shown);
  }

  isState(shown: Shown): boolean {
    const kind = this.of(shown);
    return kind !== undefined && STATES.has(kind);
  }

  isBorder(shown: Shown): boolean {
    return shown.type === 'bpmn:BoundaryEvent';
  }

  /** A line that is drawn because of something else: from a start, or to where ways part. */
  isDerivedLine({ type, businessObject }: Shown): boolean {
    return type === 'bpmn:SequenceFlow' && extensionOf(businessObject, 'Derived') !== undefined;
  }

  /** Whether people read a name of it that can be typed here. */
  isNamed(shown: Shown): boolean {
    const { id } = shown.labelTarget ?? shown;
    return this.#named.has(id) || (!this.#kinds.has(id) && !shown.waypoints && !this.isBorder(shown));
  }
}

const STATES: ReadonlySet<FigureKind> = new Set([
  'step',
  'wait',
  'automatic',
  'table',
  'decision',
  'end',
  'phase',
  'regions'
]);

/** Of a shape that was made a moment ago. */
function newKind({ type, businessObject, labelTarget }: Shown): FigureKind | undefined {
  if (labelTarget) return undefined;
  if (type === 'bpmn:SubProcess') {
    if (businessObject.get('triggeredByEvent') === true) return 'at-any-time';
    const extension = extensionOf(businessObject, 'State');
    return extension && /"type":"parallel"/.test(textOf(extension, 'json')) ? 'regions' : 'phase';
  }
  if (type === 'bpmn:BoundaryEvent') return 'timer';
  if (type === 'bpmn:StartEvent') return 'start';
  if (type === 'bpmn:ExclusiveGateway' && extensionOf(businessObject, 'Derived')) return 'crossing';
  return LEAF_OF.get(type);
}

const LEAF_OF = new Map<string, Leaf | Piece>(
  (['step', 'wait', 'automatic', 'table', 'decision', 'end'] as const).map((leaf) => [TYPES[leaf], leaf])
);

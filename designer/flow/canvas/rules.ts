import type { Kinds } from './kinds.ts';
import type { EventBus, Shown } from './services.ts';

/** Above bpmn-js's own rules, which have 1,000. */
const FIRST = 2000;

interface Created {
  readonly shape: Shown;
  readonly target?: Shown | null | undefined;
}
interface Connected {
  readonly connection?: Shown;
  readonly source: Shown;
  readonly target: Shown;
  readonly hints?: { readonly targetParent?: Shown };
}
interface Several {
  readonly elements: readonly Shown[];
  readonly target?: Shown | null | undefined;
}
interface Moved {
  readonly shapes: readonly Shown[];
  readonly target?: Shown | null | undefined;
}

/** What cannot run cannot be drawn. Each rule answers no, yes, or leaves it to bpmn-js. */
export class FlowRules {
  static $inject = ['eventBus', 'flowKinds'];
  readonly #kinds: Kinds;

  constructor(eventBus: EventBus, kinds: Kinds) {
    this.#kinds = kinds;
    const rule = <Wanted>(action: string, allows: (wanted: Wanted) => unknown): void =>
      eventBus.on(`commandStack.${action}.canExecute`, FIRST, ({ context }: { context: Wanted }) => allows(context));
    rule('connection.start', ({ source }: { source: Shown }) => this.#mayLead(source));
    rule('connection.create', (wanted: Connected) => this.#mayConnect(wanted));
    rule('connection.reconnect', (wanted: Connected) => this.#mayReconnect(wanted));
    rule('shape.create', ({ shape, target }: Created) => this.#mayStandIn(shape, target));
    rule('shape.attach', ({ shape, target }: Created) =>
      this.#kinds.isBorder(shape) ? this.#mayCarry(target) && 'attach' : undefined
    );
    rule('elements.create', ({ elements, target }: Several) =>
      elements.every((one) => one.waypoints || one.parent || one.labelTarget || this.#mayStandIn(one, target) !== false)
        ? undefined
        : false
    );
    rule('elements.move', ({ shapes, target }: Moved) =>
      shapes.every((shape) => this.#mayMove(shape, { shapes, target })) ? undefined : false
    );
    rule('elements.delete', ({ elements }: Several) => {
      const gone = elements.filter((one) => this.#mayGo(one));
      return gone.length > 0 ? gone : false;
    });
    rule('element.copy', ({ element, elements }: { element: Shown; elements: readonly Shown[] }) =>
      this.#mayBeCopied(element, elements)
    );
  }

  /** From here a new line may go. */
  #mayLead(source: Shown): boolean {
    const kind = this.#kinds.of(source);
    if (kind === undefined || kind === 'start' || kind === 'end' || kind === 'event' || kind === 'leads-to')
      return false;
    if (kind === 'at-any-time') return false;
    return !this.#kinds.isBorder(source) || (source.outgoing ?? []).length === 0;
  }

  #mayConnect({ source, target, hints }: Connected): { type: string } | false {
    const parent = target.parent ?? hints?.targetParent;
    const isHere = source.parent === parent && parent !== undefined && this.#kinds.of(parent) !== 'regions';
    return this.#mayLead(source) && this.#kinds.isState(target) && isHere && { type: 'bpmn:SequenceFlow' };
  }

  /** Where a flow begins can be led elsewhere; what is drawn because of something else cannot. */
  #mayReconnect({ connection, source, target }: Connected): { type: string } | false {
    const stays = connection !== undefined && connection.source === source;
    const fits = this.#kinds.isState(target) && source.parent === target.parent && { type: 'bpmn:SequenceFlow' };
    if (connection && this.#kinds.isDerivedLine(connection))
      return stays && (connection.target === target || this.#kinds.of(source) === 'start') && fits;
    return stays ? fits : this.#mayConnect({ source, target });
  }

  #mayStandIn(shape: Shown, target: Shown | null | undefined): false | undefined {
    const kind = this.#kinds.of(shape);
    if (!target || target.labelTarget || this.#kinds.isBorder(shape)) return false;
    if (target.waypoints) {
      const isFree = !this.#kinds.isDerivedLine(target) || this.#kinds.of(target.source ?? shape) === 'start';
      return isFree && kind !== 'at-any-time' && kind !== 'end' ? undefined : false;
    }
    const holder = this.#kinds.of(target);
    if (holder === undefined) return target.parent ? false : undefined;
    if (holder === 'regions') return kind === 'phase' ? undefined : false;
    return holder === 'phase' && kind !== 'at-any-time' ? undefined : false;
  }

  /** A time runs where somebody or something is waited for. */
  #mayCarry(host: Shown | null | undefined): boolean {
    const kind = host ? this.#kinds.of(host) : undefined;
    return kind !== undefined && ['step', 'wait', 'automatic', 'table', 'phase', 'regions'].includes(kind);
  }

  #mayMove(shape: Shown, { shapes, target }: Moved): boolean {
    if (shape.labelTarget) return shapes.includes(shape.labelTarget);
    if (this.#kinds.isBorder(shape))
      return !target || shape.host === target || (!!shape.host && shapes.includes(shape.host));
    if (!target || shape.parent === target) return true;
    if (!this.#kinds.isState(shape))
      return shapes.some((one) => one !== shape && one.parent === shape.parent && this.#kinds.isState(one));
    if (target.waypoints) return (shape.incoming ?? []).length === 0 && (shape.outgoing ?? []).length === 0;
    const isConnected = (shape.incoming ?? []).length > 0 || (shape.outgoing ?? []).length > 0;
    if (this.#kinds.of(target) === 'regions' && isConnected) return false;
    return this.#mayStandIn(shape, target) !== false;
  }

  #mayGo(shown: Shown): boolean {
    if (shown.labelTarget) return false;
    if (this.#kinds.isDerivedLine(shown)) return false;
    if (shown.waypoints) return true;
    const kind = this.#kinds.of(shown);
    if (kind === 'failure') return false;
    return this.#kinds.isState(shown) || this.#kinds.isBorder(shown) || kind === 'at-any-time';
  }

  #mayBeCopied(element: Shown, elements: readonly Shown[]): boolean {
    if (element.labelTarget) return elements.includes(element.labelTarget);
    if (element.waypoints) return true;
    if (this.#kinds.isBorder(element)) return !!element.host && elements.includes(element.host);
    const kind = this.#kinds.of(element);
    if (kind === 'start') return !!element.parent && elements.includes(element.parent);
    return this.#kinds.isState(element) || (kind === 'crossing' && elements.length > 1);
  }
}

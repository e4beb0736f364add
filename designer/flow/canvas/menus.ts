import { extensionOf, jsonOf, textOf } from '#runtime/flow/bpmn/moddle.ts';
import { sizeOf } from '#runtime/flow/bpmn/places.ts';
import { isObject } from '#runtime/form/pointer.ts';
import type { Translate } from '#lib/text/translate.ts';
import type { Kinds } from './kinds.ts';
import { asLeaf, LEAVES, shapeOf, stateExtension, TYPES, type Leaf } from './pieces.ts';
import type { Piece } from './piece-names.ts';
import { putClock } from './put.ts';
import type { AutoPlaceService, CreateService, FactoryService, ModelingService, Services, Shown } from './services.ts';

interface Entry {
  readonly group: string;
  readonly className: string;
  readonly title: string;
  readonly action: Readonly<Record<string, (event: Event, element: Shown) => void>>;
}
interface Providing {
  registerProvider(provider: object): void;
  registerProvider(name: string, provider: object): void;
}
interface PopupMenu extends Providing {
  open(element: Shown, menu: string, at: { x: number; y: number }): void;
}

const ICONS: Readonly<Record<Piece | Leaf, string>> = {
  step: 'bpmn-icon-user-task',
  automatic: 'bpmn-icon-service-task',
  table: 'bpmn-icon-business-rule-task',
  wait: 'bpmn-icon-receive-task',
  decision: 'bpmn-icon-gateway-xor',
  regions: 'bpmn-icon-gateway-parallel',
  phase: 'bpmn-icon-subprocess-expanded',
  end: 'bpmn-icon-end-event-none',
  timer: 'bpmn-icon-intermediate-event-catch-timer',
  reminder: 'bpmn-icon-intermediate-event-catch-non-interrupting-timer',
  'at-any-time': 'bpmn-icon-event-subprocess-expanded'
};
const APPENDED: readonly Piece[] = ['step', 'wait', 'decision', 'end'];
const CLOCKS: readonly Piece[] = ['timer', 'reminder'];

/** What can be done with what is chosen, beside it: append, connect, a time, another kind, delete. */
export class ContextPad {
  static $inject = ['injector', 'contextPad', 'popupMenu', 'flowKinds', 'flowText'];
  readonly #services: Services;
  readonly #kinds: Kinds;
  readonly #t: Translate;

  constructor(services: Services, pad: Providing, menu: PopupMenu, ...own: [Kinds, Translate]) {
    this.#services = services;
    [this.#kinds, this.#t] = own;
    pad.registerProvider(this);
    menu.registerProvider('bpmn-replace', { getPopupMenuEntries: (element: Shown) => this.#leaves(element) });
  }

  getContextPadEntries(element: Shown): Record<string, Entry> {
    const allowed = (action: string, context: object): boolean =>
      this.#services.get<{ allowed(action: string, context: object): unknown }>('rules').allowed(action, context) !==
      false;
    const isStart = !element.labelTarget && !element.waypoints && allowed('connection.start', { source: element });
    const canWait = this.#kinds.isState(element) && allowed('shape.attach', { shape: CLOCK, target: element });
    return {
      ...(isStart && Object.fromEntries(APPENDED.map((piece) => [piece, this.#append(piece)]))),
      ...(isStart && {
        connect: this.#entry('connect', 'bpmn-icon-connection-multi', {
          click: this.#connect,
          dragstart: this.#connect
        })
      }),
      ...(canWait && Object.fromEntries(CLOCKS.map((piece) => [piece, this.#clock(piece)]))),
      ...(isLeaf(this.#kinds.of(element)) && {
        replace: this.#entry('replace', 'bpmn-icon-screw-wrench', { click: this.#replace })
      }),
      ...(allowed('elements.delete', { elements: [element] }) && {
        delete: this.#entry('delete', 'bpmn-icon-trash', { click: (_, one) => this.#modeling().removeElements([one]) })
      })
    };
  }

  getMultiElementContextPadEntries(): Record<string, Entry> {
    return {
      delete: this.#entry('delete', 'bpmn-icon-trash', {
        click: (_, all) => this.#modeling().removeElements([all].flat())
      })
    };
  }

  #modeling = (): ModelingService => this.#services.get<ModelingService>('modeling');

  #entry(name: 'connect' | 'replace' | 'delete', className: string, action: Entry['action']): Entry {
    return { group: name === 'connect' ? 'connect' : 'edit', className, title: this.#t(`canvas.${name}`), action };
  }

  #append(piece: Piece): Entry {
    const start = (event: Event, source: Shown): void =>
      this.#services.get<CreateService>('create').start(event, shapeOf(piece, this.#services), { source });
    const append = (_: Event, source: Shown): void =>
      void this.#services.get<AutoPlaceService>('autoPlace').append(source, shapeOf(piece, this.#services));
    const title = this.#t('canvas.append', { piece: this.#t(`canvas.piece.${piece}`) });
    return { group: 'model', className: ICONS[piece], title, action: { click: append, dragstart: start } };
  }

  #clock(piece: Piece): Entry {
    const click = (_: Event, host: Shown): void => putClock(piece, host, this.#services);
    return { group: 'clock', className: ICONS[piece], title: this.#t(`canvas.piece.${piece}`), action: { click } };
  }

  #connect = (event: Event, source: Shown): void =>
    this.#services.get<{ start(event: Event, source: Shown): void }>('connect').start(event, source);

  #replace = (event: Event, element: Shown): void => {
    const { left: x = 0, bottom: y = 0 } =
      event.target instanceof Element ? event.target.getBoundingClientRect() : { left: 0, bottom: 0 };
    this.#services.get<PopupMenu>('popupMenu').open(element, 'bpmn-replace', { x, y });
  };

  /** What a step can become instead. */
  #leaves(element: Shown): Record<string, { label: string; className: string; action: () => void }> {
    const kind = this.#kinds.of(element);
    const isLast = (element.outgoing ?? []).length === 0;
    const others = LEAVES.filter((leaf) => leaf !== kind && (leaf !== 'end' || isLast));
    return Object.fromEntries(
      others.map((leaf) => [
        leaf,
        {
          label: this.#t(leaf === 'table' ? 'canvas.piece.table' : `canvas.piece.${leaf}`),
          className: ICONS[leaf],
          action: () => become(element, leaf, this.#services)
        }
      ])
    );
  }
}

const CLOCK = { type: 'bpmn:BoundaryEvent' };

const isLeaf = (kind: string | undefined): boolean => LEAVES.some((leaf) => leaf === kind);

function become(element: Shown, leaf: Leaf, services: Services): void {
  const extension = extensionOf(element.businessObject, 'State');
  const skeleton = jsonOf(extension);
  const made = services
    .get<{ replaceElement(element: Shown, target: { type: string }): Shown }>('bpmnReplace')
    .replaceElement(element, { type: TYPES[leaf] });
  const { w: width, h: height } = sizeOf(leaf);
  const [x, y] = [element.x + (element.width - width) / 2, element.y + (element.height - height) / 2];
  services.get<ModelingService>('modeling').resizeShape(made, { x, y, width, height });
  const bare = asLeaf(isObject(skeleton) ? skeleton : {}, leaf);
  const key = extension ? textOf(extension, 'key') : '';
  made.businessObject.set('extensionElements', stateExtension(services.get<FactoryService>('bpmnFactory'), key, bare));
}

import type { Kinds } from './kinds.ts';
import type { EventBus, Shown } from './services.ts';

/** Where the ways out of a step part is drawn because of the step: it goes along when the step goes, and away with it. */
export class Companions {
  static $inject = ['eventBus', 'flowKinds'];

  constructor(eventBus: EventBus, kinds: Kinds) {
    const crossingsOf = (shape: Shown): Shown[] =>
      (shape.outgoing ?? []).flatMap(({ target }) =>
        target && kinds.of(target) === 'crossing' ? [target, ...crossingsOf(target)] : []
      );
    const add = (list: Shown[]): void => {
      const more = list.filter((one) => kinds.isState(one)).flatMap(crossingsOf);
      for (const one of more) if (!list.includes(one)) list.push(one);
    };
    eventBus.on('commandStack.elements.delete.preExecute', 3000, ({ context }) => {
      if (context?.elements) add(context.elements);
    });
    eventBus.on('commandStack.elements.move.preExecute', 3000, ({ context }) => {
      const { shapes, newParent } = context ?? {};
      if (shapes && newParent && shapes.some(({ parent }) => parent !== newParent)) add(shapes);
    });
  }
}

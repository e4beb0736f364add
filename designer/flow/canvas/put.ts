import type { Piece } from './piece-names.ts';
import { shapeOf } from './pieces.ts';
import type {
  AutoPlaceService,
  CanvasService,
  CreateService,
  ModelingService,
  SelectionService,
  Services,
  Shown
} from './services.ts';

interface Rules {
  allowed(action: string, context: object): unknown;
}

/** Begins to place a piece by mouse; without one puts it after what is chosen, or in the middle. False when a time has no step. */
export function putPiece(piece: Piece, services: Services, event?: MouseEvent | DragEvent): boolean {
  const shape = shapeOf(piece, services);
  if (event) {
    services.get<CreateService>('create').start(event, shape);
    return true;
  }
  const [chosen] = services.get<SelectionService>('selection').get();
  const rules = services.get<Rules>('rules');
  if (piece === 'timer' || piece === 'reminder') {
    if (!chosen || rules.allowed('shape.attach', { shape, target: chosen }) === false) return false;
    putClock(piece, chosen, services);
    return true;
  }
  const follows = chosen && piece !== 'at-any-time' && rules.allowed('connection.start', { source: chosen }) !== false;
  if (follows) services.get<AutoPlaceService>('autoPlace').append(chosen, shape);
  else putFree(shape, services);
  return true;
}

/** Puts a time on the lower border of a step, to the right. */
export function putClock(piece: Piece, host: Shown, services: Services): void {
  const at = { x: host.x + host.width - 24, y: host.y + host.height };
  services.get<ModelingService>('modeling').createShape(shapeOf(piece, services), at, host, { attach: true });
}

/** Below everything else. */
function putFree(shape: Shown, services: Services): void {
  const canvas = services.get<CanvasService>('canvas');
  const { inner } = canvas.viewbox();
  const at = { x: inner.x + 40 + shape.width / 2, y: inner.y + inner.height + 60 + shape.height / 2 };
  services.get<ModelingService>('modeling').createShape(shape, at, canvas.getRootElement());
}

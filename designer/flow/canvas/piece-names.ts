/** Everything that can be drawn: no more than what runs. */
export const PIECES = [
  'step',
  'automatic',
  'wait',
  'decision',
  'regions',
  'phase',
  'end',
  'timer',
  'reminder',
  'at-any-time'
] as const;
export type Piece = (typeof PIECES)[number];

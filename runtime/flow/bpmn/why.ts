/** Why something of a drawing was not taken as it was drawn. Closed: each has a sentence in the designer, in both languages. */
export const WHYS = [
  'automation-to-choose',
  'choice-as-step',
  'condition-not-understood',
  'empty-group',
  'end-is-plain',
  'event-as-outcome',
  'event-group',
  'extensions-damaged',
  'gateway-as-choice',
  'group-as-phase',
  'lane-without-role',
  'leads-nowhere',
  'message-between-pools',
  'no-part-of-the-flow',
  'not-understood',
  'one-process-only',
  'one-start-only',
  'other-process',
  'parallel-without-pair',
  'repeats-once',
  'start-is-plain',
  'table-to-choose',
  'throws-nothing',
  'time-not-understood'
] as const;
export type Why = (typeof WHYS)[number];

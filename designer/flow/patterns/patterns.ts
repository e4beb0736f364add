import { announcement } from './announcement.ts';
import { appeal } from './appeal.ts';
import { approval } from './approval.ts';
import { authority } from './authority.ts';
import { communication } from './communication.ts';
import { decision } from './decision.ts';
import { enforceable } from './enforceable.ts';
import { inspection } from './inspection.ts';
import type { Pattern, PatternKey } from './model.ts';
import { namnd } from './namnd.ts';
import { payment } from './payment.ts';
import { remiss } from './remiss.ts';
import { supplement } from './supplement.ts';
import { withdrawal } from './withdrawal.ts';

/** Every pattern, in the order that a case meets them. */
export const PATTERNS: Readonly<Record<PatternKey, Pattern>> = {
  supplement,
  remiss,
  authority,
  communication,
  approval,
  inspection,
  decision,
  namnd,
  appeal,
  enforceable,
  announcement,
  payment,
  withdrawal
};

import type { Json, JsonObject } from '#runtime/definition/json.ts';
import type { Kit } from './kit.ts';
import { notify, reminder } from './said.ts';

interface AppealTime {
  /** Where the case goes when the time is out. */
  readonly next: string;
  readonly more?: JsonObject;
  readonly on?: { readonly [event: string]: Json };
}

/** A step that lasts as long as the beslut can be appealed (FL 44 §), and asks for the delgivning that nobody has noted. */
export function appealTime(kit: Kit, { next, more = {}, on }: AppealTime): JsonObject {
  const deadline = kit.delay('overklagandetid', {
    period: String(kit.appeal.period ?? 'P21D'),
    ...{ from: '/case/receivedOn', statutory: true, statute: { sfs: '2017:900', paragraph: '44 §' } }
  });
  const missing = kit.message(
    'delgivning-saknas',
    ['Delgivning saknas i {number}', 'It is not known when the decision was received in {number}'],
    [
      'Vi vet inte när parten fick beslutet i {number}. Därför går det inte att säga när det får laga kraft. Öppna ärendet: {link}',
      'We do not know when the party got the decision in {number}, and so not when it becomes final. Open the case: {link}'
    ]
  );
  return {
    meta: { phase: 'hantera', waitsFor: kit.citizen, deadline, ...more },
    after: { [deadline]: { target: next }, P45D: reminder(notify('caseworker', missing)) },
    ...(on && { on })
  };
}

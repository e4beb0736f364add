import { notify, reminder } from './said.ts';
import { onWay } from './define.ts';

/** A fee that has to be paid before the case goes on (KL 2:5 and 2:6, or the statute that lets it be taken); paid another way when it does not go here. */
export const payment = onWay('way', {
  key: 'payment',
  settings: [
    { name: 'amount', kind: 'money', start: 50_000 },
    { name: 'days', kind: 'days', start: 30 },
    { name: 'remindAfter', kind: 'days', start: 14 }
  ],
  build: ({ kit, spot, read }) => {
    const who = kit.citizen;
    const wait = kit.key('state', 'vantar-betalning');
    const unpaid = kit.key('state', 'obetald');
    const id = kit.key('automation', 'betalning');
    const days = read.days('days');
    const deadline = kit.delay('betalningstid', { period: days, from: 'entry', rollToWorkingDay: true });
    const what = kit.message(
      'avgift',
      ['Avgift för ditt ärende', 'Fee for your case'],
      [
        'Du ska betala en avgift i ärende {number} senast {deadline}: {link}',
        'You are to pay a fee in case {number} by {deadline}: {link}'
      ]
    );
    const came = kit.message(
      'betalning-mottagen',
      ['Vi har fått din betalning i ärende {number}', 'We have received your payment in case {number}'],
      ['Tack, avgiften är betald. Kvittot finns här: {link}', 'Thank you, the fee is paid. The receipt is here: {link}']
    );
    const missed = kit.message(
      'obetald',
      ['Avgiften är inte betald i {number}', 'The fee is not paid in {number}'],
      ['Betalningen har inte kommit. Öppna ärendet: {link}', 'The payment has not come. Open the case: {link}']
    );
    const otherwise = kit.event('betald-pa-annat-satt', ['Betald på annat sätt', 'Paid another way']);
    const again = kit.event('begar-betalning', ['Begär betalning igen', 'Ask for payment again']);
    const phase = kit.phaseOf(spot, 'hantera');
    kit.state(
      wait,
      {
        title: ['Väntar på betalning', 'Waiting for payment'],
        status: ['Betala avgiften, så går ditt ärende vidare.', 'Pay the fee, and your case goes on.']
      },
      {
        meta: { phase, waitsFor: who, role: who, actionRequired: true, deadline },
        entry: [notify(who, what)],
        invoke: {
          ...{ id, src: 'payment' },
          input: { amount: read.number('amount'), direction: 'in', text: what },
          onDone: { target: spot.target, actions: [notify(who, came)] },
          onError: { target: unpaid, actions: [notify('caseworker', missed)] }
        },
        after: {
          [kit.before(read.days('remindAfter'), days)]: reminder(notify(who, what)),
          [deadline]: { target: unpaid, actions: [notify('caseworker', missed)] }
        }
      }
    );
    kit.state(
      unpaid,
      {
        title: ['Inte betald', 'Not paid'],
        status: ['Avgiften är inte betald. Vi hör av oss.', 'The fee is not paid. We will contact you.']
      },
      {
        meta: { phase, waitsFor: 'caseworker', role: 'caseworker', deadline: 'P7D' },
        after: { P7D: reminder(kit.late('manager')) },
        on: {
          [otherwise]: { target: spot.target, meta: { roles: ['caseworker'] } },
          [again]: { target: wait, meta: { roles: ['caseworker'] } }
        }
      }
    );
    return wait;
  }
});

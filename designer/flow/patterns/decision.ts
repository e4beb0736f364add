import { refuse } from '#runtime/errors/refusal.ts';
import { beslutForm, notify, reminder } from './said.ts';
import { onWay } from './define.ts';

/** A beslut on delegation by an employee (KL 6:37 to 40, 7:5 to 8), with what FL 25 and 31 to 33 §§ ask for, sent to the parties. */
export const decision = onWay('way', {
  key: 'decision',
  settings: [
    { name: 'item', kind: 'item', start: '' },
    { name: 'days', kind: 'days', start: 14 }
  ],
  build: ({ kit, spot, read }) => {
    const delegation = kit.item(read.text('item'));
    if (delegation === undefined) return refuse('pattern.delegation_missing');
    const { form, beslut } = beslutForm(kit, { base: 'beslut', title: ['Beslut', 'Decision'] });
    const step = kit.key('state', 'beslutas');
    const days = read.days('days');
    const decide = kit.event(
      'beslut',
      ['Besluta', 'Decide'],
      ['Vill du fatta beslutet? Det går inte att ändra sedan.', 'Make this decision? It cannot be changed afterwards.']
    );
    const told = kit.message(
      'beslut',
      ['Beslut i ärende {number}', 'Decision in case {number}'],
      [
        'Vi har beslutat i ditt ärende. Läs beslutet här: {link}',
        'We have decided in your case. Read the decision here: {link}'
      ]
    );
    const document = kit.documentAction('beslut', ['Beslut', 'Decision'], {
      handlingstyp: 'beslut',
      to: kit.partyRoles,
      appealInstruction: true
    });
    kit.state(
      step,
      {
        title: ['Väntar på beslut', 'Waiting for a decision'],
        status: ['Ditt ärende är utrett och väntar på beslut.', 'Your case is investigated and waits for a decision.']
      },
      {
        meta: { phase: 'besluta', waitsFor: 'caseworker', role: 'manager', deadline: days },
        after: { [days]: reminder(kit.late('manager')) },
        on: {
          [decide]: {
            target: spot.target,
            actions: [document, ...kit.partyRoles.map((role) => notify(role, told))],
            meta: {
              roles: ['manager'],
              form,
              confirm: true,
              beslut: { kind: 'delegationsbeslut', delegation, ...beslut }
            }
          }
        }
      }
    );
    return step;
  }
});

import { beslutForm, notify, reminder } from './said.ts';
import { onWay } from './define.ts';

/** The nämnd decides (KL 6:3 and 5:65 to 67): the secretary takes the case to the meeting and writes in what the record says, once it is justerad. */
export const namnd = onWay('way', {
  key: 'namnd',
  settings: [{ name: 'days', kind: 'days', start: 35 }],
  build: ({ kit, spot, read }) => {
    const { form, beslut } = beslutForm(kit, {
      base: 'namndbeslut',
      title: ['Nämndens beslut', 'The board’s decision']
    });
    const step = kit.key('state', 'hos-namnden');
    const days = read.days('days');
    const decided = kit.event(
      'namnden-beslutar',
      ['Skriv in nämndens beslut', 'Write in the board’s decision'],
      [
        'Är protokollet justerat? Beslutet går inte att ändra sedan.',
        'Is the record approved? The decision cannot be changed afterwards.'
      ]
    );
    const back = kit.event('aterremittera', ['Återremittera', 'Send back']);
    const told = kit.message(
      'beslut',
      ['Beslut i ärende {number}', 'Decision in case {number}'],
      [
        'Vi har beslutat i ditt ärende. Läs beslutet här: {link}',
        'We have decided in your case. Read the decision here: {link}'
      ]
    );
    const document = kit.documentAction('namndbeslut', ['Nämndens beslut', 'The board’s decision'], {
      handlingstyp: 'beslut',
      to: kit.partyRoles,
      appealInstruction: true
    });
    kit.text('document.beslut.title', ['Beslut', 'Decision']);
    kit.state(
      step,
      {
        title: ['Hos nämnden', 'With the board'],
        status: ['Nämnden ska besluta i ditt ärende.', 'The board is to decide in your case.'],
        explanation: [
          'Nämnden träffas ungefär en gång i månaden. Du får beslutet efteråt.',
          'The board meets about once a month. You get the decision afterwards.'
        ]
      },
      {
        meta: { phase: 'besluta', waitsFor: 'namnd', role: 'secretary', deadline: days },
        after: { [days]: reminder(kit.late('manager')) },
        on: {
          [decided]: {
            target: spot.target,
            actions: [document, ...kit.partyRoles.map((role) => notify(role, told))],
            meta: { roles: ['secretary'], form, confirm: true, beslut: { kind: 'namndbeslut', ...beslut } }
          },
          [back]: { target: spot.state.key, meta: { roles: ['secretary'] } }
        }
      }
    );
    return step;
  }
});

import { reminder } from './said.ts';
import { onWay } from './define.ts';

/** A second person looks at what is to be done, and lets it go on or sends it back. It makes nobody's beslut: that takes a delegation (KL 6:37, 7:5). */
export const approval = onWay('way', {
  key: 'approval',
  settings: [{ name: 'days', kind: 'days', start: 7 }],
  build: ({ kit, spot, read }) => {
    const remark = kit.form('synpunkter', ['Skicka tillbaka', 'Send back'], {
      handlingstyp: 'tjansteanteckning',
      questions: [
        { id: 'remark', kind: 'long-text', required: true, label: ['Vad behöver ändras?', 'What needs to be changed?'] }
      ]
    });
    kit.text('document.tjansteanteckning.title', ['Tjänsteanteckning', 'Note for the file']);
    const step = kit.key('state', 'godkanns');
    const days = read.days('days');
    const approve = kit.event('godkann', ['Godkänn', 'Approve']);
    const back = kit.event('skicka-tillbaka', ['Skicka tillbaka', 'Send back']);
    kit.state(
      step,
      {
        title: ['Väntar på godkännande', 'Waiting for approval'],
        status: ['Vi går igenom ditt ärende en gång till.', 'We are going through your case once more.']
      },
      {
        meta: { phase: kit.phaseOf(spot, 'utreda'), waitsFor: 'caseworker', role: 'manager', deadline: days },
        after: { [days]: reminder(kit.late('manager')) },
        on: {
          [approve]: { target: spot.target, meta: { roles: ['manager'] } },
          [back]: { target: spot.state.key, meta: { roles: ['manager'], form: remark } }
        }
      }
    );
    return step;
  }
});

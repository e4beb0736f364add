import { onWay } from './define.ts';

/** A notice on the municipality's anslagstavla (KL 8:9 and 8:10), up for its days, with proof that it was, before the case goes on. */
export const announcement = onWay('way', {
  key: 'announcement',
  settings: [{ name: 'days', kind: 'days', start: 21 }],
  build: ({ kit, spot, read }) => {
    const step = kit.key('state', 'anslas');
    const days = Math.min(read.number('days'), 365);
    const text = kit.message(
      'anslag',
      ['Kungörelse i ärende {number}', 'Notice in case {number}'],
      [
        'Handlingarna i ärende {number} finns hos oss. Kontakta oss om du vill läsa dem.',
        'The documents of case {number} are with us. Contact us if you want to read them.'
      ]
    );
    const deadline = kit.delay('anslagstid', { period: `P${days}D`, from: 'entry' });
    kit.state(
      step,
      {
        title: ['Anslås', 'On the notice board'],
        status: ['Ärendet är anslaget på kommunens anslagstavla.', 'The case is on the municipality’s notice board.']
      },
      {
        meta: { phase: kit.phaseOf(spot, 'hantera'), waitsFor: 'system', deadline },
        entry: [
          { type: 'announce', params: { text, days, statute: { sfs: '2017:725', paragraph: '8 kap. 9 och 10 §§' } } }
        ],
        after: { [deadline]: { target: spot.target } }
      }
    );
    return step;
  }
});

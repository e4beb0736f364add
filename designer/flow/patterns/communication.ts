import { ATTACHMENTS, notify, reminder } from './said.ts';
import { onWay } from './define.ts';

/** Communication before a beslut (FL 25 §): the parties read what has come in and may answer, or it is recorded why it is not needed. */
export const communication = onWay('way', {
  key: 'communication',
  settings: [{ name: 'days', kind: 'days', start: 14 }],
  build: ({ kit, spot, read }) => {
    const on = spot.target;
    const told = kit.form('kommunikation', ['Kommunicera', 'Communicate'], {
      handlingstyp: 'underrattelse',
      questions: [
        {
          id: 'material',
          kind: 'long-text',
          required: true,
          label: ['Det här ska parterna läsa och få yttra sig över', 'What the parties are to read and may answer']
        }
      ]
    });
    const without = kit.form('utan-kommunikation', ['Utan kommunicering', 'Without communication'], {
      handlingstyp: 'tjansteanteckning',
      questions: [
        {
          ...{ id: 'ground', kind: 'choose-one', required: true },
          label: [
            'Varför behövs det inte? (25 § förvaltningslagen)',
            'Why is it not needed? (Section 25, Administrative Procedure Act)'
          ],
          options: {
            'obviously-unnecessary': ['Det är uppenbart obehövligt', 'It is obviously unnecessary'],
            'would-obstruct': [
              'Beslutet skulle bli mycket svårare att genomföra',
              'It would be much harder to carry out the decision'
            ],
            'cannot-wait': ['Beslutet kan inte vänta', 'The decision cannot wait']
          }
        },
        { id: 'note', kind: 'long-text', label: ['Anteckning', 'Note'] }
      ]
    });
    const answer = kit.form('yttrande', ['Yttra dig', 'Your answer'], {
      handlingstyp: 'yttrande',
      questions: [
        { id: 'answer', kind: 'long-text', required: true, label: ['Ditt yttrande', 'Your answer'] },
        ATTACHMENTS
      ]
    });
    const step = kit.key('state', 'kommuniceras');
    const wait = kit.key('state', 'vantar-yttrande');
    const deadline = kit.delay('yttrandetid', { period: read.days('days'), from: 'entry', rollToWorkingDay: true });
    const tell = kit.event('kommunicera', ['Låt parterna yttra sig', 'Let the parties answer']);
    const skip = kit.event('kommunicera-inte', ['Kommunicering behövs inte', 'No communication is needed']);
    const reply = kit.event('yttra', ['Yttra dig', 'Answer']);
    const done = kit.event('yttrandetid-slut', ['Alla har yttrat sig', 'All have answered']);
    const read_ = kit.message(
      'kommunicering',
      ['Läs och yttra dig i ärende {number}', 'Read and answer in case {number}'],
      [
        'Innan vi beslutar får du läsa det som har kommit in. Yttra dig senast {deadline}: {link}',
        'Before we decide you may read what has come in. Answer by {deadline}: {link}'
      ]
    );
    const letter = kit.documentAction(
      'kommunicering',
      ['Underrättelse om uppgifter i ärendet', 'Notification of what has come in'],
      { handlingstyp: 'underrattelse', to: kit.partyRoles }
    );
    kit.text('document.underrattelse.title', ['Underrättelse', 'Notification']);
    kit.text('document.tjansteanteckning.title', ['Tjänsteanteckning', 'Note for the file']);
    kit.text('document.yttrande.title', ['Yttrande', 'Answer']);
    const phase = kit.phaseOf(spot, 'utreda');
    kit.state(
      step,
      {
        title: ['Kommunicering', 'Communication'],
        status: ['Vi går igenom det som har kommit in.', 'We are going through what has come in.']
      },
      {
        meta: { phase, waitsFor: 'caseworker', role: 'caseworker', deadline: 'P7D' },
        after: { P7D: reminder(kit.late('caseworker')) },
        on: {
          [tell]: { target: wait, actions: [letter], meta: { roles: ['caseworker'], form: told } },
          [skip]: { target: on, meta: { roles: ['caseworker'], form: without } }
        }
      }
    );
    kit.state(
      wait,
      {
        title: ['Väntar på yttrande', 'Waiting for answers'],
        status: ['Du kan yttra dig innan vi beslutar.', 'You may answer before we decide.'],
        explanation: [
          'Läs det som har kommit in. När tiden är slut går ärendet vidare.',
          'Read what has come in. The case goes on when the time is out.'
        ]
      },
      {
        meta: { phase, waitsFor: 'party', actionRequired: true, deadline },
        entry: kit.partyRoles.map((role) => notify(role, read_)),
        after: { [deadline]: { target: on } },
        on: {
          [reply]: { meta: { roles: [...kit.parts, 'caseworker', 'registrar'], form: answer } },
          [done]: { target: on, meta: { roles: ['caseworker'] } }
        }
      }
    );
    return step;
  }
});

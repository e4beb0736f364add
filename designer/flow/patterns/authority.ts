import { ATTACHMENTS, notify } from './said.ts';
import { besideStep } from './define.ts';

/** The case waits for what another authority decides or answers, and somebody is reminded of it (FL 8 and 9 §§). */
export const authority = besideStep({
  key: 'authority',
  settings: [{ name: 'days', kind: 'days', start: 30 }],
  build: ({ kit, spot, read }) => {
    const back = spot.state.key;
    const asked = kit.form('inhamta', ['Vänta på en annan myndighet', 'Wait for another authority'], {
      handlingstyp: 'remiss',
      questions: [
        { id: 'authority', kind: 'text', required: true, label: ['Vilken myndighet?', 'Which authority?'] },
        { id: 'question', kind: 'long-text', required: true, label: ['Vad väntar vi på?', 'What are we waiting for?'] }
      ]
    });
    const answer = kit.form('myndighetssvar', ['Svar från myndigheten', 'Answer from the authority'], {
      handlingstyp: 'remissvar',
      questions: [{ id: 'answer', kind: 'long-text', required: true, label: ['Svaret', 'The answer'] }, ATTACHMENTS]
    });
    const wait = kit.key('state', 'vantar-myndighet');
    const days = read.days('days');
    const ask = kit.event('vanta-pa-myndighet', ['Vänta på en annan myndighet', 'Wait for another authority']);
    const came = kit.event('myndigheten-svarar', ['Registrera svaret', 'Register the answer']);
    const stop = kit.event('sluta-vanta', ['Gå vidare utan svar', 'Go on without an answer']);
    const late = kit.message(
      'myndighet-drojer',
      ['Inget svar än i {number}', 'No answer yet in {number}'],
      [
        'Vi väntar fortfarande på en annan myndighet. Öppna ärendet: {link}',
        'We are still waiting for another authority. Open the case: {link}'
      ]
    );
    const letter = kit.documentAction('forfragan', ['Förfrågan', 'Inquiry'], { handlingstyp: 'remiss', to: [] });
    kit.text('document.remiss.title', ['Remiss', 'Request for an opinion']);
    kit.text('document.remissvar.title', ['Remissvar', 'Opinion']);
    kit.state(
      wait,
      {
        title: ['Väntar på en annan myndighet', 'Waiting for another authority'],
        status: ['Vi väntar på svar från en annan myndighet.', 'We are waiting for an answer from another authority.']
      },
      {
        meta: { phase: kit.phaseOf(spot, 'utreda'), waitsFor: 'authority', role: 'caseworker', deadline: days },
        after: { [days]: { actions: [notify('caseworker', late)] } },
        on: {
          [came]: { target: back, meta: { roles: ['caseworker', 'registrar'], form: answer } },
          [stop]: { target: back, meta: { roles: ['caseworker'] } }
        }
      }
    );
    return { [ask]: { target: wait, actions: [letter], meta: { roles: ['caseworker'], form: asked } } };
  }
});

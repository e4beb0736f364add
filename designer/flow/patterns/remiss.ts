import { ATTACHMENTS, notify } from './said.ts';
import { besideStep } from './define.ts';

/** Remiss to one or several (FL 26 §): the yttranden come one by one, and the case goes on when all have come or the time is out. */
export const remiss = besideStep({
  key: 'remiss',
  settings: [
    { name: 'bodies', kind: 'lines', start: ['Länsstyrelsen', 'Räddningstjänsten'] },
    { name: 'days', kind: 'days', start: 21 }
  ],
  build: ({ kit, spot, read }) => {
    const back = spot.state.key;
    const bodies = kit.options(read.lines('bodies'));
    const sent = kit.form('remiss', ['Skicka på remiss', 'Ask for opinions'], {
      handlingstyp: 'remiss',
      questions: [
        { id: 'bodies', kind: 'choose-many', required: true, label: ['Skickas till', 'Sent to'], options: bodies },
        {
          id: 'question',
          kind: 'long-text',
          required: true,
          label: ['Det här ska yttrandet gälla', 'What the opinion is to be about']
        }
      ]
    });
    const answer = kit.form('remissvar', ['Remissvar', 'Opinion'], {
      handlingstyp: 'remissvar',
      questions: [
        {
          id: 'body',
          kind: 'choose-one',
          required: true,
          label: ['Vem har svarat?', 'Who has answered?'],
          options: bodies
        },
        { id: 'opinion', kind: 'long-text', label: ['Yttrandet', 'The opinion'] },
        ATTACHMENTS
      ]
    });
    const out = kit.key('state', 'remiss-ute');
    const deadline = kit.delay('remisstid', { period: read.days('days'), from: 'entry', rollToWorkingDay: true });
    const send = kit.event('skicka-remiss', ['Skicka på remiss', 'Ask for opinions']);
    const register = kit.event('remissvar', ['Registrera remissvar', 'Register an opinion']);
    const done = kit.event('remisser-klara', ['Alla svar har kommit', 'All answers have come']);
    const late = kit.message(
      'remiss-forsenad',
      ['Remissvar saknas i {number}', 'Opinions are missing in {number}'],
      ['Tiden för remissen är ute. Öppna ärendet: {link}', 'The time for opinions is out. Open the case: {link}']
    );
    const letter = kit.documentAction('remissbrev', ['Remiss', 'Request for an opinion'], {
      handlingstyp: 'remiss',
      to: []
    });
    kit.text('document.remiss.title', ['Remiss', 'Request for an opinion']);
    kit.text('document.remissvar.title', ['Remissvar', 'Opinion']);
    kit.state(
      out,
      {
        title: ['Remiss ute', 'Asked for opinions'],
        status: [
          'Vi har frågat andra om ditt ärende och väntar på svar.',
          'We have asked others about your case and wait for their answers.'
        ]
      },
      {
        meta: { phase: kit.phaseOf(spot, 'utreda'), waitsFor: 'authority', role: 'caseworker', deadline },
        after: { [deadline]: { target: back, actions: [notify('caseworker', late)] } },
        on: {
          [register]: { meta: { roles: ['caseworker', 'registrar'], form: answer, arrived: {} } },
          [done]: { target: back, meta: { roles: ['caseworker'] } }
        }
      }
    );
    return { [send]: { target: out, actions: [letter], meta: { roles: ['caseworker'], form: sent } } };
  }
});

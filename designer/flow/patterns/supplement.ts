import { ATTACHMENTS, notify, reminder } from './said.ts';
import { besideStep } from './define.ts';

/**
 * Komplettering: the case waits for what is missing, reminds, and goes on with what there is when the time is out. Nothing is
 * dismissed for it, since that takes a föreläggande that said so and a fault that keeps the case from being tried (FL 20 §).
 */
export const supplement = besideStep({
  key: 'supplement',
  settings: [
    { name: 'days', kind: 'days', start: 21 },
    { name: 'remindAfter', kind: 'days', start: 14 }
  ],
  build: ({ kit, spot, read }) => {
    const back = spot.state.key;
    const who = kit.citizen;
    const asked = kit.form('komplettering-begaran', ['Begär komplettering', 'Ask for a supplement'], {
      handlingstyp: 'underrattelse',
      questions: [
        {
          ...{ id: 'missing', kind: 'long-text', required: true },
          label: ['Vad saknas?', 'What is missing?'],
          help: ['Skriv så att det går att göra utan att ringa.', 'Write so that it can be done without calling.']
        }
      ]
    });
    const answer = kit.form('komplettering', ['Komplettera', 'Supplement'], {
      handlingstyp: 'komplettering',
      questions: [{ id: 'answer', kind: 'long-text', required: true, label: ['Ditt svar', 'Your answer'] }, ATTACHMENTS]
    });
    const wait = kit.key('state', 'vantar-komplettering');
    const ask = kit.event('begar-komplettering', ['Begär komplettering', 'Ask for a supplement']);
    const reply = kit.event('komplettera', ['Komplettera', 'Supplement']);
    const deadline = kit.delay('kompletteringstid', {
      period: read.days('days'),
      from: 'entry',
      rollToWorkingDay: true
    });
    const wanted = kit.message(
      'komplettering-begard',
      ['Ärende {number} behöver kompletteras', 'Case {number} needs a supplement'],
      [
        'Något saknas i ditt ärende. Läs vad och svara senast {deadline}: {link}',
        'Something is missing in your case. Read what, and answer by {deadline}: {link}'
      ]
    );
    const remind = kit.message(
      'paminnelse-komplettering',
      ['Påminnelse: komplettera ärende {number}', 'Reminder: supplement case {number}'],
      [
        'Vi väntar på din komplettering. Sista dag är {deadline}. Lämna den här: {link}',
        'We are waiting for your supplement. The last day is {deadline}. Hand it in here: {link}'
      ]
    );
    const came = kit.message(
      'komplettering-kom',
      ['Komplettering i {number}', 'Supplement in {number}'],
      [
        'Ärende {number} har kompletterats. Öppna ärendet: {link}',
        'Case {number} has been supplemented. Open it: {link}'
      ]
    );
    const missed = kit.message(
      'komplettering-uteblev',
      ['Ingen komplettering i {number}', 'No supplement in {number}'],
      [
        'Tiden är ute och ingen komplettering har kommit. Öppna ärendet: {link}',
        'The time is out and no supplement has come. Open the case: {link}'
      ]
    );
    const sent = kit.documentAction('komplettering-begaran', ['Begäran om komplettering', 'Request for a supplement'], {
      handlingstyp: 'underrattelse',
      to: [who]
    });
    kit.text('document.underrattelse.title', ['Underrättelse', 'Notification']);
    kit.text('document.komplettering.title', ['Komplettering', 'Supplement']);
    kit.state(
      wait,
      {
        title: ['Väntar på komplettering', 'Waiting for a supplement'],
        status: [
          'Ditt ärende behöver kompletteras. Läs vad som saknas.',
          'Your case needs a supplement. Read what is missing.'
        ],
        explanation: [
          'Kommer inget avgör vi ärendet på det som finns.',
          'If nothing comes, we decide the case on what there is.'
        ]
      },
      {
        meta: { phase: kit.phaseOf(spot, 'utreda'), waitsFor: who, role: who, actionRequired: true, deadline },
        entry: [notify(who, wanted)],
        after: {
          [kit.before(read.days('remindAfter'), read.days('days'))]: reminder(notify(who, remind)),
          [deadline]: { target: back, actions: [notify('caseworker', missed)] }
        },
        on: {
          [reply]: {
            target: back,
            actions: [notify('caseworker', came)],
            meta: { roles: [...kit.citizens, 'caseworker', 'registrar'], form: answer }
          }
        }
      }
    );
    return { [ask]: { target: wait, actions: [sent], meta: { roles: ['caseworker'], form: asked } } };
  }
});

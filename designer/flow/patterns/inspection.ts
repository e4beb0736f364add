import type { JsonObject } from '#runtime/definition/json.ts';
import { ATTACHMENTS, notify, reminder } from './said.ts';
import { onWay } from './define.ts';
import type { Question } from './form.ts';

const RESULT: Question = {
  id: 'result',
  kind: 'choose-one',
  required: true,
  label: ['Resultat', 'Result'],
  options: {
    'utan-anmarkning': ['Utan anmärkning', 'Nothing to remark on'],
    brister: ['Det finns brister', 'There are deficiencies']
  }
};
const DUE: Question = {
  id: 'dueDate',
  kind: 'date',
  label: ['När ska bristerna vara åtgärdade?', 'When must the deficiencies be mended?'],
  help: ['Lämnas tomt när det inte finns brister.', 'Left empty when there are none.']
};
const NOTES: Question = {
  id: 'notes',
  kind: 'long-text',
  required: true,
  label: ['Det här kontrollerades och sågs', 'What was inspected and seen']
};

/** An inspection, a report to the party, a day to mend what is wrong, and a follow-up, as many times as it takes (FL 23 and 27 §§). */
export const inspection = onWay('way', {
  key: 'inspection',
  settings: [
    { name: 'days', kind: 'days', start: 30 },
    { name: 'followUpDays', kind: 'days', start: 14 }
  ],
  build: ({ kit, spot, read }) => {
    const who = kit.citizen;
    const due = kit.field('atgardsdag', { type: 'string', format: 'date' });
    const report = (base: string, title: readonly [string, string]) =>
      kit.form(base, title, { handlingstyp: 'kontrollrapport', questions: [RESULT, NOTES, DUE, ATTACHMENTS] });
    const first = report('inspektion', ['Inspektion', 'Inspection']);
    const next = report('uppfoljning', ['Uppföljning', 'Follow-up']);
    const mended = kit.form('atgardat', ['Berätta vad du har åtgärdat', 'Tell what you have mended'], {
      handlingstyp: 'yttrande',
      questions: [
        { id: 'answer', kind: 'long-text', required: true, label: ['Det här har åtgärdats', 'What has been mended'] },
        ATTACHMENTS
      ]
    });
    const [inspect, mend, follow] = [
      kit.key('state', 'inspekteras'),
      kit.key('state', 'ska-atgardas'),
      kit.key('state', 'foljs-upp')
    ];
    const deadline = kit.delay('atgardstid', { period: 'P0D', from: due });
    const told = kit.message(
      'inspektionsrapport',
      ['Rapport i ärende {number}', 'Report in case {number}'],
      ['Rapporten från vår inspektion finns här: {link}', 'The report of our inspection is here: {link}']
    );
    const look = kit.message(
      'dags-att-folja-upp',
      ['Dags att följa upp {number}', 'Time to follow up {number}'],
      ['Öppna ärendet: {link}', 'Open the case: {link}']
    );
    const document = kit.documentAction('kontrollrapport', ['Kontrollrapport', 'Inspection report'], {
      handlingstyp: 'kontrollrapport',
      to: [who]
    });
    kit.text('document.yttrande.title', ['Yttrande', 'Answer']);
    const done = kit.event('registrera-inspektion', ['Registrera inspektionen', 'Register the inspection']);
    const followed = kit.event('registrera-uppfoljning', ['Registrera uppföljningen', 'Register the follow-up']);
    const tell = kit.event('meddela-atgard', ['Berätta vad du har åtgärdat', 'Tell what you have mended']);
    const phase = kit.phaseOf(spot, 'utreda');
    const ways = (form: string): JsonObject[] => [
      {
        guard: { type: 'when', params: { op: 'eq', field: `/${form}/result`, value: 'brister' } },
        target: mend,
        actions: [
          { type: 'set-field', params: { field: due, value: { from: `/${form}/dueDate` } } },
          document,
          notify(who, told)
        ],
        meta: { roles: ['caseworker'], form }
      },
      { target: spot.target, actions: [document, notify(who, told)] }
    ];
    kit.state(
      inspect,
      { title: ['Inspekteras', 'Inspection'], status: ['Vi ska göra en inspektion.', 'We are to make an inspection.'] },
      {
        meta: { phase, waitsFor: 'caseworker', role: 'caseworker', deadline: read.days('days') },
        after: { [read.days('days')]: reminder(kit.late('manager')) },
        on: { [done]: ways(first) }
      }
    );
    kit.state(
      mend,
      {
        title: ['Ska åtgärdas', 'To be mended'],
        status: ['Åtgärda det som står i rapporten.', 'Mend what stands in the report.']
      },
      {
        meta: { phase, waitsFor: who, role: who, actionRequired: true, deadline },
        after: {
          [deadline]: { target: follow, actions: [notify('caseworker', look)] },
          P90D: { target: follow, actions: [notify('caseworker', look)] }
        },
        on: {
          [tell]: {
            target: follow,
            actions: [notify('caseworker', look)],
            meta: { roles: [...kit.citizens, 'caseworker'], form: mended }
          }
        }
      }
    );
    kit.state(
      follow,
      {
        title: ['Följs upp', 'Follow-up'],
        status: ['Vi kontrollerar att bristerna är åtgärdade.', 'We check that the deficiencies are mended.']
      },
      {
        meta: { phase, waitsFor: 'caseworker', role: 'caseworker', deadline: read.days('followUpDays') },
        after: { [read.days('followUpDays')]: reminder(kit.late('manager')) },
        on: { [followed]: ways(next) }
      }
    );
    return inspect;
  }
});

import { triedAbove } from './judged.ts';
import type { Told } from './define.ts';
import { notify, reminder } from './said.ts';
import type { WaySpot } from './spot.ts';

/**
 * Laglighetsprövning (KL 13 kap.): the time runs from the day the justering of the record was announced on the anslagstavla (13:5), the
 * court gets the appeal itself, and we only note that there is one and what came of it.
 */
export function legalityReview({ kit, spot }: Told<WaySpot>): string {
  const announced = kit.field('announcedOn', { type: 'string', format: 'date' });
  const noted = kit.form('tillkannagivande', ['Tillkännagivande', 'Announcement'], {
    handlingstyp: 'tjansteanteckning',
    questions: [
      {
        ...{ id: 'announcedOn', kind: 'date', required: true },
        label: [
          'När tillkännagavs det på anslagstavlan att protokollet är justerat?',
          'When was it announced on the notice board that the record is approved?'
        ]
      }
    ]
  });
  kit.text('document.tjansteanteckning.title', ['Tjänsteanteckning', 'Note for the file']);
  const deadline = kit.delay('laglighetsprovningstid', {
    period: String(kit.appeal.period ?? 'P21D'),
    ...{ from: announced, statutory: true, statute: { sfs: '2017:725', paragraph: '13 kap. 5 §' } }
  });
  const announce = kit.key('state', 'ska-tillkannages');
  const time = kit.key('state', 'kan-overklagas');
  const court = kit.key('state', 'hos-domstolen');
  const told = kit.message(
    'dom',
    ['Domstolen har avgjort {number}', 'The court has decided {number}'],
    ['Ärendet är avgjort i domstol. Läs mer: {link}', 'The case is decided in court. Read more: {link}']
  );
  const check = kit.message(
    'laga-kraft-kontroll',
    ['Kontrollera laga kraft i {number}', 'See whether {number} is final'],
    ['Tiden för att överklaga är ute. Öppna ärendet: {link}', 'The time to appeal is out. Open the case: {link}']
  );
  kit.state(
    announce,
    {
      title: ['Ska tillkännages', 'To be announced'],
      status: ['Beslutet är fattat. Det går att överklaga.', 'The decision is made. It can be appealed.']
    },
    {
      meta: { phase: 'hantera', waitsFor: 'caseworker', role: 'secretary', deadline: 'P14D' },
      after: { P14D: reminder(kit.late('manager')) },
      on: {
        [kit.event('notera-tillkannagivande', ['Notera tillkännagivandet', 'Note the announcement'])]: {
          target: time,
          actions: [{ type: 'set-field', params: { field: announced, value: { from: `/${noted}/announcedOn` } } }],
          meta: { roles: ['secretary', 'registrar', 'caseworker'], form: noted }
        }
      }
    }
  );
  kit.state(
    time,
    {
      title: ['Kan överklagas hos domstolen', 'Can be appealed to the court'],
      status: ['Beslutet går att överklaga hos domstolen.', 'The decision can be appealed to the court.'],
      explanation: [
        'Den som är medlem i kommunen lämnar överklagandet till förvaltningsrätten.',
        'A member of the municipality hands in the appeal to the administrative court.'
      ]
    },
    {
      meta: { phase: 'hantera', waitsFor: 'party', deadline },
      after: { [deadline]: { target: spot.target }, P60D: reminder(notify('caseworker', check)) },
      on: {
        [kit.event('overklagat-hos-domstolen', ['Domstolen har fått ett överklagande', 'The court has got an appeal'])]:
          {
            target: court,
            meta: { roles: ['caseworker', 'registrar'], appeal: 'lodged' }
          }
      }
    }
  );
  triedAbove(
    { kit, spot },
    {
      state: court,
      said: {
        title: ['Hos domstolen', 'With the court'],
        status: ['Domstolen prövar om beslutet är lagligt.', 'The court tries whether the decision is lawful.']
      },
      event: ['domstolens-avgorande', ['Registrera avgörandet', 'Register the judgment']],
      form: {
        key: 'domstolens-avgorande',
        title: ['Domstolens avgörande', 'Judgment of the court'],
        judgment: ['Avgörandet', 'The judgment']
      },
      message: told
    }
  );
  return announce;
}

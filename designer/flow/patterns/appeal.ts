import type { JsonObject } from '#runtime/definition/json.ts';
import { refuse } from '#runtime/errors/refusal.ts';
import { appealTime } from './appeal-time.ts';
import { onWay, type Told } from './define.ts';
import type { Question } from './form.ts';
import { triedAbove } from './judged.ts';
import { legalityReview } from './legality-review.ts';
import { ATTACHMENTS, beslutForm, notify, reminder } from './said.ts';
import type { WaySpot } from './spot.ts';

/**
 * What happens after a beslut by the route that the case type says. By förvaltningsbesvar: the appeal comes in to us (FL 43 §), we see
 * whether it came in time and dismiss it if not (45 §), change the beslut if we may or must (37 to 39 §§), and hand over what is left
 * (46 §). By laglighetsprövning nothing of that is ours: the court gets the appeal itself (KL 13 kap.).
 */
export const appeal = onWay('beslut', {
  key: 'appeal',
  settings: [
    { name: 'item', kind: 'item', start: '' },
    { name: 'changeItem', kind: 'item', start: '' }
  ],
  build: (told) => {
    const { kind, instance } = told.kit.appeal;
    if (kind === 'laglighetsprovning') return legalityReview(told);
    if (kind !== 'forvaltningsbesvar' || typeof instance !== 'string') return refuse('pattern.no_appeal');
    return forvaltningsbesvar(told, instance);
  }
});

const CHANGE: Question = {
  id: 'change',
  kind: 'long-text',
  required: true,
  label: ['Hur ska beslutet ändras?', 'How should the decision be changed?']
};
const WHY: Question = {
  id: 'why',
  kind: 'long-text',
  label: ['Varför är beslutet fel?', 'Why is the decision wrong?']
};

const IN_TIME: Question = {
  id: 'inTime',
  kind: 'choose-one',
  required: true,
  label: [
    'Skäl att pröva överklagandet (45 § förvaltningslagen)',
    'Why the appeal is to be tried (Section 45, Administrative Procedure Act)'
  ],
  options: {
    'i-tid': ['Det kom i rätt tid', 'It came in time'],
    'fel-underrattelse': ['Det kom sent, men vår underrättelse var fel', 'It came late, but what we told was wrong'],
    'hos-overinstansen': ['Det kom i tid till överinstansen', 'It came in time to the higher instance']
  }
};

function forvaltningsbesvar({ kit, spot, read }: Told<WaySpot>, instance: string) {
  const dismissing = kit.item(read.text('item'));
  const changing = kit.item(read.text('changeItem'));
  if (dismissing === undefined || changing === undefined) return refuse('pattern.delegation_missing');
  const who = kit.citizen;
  const time = kit.key('state', 'kan-overklagas');
  const trial = kit.key('state', 'rattidsprovning');
  const handing = kit.key('state', 'overlamnas');
  const above = kit.key('state', 'hos-overinstansen');
  const came = kit.message(
    'overklagat',
    ['Beslutet i {number} är överklagat', 'The decision in {number} is appealed'],
    [
      'Någon har överklagat beslutet i ärende {number}. Kontrollera att det kom i tid: {link}',
      'Somebody has appealed the decision in case {number}. See whether it came in time: {link}'
    ]
  );
  const handed = kit.message(
    'overlamnat',
    ['Överklagandet i {number} är överlämnat', 'The appeal in {number} is handed over'],
    [
      'Överklagandet och handlingarna i ärendet är nu hos överinstansen. De hör av sig till dig.',
      'The appeal and the documents of the case are now with the higher instance. They will contact you.'
    ]
  );
  const told = kit.message(
    'overinstans-svar',
    ['Överinstansen har avgjort {number}', 'The higher instance has decided {number}'],
    [
      'Ditt ärende är avgjort i högre instans. Läs mer: {link}',
      'Your case is decided by the higher instance. Read more: {link}'
    ]
  );
  const lodged = { target: trial, actions: [notify('caseworker', came)] };
  const appealed = kit.form('overklagan', ['Överklaga beslutet', 'Appeal the decision'], {
    handlingstyp: 'overklagande',
    questions: [CHANGE, WHY, ATTACHMENTS]
  });
  const taken = kit.form('overklagande', ['Ta emot ett överklagande', 'Receive an appeal'], {
    handlingstyp: 'overklagande',
    questions: [CHANGE, WHY, ATTACHMENTS]
  });
  kit.text('document.overklagande.title', ['Överklagande', 'Appeal']);
  kit.state(
    time,
    {
      title: ['Kan överklagas', 'Can be appealed'],
      status: ['Beslutet är fattat. Det går att överklaga.', 'The decision is made. It can be appealed.'],
      explanation: [
        'I beslutet står hur du gör och hur lång tid du har.',
        'The decision says how, and how much time you have.'
      ]
    },
    appealTime(kit, {
      next: spot.target,
      on: {
        [kit.event('overklaga', ['Överklaga', 'Appeal'])]: {
          ...lodged,
          meta: { roles: kit.parts, form: appealed, appeal: 'lodged' }
        },
        [kit.event('ta-emot-overklagande', ['Ta emot ett överklagande', 'Receive an appeal'])]: {
          ...lodged,
          meta: { roles: ['caseworker', 'registrar'], form: taken, arrived: {}, appeal: 'lodged' }
        }
      }
    })
  );
  kit.state(
    trial,
    {
      title: ['Rättidsprövning', 'Whether it came in time'],
      status: ['Vi kontrollerar att överklagandet kom i tid.', 'We check that the appeal came in time.']
    },
    {
      meta: { phase: 'hantera', waitsFor: 'caseworker', role: 'caseworker', deadline: 'P7D' },
      after: { P7D: reminder(kit.late('manager')) },
      on: {
        ...handOver(kit, handing),
        ...change(kit, changing),
        ...dismiss(kit, { delegation: dismissing, target: time })
      }
    }
  );
  kit.state(
    handing,
    {
      title: ['Överlämnas', 'Being handed over'],
      status: ['Vi lämnar över överklagandet.', 'We are handing over the appeal.']
    },
    {
      meta: { phase: 'hantera', waitsFor: 'system' },
      invoke: {
        ...{ id: kit.key('automation', 'overlamnande'), src: 'hand-over' },
        input: { to: instance, data: { number: { from: '/case/number' } } },
        onDone: { target: above, actions: [notify(who, handed)] },
        onError: { target: trial }
      },
      after: { P3D: reminder(kit.late('caseworker')) }
    }
  );
  triedAbove(
    { kit, spot },
    {
      state: above,
      said: {
        title: ['Hos överinstansen', 'With the higher instance'],
        status: ['Överinstansen prövar överklagandet.', 'The higher instance tries the appeal.']
      },
      event: ['overinstansens-beslut', ['Registrera avgörandet', 'Register the decision']],
      form: {
        key: 'overinstans',
        title: ['Överinstansens avgörande', 'Decision of the higher instance'],
        judgment: ['Avgörandet', 'The decision']
      },
      message: told
    }
  );
  return time;
}

type Kit = Told<WaySpot>['kit'];

/** FL 46 §: with all papers, also those of a new beslut. */
function handOver(kit: Kit, target: string): JsonObject {
  const form = kit.form('rattidsprovning', ['Rättidsprövning', 'Whether it came in time'], {
    handlingstyp: 'overlamnande',
    questions: [
      { id: 'appealIn', kind: 'date', required: true, label: ['Överklagandet kom in', 'The appeal came in'] },
      IN_TIME,
      { id: 'opinion', kind: 'long-text', label: ['Vårt yttrande', 'Our opinion'] }
    ]
  });
  const event = kit.event(
    'overlamna',
    ['Överlämna till överinstansen', 'Hand over to the higher instance'],
    ['Vill du överlämna överklagandet?', 'Hand over the appeal?']
  );
  const document = kit.documentAction('overlamnande', ['Överlämnande av överklagande', 'Handing over of an appeal'], {
    handlingstyp: 'overlamnande',
    to: []
  });
  return { [event]: { target, actions: [document], meta: { roles: ['caseworker'], form, confirm: true } } };
}

/** FL 37 and 38 §§; only until the appeal is handed over (39 §). It is handed over after it all the same, and is of the new beslut too (46 §). */
function change(kit: Kit, delegation: string): JsonObject {
  const { form, beslut } = beslutForm(kit, { base: 'andring', title: ['Ändra beslutet', 'Change the decision'] });
  const event = kit.event(
    'andra-beslutet',
    ['Ändra beslutet', 'Change the decision'],
    [
      'Vill du ändra beslutet? Överklagandet ska ändå överlämnas.',
      'Change the decision? The appeal is to be handed over all the same.'
    ]
  );
  const document = kit.documentAction('andringsbeslut', ['Beslut om ändring', 'Decision on a change'], {
    handlingstyp: 'beslut',
    to: kit.partyRoles,
    appealInstruction: true
  });
  return {
    [event]: {
      actions: [document],
      meta: {
        roles: ['manager'],
        form,
        confirm: true,
        beslut: { kind: 'delegationsbeslut', delegation, changes: 'andring', ...beslut }
      }
    }
  };
}

/** FL 45 §: one that came too late is dismissed, by a beslut that can be appealed itself. */
function dismiss(kit: Kit, { delegation, target }: { delegation: string; target: string }): JsonObject {
  const statute = { sfs: '2017:900', paragraph: '45 §' };
  const { form, beslut } = beslutForm(kit, {
    base: 'avvisa-overklagande',
    title: ['Avvisa överklagandet', 'Dismiss the appeal'],
    outcome: 'avvisning',
    appeal: { ...kit.appeal, statute }
  });
  const event = kit.event(
    'avvisa-overklagande',
    ['Avvisa överklagandet', 'Dismiss the appeal'],
    ['Vill du avvisa överklagandet?', 'Dismiss the appeal?']
  );
  const document = kit.documentAction(
    'avvisningsbeslut',
    ['Beslut om att avvisa överklagande', 'Decision to dismiss an appeal'],
    { handlingstyp: 'beslut', to: kit.partyRoles, appealInstruction: true }
  );
  return {
    [event]: {
      ...{ target, actions: [document] },
      meta: {
        ...{ roles: ['manager'], form, confirm: true, appeal: 'rejected' },
        beslut: { kind: 'delegationsbeslut', delegation, ...beslut, enforceableAtOnce: { ground: 'statute', statute } }
      }
    }
  };
}

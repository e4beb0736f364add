import type { JsonObject } from '#runtime/definition/json.ts';
import type { Flow } from '#runtime/definition/types.ts';
import { refuse } from '#runtime/errors/refusal.ts';
import { branchesOf, statesOf } from '#runtime/flow/walk.ts';
import { at, put } from '#runtime/form/pointer.ts';
import { objectOf } from '../../document/elements.ts';
import { editTo } from '../../document/transform.ts';
import { flowOf } from '../flow-of.ts';
import { reader, withStates } from './define.ts';
import { Kit } from './kit.ts';
import type { Pattern, Setting } from './model.ts';
import { beslutForm, notify, reminder } from './said.ts';

const SETTINGS: readonly Setting[] = [{ name: 'item', kind: 'item', start: '' }];

/**
 * Whoever began the case may take it back until it is decided; the case then ends in a beslut on avskrivning. In a case that the authority
 * itself began there is nothing to take back.
 */
export const withdrawal: Pattern = {
  ...{ key: 'withdrawal', place: 'whole', settings: SETTINGS },
  insert: (document, where, params) => {
    const flow = flowOf(document);
    if (!flow || where !== '' || objectOf(document.settings).initiatedBy === 'authority')
      return refuse('pattern.not_here');
    const kit = new Kit(document, flow);
    const delegation = kit.item(reader(SETTINGS, params).text('item'));
    if (delegation === undefined) return refuse('pattern.delegation_missing');
    const open = undecided(flow);
    const last = statesOf(flow).find(({ key }) => key === open.at(-1));
    if (!last) return refuse('pattern.not_here');
    const { on } = withdrawn(kit, delegation);
    let edited = objectOf(document.flow);
    for (const key of open) {
      const place = `/states/${key}/on`;
      edited = put(edited, place, { ...objectOf(at(edited, place)), ...on });
    }
    kit.put('/flow', withStates(edited, { group: '/states', state: last }, kit.states));
    return editTo(document, 'insert-pattern', kit.document);
  }
};

/** The steps at the top that a case may be in before a beslut is made, in order. Pure. */
function undecided(flow: Flow): string[] {
  const reached = new Set([flow.initial]);
  for (const key of reached) {
    const config = flow.states[key];
    if (!config) continue;
    for (const { branch, trigger, name } of branchesOf(config, '')) {
      const first = trigger === 'on' ? [config.on?.[name]].flat()[0] : branch;
      if (branch.target !== undefined && !first?.meta?.beslut) reached.add(branch.target);
    }
  }
  return Object.entries(flow.states).flatMap(([key, { type }]) => (reached.has(key) && type !== 'final' ? [key] : []));
}

function withdrawn(kit: Kit, delegation: string): { on: JsonObject } {
  const who = kit.citizen;
  const [taken, ended] = [kit.key('state', 'aterkallad'), kit.key('state', 'avskriven')];
  const note = kit.form('aterkallelse', ['Återkallelse', 'Withdrawal'], {
    handlingstyp: 'tjansteanteckning',
    questions: [
      { id: 'note', kind: 'long-text', required: true, label: ['Hur återkallades det?', 'How was it withdrawn?'] }
    ]
  });
  kit.text('document.tjansteanteckning.title', ['Tjänsteanteckning', 'Note for the file']);
  const { form, beslut } = beslutForm(kit, {
    base: 'avskrivning',
    title: ['Avskriv ärendet', 'Write off the case'],
    outcome: 'avskrivning'
  });
  const told = kit.message(
    'avskrivet',
    ['Ärende {number} är avslutat', 'Case {number} is closed'],
    [
      'Ditt ärende är återkallat, och vi har avslutat det. Läs beslutet: {link}',
      'Your case is withdrawn, and we have closed it. Read the decision: {link}'
    ]
  );
  const document = kit.documentAction('avskrivningsbeslut', ['Beslut om avskrivning', 'Decision to write off'], {
    handlingstyp: 'beslut',
    to: [who],
    appealInstruction: true
  });
  kit.text('document.beslut.title', ['Beslut', 'Decision']);
  kit.state(
    taken,
    {
      title: ['Återkallad', 'Withdrawn'],
      status: ['Ärendet är återkallat. Vi avslutar det.', 'The case is withdrawn. We are closing it.'],
      explanation: ['Du får ett beslut.', 'You will get a decision.']
    },
    {
      meta: { phase: 'besluta', waitsFor: 'caseworker', role: 'caseworker', deadline: 'P14D' },
      after: { P14D: reminder(kit.late('manager')) },
      on: {
        [kit.event(
          'avskriv',
          ['Avskriv ärendet', 'Write off the case'],
          ['Vill du avskriva ärendet?', 'Write off the case?']
        )]: {
          ...{ target: ended, actions: [document, notify(who, told)] },
          meta: {
            roles: ['caseworker', 'manager'],
            form,
            confirm: true,
            beslut: { kind: 'delegationsbeslut', delegation, ...beslut }
          }
        }
      }
    }
  );
  kit.state(
    ended,
    {
      title: ['Avskriven', 'Written off'],
      status: ['Ärendet är avslutat, eftersom det återkallades.', 'The case is closed, since it was withdrawn.']
    },
    { type: 'final', meta: { phase: 'folja-upp', done: true, outcome: 'avskrivning' } }
  );
  const own = kit.event(
    'aterkalla',
    ['Återkalla', 'Withdraw'],
    ['Vill du återkalla ärendet? Då avslutar vi det.', 'Withdraw the case? Then we close it.']
  );
  const register = kit.event('registrera-aterkallelse', ['Registrera en återkallelse', 'Register a withdrawal']);
  return {
    on: {
      [own]: { target: taken, meta: { roles: kit.citizens, confirm: true } },
      [register]: { target: taken, meta: { roles: ['caseworker'], form: note } }
    }
  };
}

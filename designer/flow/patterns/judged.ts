import type { JsonObject } from '#runtime/definition/json.ts';
import type { Told } from './define.ts';
import type { Question } from './form.ts';
import type { Said } from './kit.ts';
import { ATTACHMENTS, notify, reminder } from './said.ts';
import type { WaySpot } from './spot.ts';

/** What came of an appeal. */
const JUDGED: Question = {
  id: 'result',
  kind: 'choose-one',
  required: true,
  label: ['Vad blev det?', 'What was the outcome?'],
  options: {
    'star-fast': ['Vårt beslut står fast', 'Our decision stands'],
    andrat: ['Beslutet är ändrat eller upphävt', 'The decision is changed or set aside'],
    aterforvisat: ['Ärendet kommer tillbaka till oss', 'The case comes back to us']
  }
};

/** Where a case goes when a higher instance has decided: back to whoever decides, or on. */
const judgedWays = ({
  form,
  back,
  next,
  actions
}: {
  form: string;
  back: string;
  next: string;
  actions: JsonObject[];
}): JsonObject[] => [
  {
    guard: { type: 'when', params: { op: 'eq', field: `/${form}/result`, value: 'aterforvisat' } },
    ...{ target: back, actions, meta: { roles: ['caseworker', 'registrar'], form } }
  },
  { target: next, actions }
];

interface Above {
  /** The step where it rests. */
  readonly state: string;
  readonly said: Readonly<Record<'title' | 'status', Said>>;
  readonly event: readonly [key: string, label: Said];
  /** What is registered. */
  readonly form: { readonly key: string; readonly title: Said; readonly judgment: Said };
  /** What the citizen is told then. */
  readonly message: string;
}

/** A case rests with whoever tries the appeal until what they decided is registered: then it comes back, or goes on. */
export function triedAbove(
  { kit, spot }: Pick<Told<WaySpot>, 'kit' | 'spot'>,
  { state, said, event, form, message }: Above
): void {
  const judgment: Question = { id: 'judgment', kind: 'long-text', label: form.judgment };
  const judged = kit.form(form.key, form.title, { handlingstyp: 'dom', questions: [JUDGED, judgment, ATTACHMENTS] });
  kit.text('document.dom.title', ['Avgörande från högre instans', 'Decision of a higher instance']);
  kit.state(state, said, {
    meta: { phase: 'hantera', waitsFor: 'authority', role: 'caseworker', deadline: 'P180D' },
    after: { P180D: reminder(kit.late('caseworker')) },
    on: {
      [kit.event(...event)]: judgedWays({
        ...{ form: judged, back: spot.state.key, next: spot.target },
        actions: [notify(kit.citizen, message)]
      })
    }
  });
}

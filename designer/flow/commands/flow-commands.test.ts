import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseType } from '#runtime/definition/case-type.ts';
import type { JsonObject } from '#runtime/definition/json.ts';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { checkStructure } from '#runtime/check/rules/v3-structure.ts';
import { objectOf } from '../../document/elements.ts';
import type { CaseTypeDocument, Command } from '../../document/model.ts';
import { applyPatches } from '../../document/patch.ts';
import { valueAt } from '../../document/path.ts';
import { isDrawable } from '../../form/drawable.ts';
import { sampled } from '../../../tests/support/sample.ts';
import { shippedDocuments, workedDocument } from '../../testing/documents.ts';
import { flowOf } from '../flow-of.ts';
import { partsOf } from '../parts.ts';
import { addBranch } from './add-branch.ts';
import { addStep } from './add-step.ts';
import { addDeadline, addDone, addOutcome, addReminder } from './add-way.ts';
import { connect } from './connect.ts';
import { deleteStep, waysTo } from './delete-step.ts';
import { deleteWay } from './delete-way.ts';
import { flowFragmentOf, readFlowFragment } from './flow-fragment.ts';
import { stateAt, statesAt } from './flow-places.ts';
import { makeDefault } from './make-default.ts';
import { moveStep, moveStepByOne } from './move-step.ts';
import { moveWay } from './move-way.ts';
import { duplicateStep, pasteStep } from './paste-step.ts';
import { setDelay } from './set-delay.ts';
import { setGuard } from './set-guard.ts';
import { setInitial } from './set-initial.ts';
import { STEP_KINDS } from './step-kinds.ts';
import { turnInto } from './turn-into.ts';

const example = await workedDocument();
const shipped = await shippedDocuments();

const after = (document: CaseTypeDocument, command: Command): CaseTypeDocument => {
  const edit = command(document);
  if (isRefusal(edit)) throw new Error(JSON.stringify(edit));
  const done = applyPatches(document, edit.patches);
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
  return done.document;
};

/** Applied, reverted and applied again: the same bytes each time. Undefined when it is refused. */
function there(document: CaseTypeDocument, command: Command): CaseTypeDocument | undefined {
  const edit = command(document);
  if (isRefusal(edit)) return undefined;
  const done = applyPatches(document, edit.patches);
  if (isRefusal(done)) throw new Error(JSON.stringify([edit, done]));
  const back = applyPatches(done.document, edit.inverse);
  if (isRefusal(back)) throw new Error(JSON.stringify([edit, back]));
  expect(JSON.stringify(back.document)).toBe(JSON.stringify(document));
  const again = applyPatches(back.document, edit.patches);
  if (isRefusal(again)) throw new Error(JSON.stringify([edit, again]));
  expect(JSON.stringify(again.document)).toBe(JSON.stringify(done.document));
  return done.document;
}

const caseType = (document: unknown): CaseType => (isDrawable(document) ? document : expect.unreachable());

/** What no machine that is drawn may have. */
const faultsIn = (document: CaseTypeDocument): string[] =>
  checkStructure(caseType(document)).map(({ fault, pointer }) => `${fault} ${pointer}`);

const CONDITION = { op: 'answered', field: '/application/name' };

/** Every command at every place of a flow. */
function commandsIn(document: CaseTypeDocument): Command[] {
  const flow = flowOf(document) ?? expect.unreachable();
  const parts = partsOf(flow);
  const states = statesAt(document).map(({ key }) => key);
  const ways = parts.flatMap(({ sort, pointer }) => (sort === 'state' ? [] : [pointer]));
  const groups = [null, ...statesAt(document).flatMap(({ key, config }) => (config.states ? [key] : []))];
  return [
    ...groups.flatMap((group) => STEP_KINDS.map((kind) => addStep(kind, 'Nytt', { group }))),
    ...ways.map((from) => addStep('step', 'Mellan', { group: groupOf(document, from), from })),
    ...states.flatMap((state) => [
      ...[
        duplicateStep(state),
        deleteStep(state),
        setInitial(state),
        moveStepByOne(state, 1),
        moveStepByOne(state, -1)
      ],
      ...[addReminder(state, 'P3D', 'manager'), addDone(state, states[0] ?? ''), addDeadline(state, 'P9D', state)],
      addOutcome(state, { label: 'Ny knapp', target: state, roles: ['caseworker'] }),
      ...STEP_KINDS.map((kind) => turnInto(state, kind)),
      ...groups.map((group) => moveStep(state, { group }))
    ]),
    ...ways.flatMap((way) => [
      ...[connect(way, states[0]), connect(way, undefined), deleteWay(way), moveWay(way, 1), moveWay(way, -1)],
      ...[setGuard(way, CONDITION), makeDefault(way), setDelay(way, 'P77D'), addBranch(way, CONDITION, states[0])]
    ])
  ];
}

/** So many of a list, evenly. */
const spread = <Item>(items: readonly Item[], count: number): Item[] =>
  items.filter((_, index) => index % Math.ceil(items.length / count) === 0);

const groupOf = (document: CaseTypeDocument, pointer: string): string | null => {
  const keys = pointer.split('/states/').slice(1, -1);
  return stateAt(document, keys.at(-1) ?? '')?.key ?? null;
};

describe('every command on a flow', () => {
  it('is reverted byte for byte and applied again, at every place', { timeout: 60_000 }, () => {
    for (const command of commandsIn(example)) there(example, command);
  });

  it('is so in the shipped flows too, at places all over them', { timeout: 60_000 }, () => {
    for (const [slug, document] of Object.entries(shipped))
      for (const command of sampled(slug, spread(commandsIn(document), 20), 4)) there(document, command);
  });

  it('leaves a machine that can be run when steps are moved, copied and deleted', { timeout: 60_000 }, () => {
    for (const [slug, document] of Object.entries({ example, ...shipped })) {
      expect(faultsIn(document)).toEqual([]);
      const states = statesAt(document);
      const groups = [null, ...states.flatMap(({ key, config }) => (config.states ? [key] : []))];
      const commands = states.flatMap(({ key, parent }): [string, Command][] => {
        const beside = states.find((each) => each.parent === parent && each.key !== key)?.key;
        return [
          [`duplicate ${key}`, duplicateStep(key)],
          [`delete ${key}`, deleteStep(key, beside)],
          ...groups.map((group): [string, Command] => [`move ${key} to ${group}`, moveStep(key, { group })])
        ];
      });
      for (const [name, command] of slug === 'example' ? commands : sampled(slug, spread(commands, 20), 4)) {
        const done = there(document, command);
        // Two parts at least must go on at the same time, and an event must not be repeated: the check says so then.
        const faults = (done ? faultsIn(done) : []).filter((fault) => !/^(too-few-regions|event-)/.test(fault));
        expect([slug, name, faults]).toEqual([slug, name, []]);
      }
    }
  });
});

describe('a new step', () => {
  it('put on a way leads to where the way led, with the texts that people read', () => {
    const from = '/states/granska/on/klar';
    const made = after(example, addStep('step', 'Hör nämnden', { group: null, before: 'besluta', from }));
    expect(valueAt(made, `/flow${from}/target`)).toBe('hor-namnden');
    expect(stateAt(made, 'hor-namnden')?.config).toEqual({
      meta: { phase: 'utreda', waitsFor: 'caseworker', role: 'caseworker' },
      on: { 'klar-2': { target: 'besluta', meta: { roles: ['caseworker'] } } }
    });
    expect(objectOf(made.texts).sv).toMatchObject({
      'state.hor-namnden.title': 'Hör nämnden',
      'state.hor-namnden.status': 'Hör nämnden',
      'event.klar-2.label': 'Klar'
    });
    expect(Object.keys(objectOf(objectOf(made.flow).states)).indexOf('hor-namnden')).toBe(5);
  });

  it('of every kind can be run at once, in the flow and in a group', () => {
    for (const kind of STEP_KINDS)
      for (const group of [null, 'remiss']) {
        const before = group === null ? 'besluta' : 'remiss-slut';
        expect(faultsIn(after(example, addStep(kind, 'Nytt', { group, before })))).toEqual([]);
      }
  });

  it('beside what goes on at the same time is a group of its own, or refused', () => {
    expect(addStep('step', 'Ensam', { group: 'beredning' })(example)).toEqual({ refused: 'edit.not_here' });
    expect(faultsIn(after(example, addStep('phase', 'Syn', { group: 'beredning' })))).toEqual([]);
  });
});

describe('a way on', () => {
  it('leads to steps beside the one it leaves and to no others', () => {
    expect(connect('/states/granska/on/klar', 'remiss-ute')(example)).toEqual({ refused: 'edit.not_here' });
    const led = after(example, connect('/on/aterkalla', 'avslutad'));
    expect(valueAt(led, '/flow/on/aterkalla/target')).toBe('.avslutad');
    expect(valueAt(after(led, connect('/on/aterkalla', undefined)), '/flow/on/aterkalla')).toEqual({
      meta: { roles: ['applicant'], confirm: true }
    });
  });

  it('parts by a condition, and the one that is taken otherwise can be another', () => {
    const parted = after(example, addBranch('/states/granska/on/klar', CONDITION, 'komplettering'));
    expect(valueAt(parted, '/flow/states/granska/on/klar')).toEqual([
      { guard: { type: 'when', params: CONDITION }, target: 'komplettering', meta: { roles: ['caseworker'] } },
      { target: 'besluta' }
    ]);
    const twice = after(parted, addBranch('/states/granska/on/klar/1', CONDITION, 'remiss'));
    expect(valueAt(twice, '/flow/states/granska/on/klar')).toMatchObject([
      { target: 'komplettering' },
      { target: 'remiss' },
      { target: 'besluta' }
    ]);
    const turned = after(parted, makeDefault('/states/granska/on/klar/0'));
    expect(valueAt(turned, '/flow/states/granska/on/klar')).toEqual([
      {
        guard: { type: 'when', params: { op: 'not', args: [CONDITION] } },
        target: 'besluta',
        meta: { roles: ['caseworker'] }
      },
      { target: 'komplettering' }
    ]);
    const alone = after(turned, deleteWay('/states/granska/on/klar/0'));
    expect(valueAt(alone, '/flow/states/granska/on/klar')).toEqual({
      target: 'komplettering',
      meta: { roles: ['caseworker'] }
    });
  });

  it('of time is told by a message of its own, changes its time, and goes with its texts', () => {
    const reminded = after(example, addReminder('besluta', 'P10D', 'manager'));
    expect(valueAt(reminded, '/flow/states/besluta/after/P10D/actions/0/params/text')).toBe('paminnelse-2');
    expect(objectOf(objectOf(reminded.texts).sv)['message.paminnelse-2.subject']).toBe('Påminnelse om ärende {number}');
    const later = after(reminded, setDelay('/states/besluta/after/P10D', 'kompletteringstid'));
    expect(Object.keys(objectOf(valueAt(later, '/flow/states/besluta/after')))).toEqual(['kompletteringstid']);
    const gone = after(later, deleteWay('/states/besluta/after/kompletteringstid'));
    expect(gone.texts).toEqual(example.texts);
    expect(gone.flow).toEqual(example.flow);
  });

  it('that an automation must have is not taken away', () => {
    expect(deleteWay('/states/utbetala/invoke/onError')(example)).toEqual({ refused: 'edit.not_here' });
  });

  it('is one of the buttons in their order', () => {
    const moved = after(example, moveWay('/states/granska/on/klar', -1));
    expect(Object.keys(objectOf(valueAt(moved, '/flow/states/granska/on')))).toEqual(['klar', 'begar-komplettering']);
  });
});

describe('deleting a step', () => {
  it('leads what led there elsewhere, and takes its texts and places with it', () => {
    expect(waysTo(example, 'komplettering')).toBe(1);
    const gone = after(example, deleteStep('komplettering', 'besluta'));
    expect(valueAt(gone, '/flow/states/granska/on/begar-komplettering/target')).toBe('besluta');
    const left = JSON.stringify([gone.texts, gone.layout]);
    for (const text of ['state.komplettering.', 'event.komplettera.', 'message.komplettera.'])
      expect(left).not.toContain(text);
    expect(left).toContain('event.begar-komplettering.label');
  });

  it('takes the ways there too when nothing takes its place', () => {
    const gone = after(example, deleteStep('komplettering'));
    expect(valueAt(gone, '/flow/states/granska/on')).toEqual({
      klar: { target: 'besluta', meta: { roles: ['caseworker'] } }
    });
  });

  it('is refused for the only step of a group', () => {
    const alone = after(example, deleteStep('remiss-slut', 'remiss-ute'));
    expect(deleteStep('remiss-ute')(alone)).toEqual({ refused: 'edit.only_step' });
  });
});

describe('moving a step into a group and out of it', () => {
  it('leads ways to the group, and out of it to its end', () => {
    const inside = after(example, moveStep('komplettering', { group: 'remiss', before: 'remiss-slut' }));
    expect(valueAt(inside, '/flow/states/granska/on/begar-komplettering/target')).toBe('beredning');
    expect(stateAt(inside, 'komplettering')?.config.on).toMatchObject({ komplettera: { target: 'remiss-slut' } });
    const out = after(inside, moveStep('komplettering', { group: null, before: 'beredning' }));
    expect(valueAt(out, '/flow/states/komplettering/on/komplettera/target')).toBe('beredning');
  });

  it('is refused into itself, and for a single step among what goes on at the same time', () => {
    expect(moveStep('beredning', { group: 'remiss' })(example)).toEqual({ refused: 'edit.not_here' });
    expect(moveStep('granska', { group: 'beredning' })(example)).toEqual({ refused: 'edit.not_here' });
  });
});

describe('a copied step', () => {
  it('has keys of its own and the same texts', () => {
    const copied = after(example, duplicateStep('beredning'));
    expect(stateAt(copied, 'remiss-ute-2')?.config).toMatchObject({
      on: { 'remissvar-2': { target: 'remiss-slut-2' } }
    });
    expect(valueAt(copied, '/texts/sv/event.remissvar-2.label')).toBe(
      valueAt(copied, '/texts/sv/event.remissvar.label')
    );
    expect(faultsIn(copied)).toEqual([]);
  });

  it('brings what it names into another case type, by way of text', () => {
    const fragment = readFlowFragment(JSON.stringify(flowFragmentOf(example, 'komplettering')));
    if (!fragment) throw new Error('The fragment is not read.');
    const document = shipped.felanmalan ?? {};
    const { states } = objectOf(document.flow);
    const [first] = Object.keys(objectOf(states));
    const pasted = after(document, pasteStep(fragment, { group: null, ...(first !== undefined && { before: first }) }));
    expect(valueAt(pasted, '/settings/delays/kompletteringstid')).toEqual(
      valueAt(example, '/settings/delays/kompletteringstid')
    );
    expect(valueAt(pasted, '/texts/sv/message.komplettera.subject')).toBe(
      valueAt(example, '/texts/sv/message.komplettera.subject')
    );
    expect(faultsIn(pasted)).toEqual([]);
  });

  it('is nothing when it is no piece of flow', () => {
    expect(readFlowFragment('hej')).toBeUndefined();
    expect(readFlowFragment('{"flowFragment":1}')).toBeUndefined();
  });
});

describe('turning a step into another kind', () => {
  const turned = (step: string, kind: (typeof STEP_KINDS)[number]): JsonObject =>
    stateAt(after(example, turnInto(step, kind)), step)?.config ?? {};

  it('keeps where it leads and what is done there', () => {
    expect(turned('vagval', 'step')).toMatchObject({
      meta: { phase: 'aktualisera', waitsFor: 'caseworker' },
      on: { 'klar-2': [{ target: 'beredning', meta: { roles: ['caseworker'] } }, { target: 'granska' }] }
    });
    expect(turned('besluta', 'automatic')).toMatchObject({
      invoke: { onDone: [{ target: 'utbetala' }, { target: 'overklagandetid' }], onError: { target: 'utbetala' } }
    });
    expect(turned('komplettering', 'phase')).toMatchObject({
      entry: [{ type: 'notify' }],
      onDone: { target: 'granska' },
      after: { kompletteringstid: { target: 'granska' } }
    });
    expect(turned('overklagandetid', 'end')).toEqual({ type: 'final', meta: { phase: 'folja-upp', done: true } });
  });

  it('between a phase and what goes on at the same time keeps the steps', () => {
    const row = after(example, turnInto('beredning', 'phase'));
    expect(stateAt(row, 'remiss')?.config.onDone).toEqual({ target: 'utredning' });
    expect(faultsIn(row)).toEqual([]);
    expect(faultsIn(after(row, turnInto('beredning', 'regions')))).toEqual([]);
  });
});

describe('two hundred commands on a flow in a row', () => {
  it('are each undone byte for byte, and leave something that can be walked through', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 200, maxLength: 200 }), (dice) => {
        let document = example;
        for (const die of dice) {
          const commands = commandsIn(document);
          const done = there(document, commands[die % commands.length] ?? setInitial(''));
          if (done && JSON.stringify(done.flow).length < 30_000) document = done;
          expect(flowOf(document)).toBeDefined();
        }
      }),
      { numRuns: 1, endOnFailure: true }
    );
  });
});

import type { Branch, Branches, Flow, FlowState } from '../../definition/types.ts';

/**
 * What is drawn of a flow: every state as one figure, and beside the states what follows from them (where a group begins,
 * where ways part, the clocks on the border of a step). What follows is derived: it is read from its state and never the
 * other way round.
 */
export type FigureKind =
  | 'step'
  | 'wait'
  | 'automatic'
  | 'table'
  | 'decision'
  | 'end'
  | 'phase'
  | 'regions'
  | 'at-any-time'
  | 'start'
  | 'event'
  | 'leads-to'
  | 'crossing'
  | 'timer'
  | 'reminder'
  | 'message'
  | 'result'
  | 'failure'
  | 'condition';

export interface Figure {
  readonly id: string;
  readonly kind: FigureKind;
  /** Its name in `layout.nodes`: the key of a state, the JSON Pointer into `flow.json` of what a derived figure stands for. */
  readonly place: string;
  /** The text key of what it is called; empty when nobody has to name it. */
  readonly text: string;
  /** The figure it stands in; null for the whole flow. */
  readonly inside: string | null;
  /** The figure on whose border it sits. */
  readonly on: string | null;
  readonly state: { readonly key: string; readonly config: FlowState } | null;
}

export interface Line {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Its name in `layout.edges`: the JSON Pointer of the branch, or of the list of branches that it leads to. */
  readonly place: string;
  readonly text: string;
  readonly branch: Branch | null;
  /** The branch that is taken when no other of a crossing is. */
  readonly isDefault: boolean;
}

export interface Drawing {
  readonly figures: readonly Figure[];
  readonly lines: readonly Line[];
}

/** A list of branches of one state and how it is drawn: from the figure itself, from an event on its border, or not at all. */
export interface DrawnList {
  /** Where it stands in its state, as `/on/klar`. */
  readonly place: string;
  readonly list: Branches;
  readonly border: FigureKind | null;
  readonly text: string;
}

/** Figures whose ways part by themselves. */
export const isCrossing = (kind: FigureKind): boolean => kind === 'crossing' || kind === 'decision';

/** How a state is drawn. */
export function kindOf({ type, states, invoke, always, on, after, meta }: FlowState): FigureKind {
  if (type === 'final') return 'end';
  if (states) return type === 'parallel' ? 'regions' : 'phase';
  if (invoke) return invoke.src === 'decision' ? 'table' : 'automatic';
  if (always && !on && !after) return 'decision';
  return meta?.waitsFor === undefined || meta.waitsFor === 'caseworker' ? 'step' : 'wait';
}

/** The lists of branches of a state that lead anywhere (a reminder leads nowhere and is drawn all the same), in document order. */
export function drawnLists(config: FlowState): DrawnList[] {
  const kind = kindOf(config);
  const { always, invoke, after, on, onDone, states } = config;
  const entries = (lists: Readonly<Record<string, Branches>> = {}) => Object.entries(lists);
  const direct = states ? 'onDone' : invoke ? 'result' : 'on';
  const drawn = (place: string, list: Branches | undefined, border: FigureKind | null, text = ''): DrawnList[] =>
    list && (leads(list) || border === 'reminder') ? [{ place, list, border, text }] : [];
  return [
    ...drawn('/always', always, kind === 'decision' ? null : 'condition'),
    ...drawn('/invoke/onDone', invoke?.onDone, direct === 'result' ? null : 'result'),
    ...drawn('/invoke/onError', invoke?.onError, 'failure'),
    ...entries(after).flatMap(([name, list]) => drawn(`/after/${name}`, list, leads(list) ? 'timer' : 'reminder')),
    ...entries(on).flatMap(([name, list]) =>
      drawn(`/on/${name}`, list, direct === 'on' ? null : 'message', `event.${name}.label`)
    ),
    ...drawn('/onDone', onDone, direct === 'onDone' ? null : 'condition')
  ];
}

const leads = (list: Branches): boolean => [list].flat().some(({ target }) => target !== undefined);

export const idOfState = (key: string): string => `state.${key}`;

/** Everything that is drawn of a flow, in document order. Pure; takes any flow whose keys are unique and whose targets exist. */
export function drawingOf(flow: Flow): Drawing {
  const figures: Figure[] = [];
  const lines: Line[] = [];
  const keys = new Set<string>();

  interface Scope {
    readonly inside: string | null;
    readonly pointer: string;
    /** The beginning of the ids of what is derived here. */
    readonly name: string;
  }
  const figure = (kind: FigureKind, scope: Scope, more: { place: string; on?: string; text?: string }): string => {
    const id = `${scope.name}${more.place.slice(scope.pointer.length).replaceAll('/', '.')}`;
    const { place, on = null, text = '' } = more;
    figures.push({ id, kind, place, text, inside: scope.inside, on, state: null });
    return id;
  };
  const line = (id: string, ends: Pick<Line, 'from' | 'to' | 'place'>, more: Partial<Line> = {}): void =>
    void lines.push({ id: `${id}.line`, text: '', branch: null, isDefault: false, ...ends, ...more });

  /** From one figure by one list of branches to where they lead. */
  const spread = (from: string, { place, list, text }: DrawnList, scope: Scope, arrive: Arrive): void => {
    const start = `${scope.pointer}${place}`;
    if (!Array.isArray(list)) return branchLine({ from, branch: list, place: start, text }, scope, arrive);
    const source = figures.find(({ id }) => id === from);
    const parts = source && isCrossing(source.kind) && place === '/always';
    const crossing = parts ? from : figure('crossing', scope, { place: `${start}/-` });
    if (!parts) line(crossing, { from, to: crossing, place: start }, { text });
    for (const [index, branch] of list.entries())
      branchLine(
        { from: crossing, branch, place: `${start}/${index}`, isLast: index === list.length - 1 },
        scope,
        arrive
      );
  };
  const branchLine = (
    {
      from,
      branch,
      place,
      text = '',
      isLast = false
    }: { from: string; branch: Branch; place: string; text?: string; isLast?: boolean },
    scope: Scope,
    arrive: Arrive
  ): void => {
    if (branch.target === undefined) return;
    const id = `${scope.name}${place.slice(scope.pointer.length).replaceAll('/', '.')}`;
    const isDefault = isLast && branch.guard === undefined;
    line(id, { from, to: arrive(branch.target, place), place }, { branch, text, isDefault });
  };

  const visit = (group: Flow | FlowState, scope: Scope): void => {
    if (group.initial !== undefined && Object.hasOwn(group.states ?? {}, group.initial)) {
      const place = `${scope.pointer}/initial`;
      const start = figure('start', scope, { place });
      line(start, { from: start, to: idOfState(group.initial), place });
    }
    for (const [key, config] of Object.entries(group.states ?? {})) {
      if (keys.has(key)) continue;
      keys.add(key);
      const id = idOfState(key);
      const kind = kindOf(config);
      figures.push({
        id,
        kind,
        place: key,
        text: `state.${key}.title`,
        inside: scope.inside,
        on: null,
        state: { key, config }
      });
      visit(config, { inside: id, pointer: `${scope.pointer}/states/${key}`, name: id });
      leave(config, id, { inside: scope.inside, pointer: `${scope.pointer}/states/${key}`, name: id });
    }
  };
  const toState: Arrive = (target) => idOfState(target);
  const leave = (config: FlowState, id: string, scope: Scope): void => {
    const lists = drawnLists(config);
    const own = lists.filter(({ border }) => border === null);
    const outcomes = own.filter(({ place }) => place.startsWith('/on/'));
    const place = `${scope.pointer}/on`;
    const parting = outcomes.length > 1 ? figure('crossing', scope, { place }) : id;
    if (parting !== id) line(parting, { from: id, to: parting, place });
    for (const list of lists) {
      const { border, text } = list;
      const from = border
        ? figure(border, scope, { place: `${scope.pointer}${list.place}`, on: id, text })
        : outcomes.includes(list)
          ? parting
          : id;
      if (border !== 'reminder') spread(from, border ? { ...list, text: '' } : list, scope, toState);
    }
  };

  const root: Scope = { inside: null, pointer: '', name: 'flow' };
  visit(flow, root);
  for (const [event, list] of Object.entries(flow.on ?? {})) {
    if (!leads(list)) continue;
    const text = `event.${event}.label`;
    const holder = figure('at-any-time', root, { place: `/on/${event}`, text });
    const scope = { ...root, inside: holder };
    const from = figure('event', scope, { place: `/on/${event}/event`, text });
    const arrive: Arrive = (target, place) =>
      figure('leads-to', scope, { place: `${place}/target`, text: `state.${target.slice(1)}.title` });
    spread(from, { place: `/on/${event}`, list, border: null, text: '' }, scope, arrive);
  }
  return { figures, lines };
}

type Arrive = (target: string, place: string) => string;

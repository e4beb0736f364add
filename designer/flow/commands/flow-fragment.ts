import type { Json, JsonObject } from '#runtime/definition/json.ts';
import { isObject } from '#runtime/form/pointer.ts';
import { objectOf } from '../../document/elements.ts';
import type { CaseTypeDocument } from '../../document/model.ts';
import type { Place } from '../../document/path.ts';
import type { Reference, Subject } from '../../document/references/model.ts';
import { referencesIn } from '../../document/references/references.ts';
import { startsWith } from '../../document/uses.ts';
import { stateAt } from './flow-places.ts';

/**
 * A piece of flow with all that it needs, as JSON for the clipboard and other case types: the steps, and of their case type the texts, forms,
 * tables, delays, conditions and handlingstyper that they name. `document` is a case type of nothing but these, so that every command
 * works on it too.
 */
export interface FlowFragment {
  readonly flowFragment: 1;
  readonly from: { readonly caseType: string; readonly step: string };
  readonly document: CaseTypeDocument;
}

/** A step with all in it and all that it names; undefined when there is none. Pure. */
export function flowFragmentOf(document: CaseTypeDocument, step: string): FlowFragment | undefined {
  const state = stateAt(document, step);
  if (!state) return undefined;
  const names = namedFrom(document, state.place);
  const { settings, forms, decisions, texts } = document;
  const { slug, conditions, delays, handlingstyper } = objectOf(settings);
  const inside = Object.keys(objectOf(state.config.states)).length > 0 ? allKeys(state.config) : [];
  const subjects = new Set([step, ...inside].map((key) => `state.${key}`));
  for (const area of ['event', 'message', 'document'] as const)
    for (const key of names.get(area) ?? []) subjects.add(`${area}.${key}`);
  const wantedForms = names.get('form');
  return {
    flowFragment: 1,
    from: { caseType: typeof slug === 'string' ? slug : '', step },
    document: {
      settings: {
        conditions: pick(conditions, names.get('condition')),
        delays: pick(delays, names.get('delay')),
        handlingstyper: (Array.isArray(handlingstyper) ? handlingstyper : []).filter((row) =>
          names.get('handlingstyp')?.has(String(objectOf(row).key))
        )
      },
      forms: Object.fromEntries(Object.entries(pick(forms, wantedForms)).filter(([form]) => form !== 'application')),
      flow: { id: 'flow', initial: step, states: { [step]: state.config } },
      decisions: pick(decisions, names.get('decision')),
      texts: Object.fromEntries(
        Object.entries(objectOf(texts)).map(([language, held]) => [
          language,
          Object.fromEntries(
            Object.entries(objectOf(held)).filter(([key]) => {
              const [area, name = ''] = key.split('.');
              return subjects.has(`${area}.${name}`) || (area === 'form' && wantedForms?.has(name));
            })
          )
        ])
      )
    }
  };
}

/** What something names, and what that names in turn, by subject. */
function namedFrom(document: CaseTypeDocument, place: Place): ReadonlyMap<Subject, ReadonlySet<string>> {
  const names = new Map<Subject, Set<string>>();
  const queue: Place[] = [place];
  const homes: Partial<Record<Subject, (key: string) => Place>> = {
    condition: (key) => ['settings', 'conditions', key],
    form: (key) => ['forms', key],
    decision: (key) => ['decisions', key]
  };
  for (let at = queue.pop(); at; at = queue.pop()) {
    const here = at;
    const found: Reference[] = referencesIn(document).filter((reference) => startsWith(reference.place, here));
    for (const { to, key } of found) {
      const known = names.get(to) ?? new Set<string>();
      names.set(to, known);
      if (known.has(key)) continue;
      known.add(key);
      const home = homes[to]?.(key);
      if (home) queue.push(home);
    }
  }
  return names;
}

const allKeys = ({ states }: JsonObject): string[] =>
  Object.entries(objectOf(states)).flatMap(([key, inner]) => [key, ...allKeys(objectOf(inner))]);

const pick = (object: Json | undefined, keys: ReadonlySet<string> | undefined): JsonObject =>
  Object.fromEntries(Object.entries(objectOf(object)).filter(([key]) => keys?.has(key)));

/** A fragment from the clipboard; undefined for anything else. Pure. */
export function readFlowFragment(text: string): FlowFragment | undefined {
  let value: Json;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { flowFragment, from, document } = objectOf(value);
  const { caseType, step } = objectOf(from);
  if (flowFragment !== 1 || !isObject(document) || typeof caseType !== 'string' || typeof step !== 'string')
    return undefined;
  return stateAt(document, step) ? { flowFragment, from: { caseType, step }, document } : undefined;
}

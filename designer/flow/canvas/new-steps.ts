import type { JsonObject } from '#runtime/definition/json.ts';
import { kindOf, type FigureKind } from '#runtime/flow/bpmn/figures.ts';
import { withText } from '../../commands/set-text.ts';
import { objectOf } from '../../document/elements.ts';
import type { CaseTypeDocument } from '../../document/model.ts';
import { speaksAround } from '../commands/add-step.ts';
import { groupsAround, statesAt, withValue, type StateAt } from '../commands/flow-places.ts';

/** What is drawn and not named is called, in the language that every case type has. */
const NAMES: Partial<Record<FigureKind, string>> = {
  step: 'Nytt steg',
  wait: 'Väntar',
  automatic: 'Automatiskt steg',
  table: 'Beslutstabell',
  decision: 'Vägval',
  end: 'Slut',
  phase: 'Ny fas',
  regions: 'Samtidigt'
};

/** What was drawn gets what every step has: a name, a phase, and what the citizen reads of it. Pure. */
export function withDefaults(before: CaseTypeDocument, after: CaseTypeDocument): CaseTypeDocument {
  const known = new Set(statesAt(before).map(({ key }) => key));
  return statesAt(after)
    .filter(({ key }) => !known.has(key))
    .reduce((document, state) => withStatus(withPhase(document, state), state), after);
}

function withPhase(document: CaseTypeDocument, { key, place, config }: StateAt): CaseTypeDocument {
  const meta = objectOf(config.meta);
  if (config.type === 'final' || meta.phase !== undefined) return document;
  const told = { phase: phaseNear(document, key), ...meta };
  return withValue(document, place, 'meta' in config ? { ...config, meta: told } : { meta: told, ...config });
}

/** The phase of what leads to it, of what it stands in, or of what stands beside it. */
function phaseNear(document: CaseTypeDocument, key: string): string {
  const states = statesAt(document);
  const own = states.find((state) => state.key === key);
  const leads = ({ config: { on, always, after, onDone, invoke } }: StateAt): boolean =>
    JSON.stringify([on, always, after, onDone, invoke]).includes(`"target":${JSON.stringify(key)}`);
  const around = groupsAround(document, key);
  const near = [
    ...states.filter(leads),
    ...states.filter((state) => around.includes(state.key)),
    ...states.filter(({ parent }) => parent === own?.parent)
  ];
  const phases = near.map(({ config }) => objectOf(config.meta).phase);
  return phases.find((phase) => typeof phase === 'string')?.toString() ?? 'utreda';
}

function withStatus(document: CaseTypeDocument, { key, parent, config }: StateAt): CaseTypeDocument {
  const kind = kindOf(asState(config));
  const text = (name: string) => objectOf(objectOf(document.texts).sv)[`state.${key}.${name}`];
  const title = text('title') ?? NAMES[kind] ?? key;
  const named = withText(document, { language: 'sv', key: `state.${key}.title`, text: String(title) });
  const isSilent = kind === 'decision' || kind === 'phase' || speaksAround(document, parent);
  if (isSilent || text('status') !== undefined) return named;
  return withText(named, { language: 'sv', key: `state.${key}.status`, text: String(title) });
}

const asState = (config: JsonObject): Parameters<typeof kindOf>[0] => JSON.parse(JSON.stringify(config));

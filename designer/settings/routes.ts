import type { Appeal } from '#runtime/definition/types.ts';
import type { Json, JsonObject } from '#runtime/definition/json.ts';
import { objectOf } from '../document/elements.ts';
import type { CaseTypeDocument } from '../document/model.ts';

type Kind = Appeal['kind'];

const NAMES = {
  lansstyrelsen: 'law.instance.lansstyrelsen',
  forvaltningsratten: 'law.instance.forvaltningsratten',
  kammarratten: 'law.instance.kammarratten',
  'mark-och-miljodomstolen': 'law.instance.mark-och-miljodomstolen',
  regeringen: 'law.instance.regeringen',
  'beslutande-organ': 'law.instance.beslutande-organ'
} as const;

type InstanceKey = keyof typeof NAMES;

/** Who can try an appeal, by its route: laglighetsprövning is förvaltningsrätten's alone (KL 13:4), what may not be appealed has nobody. */
const INSTANCES: Readonly<Record<Kind, readonly InstanceKey[]>> = {
  forvaltningsbesvar: ['lansstyrelsen', 'forvaltningsratten', 'kammarratten', 'mark-och-miljodomstolen', 'regeringen'],
  laglighetsprovning: ['forvaltningsratten'],
  'ej-overklagbart': []
};

/** What statutes say of where a municipality's beslut is appealed. */
const BY_STATUTE: readonly { readonly sfs: string; readonly instance: InstanceKey; readonly paragraph: string }[] = [
  { sfs: '2010:900', instance: 'lansstyrelsen', paragraph: '13 kap. 3 §' },
  { sfs: '2006:804', instance: 'lansstyrelsen', paragraph: '31 §' },
  { sfs: '1998:808', instance: 'lansstyrelsen', paragraph: '19 kap. 1 §' },
  { sfs: '2009:400', instance: 'kammarratten', paragraph: '6 kap. 7 §' },
  { sfs: '1993:387', instance: 'forvaltningsratten', paragraph: '27 §' },
  { sfs: '2010:1622', instance: 'forvaltningsratten', paragraph: '10 kap. 1 §' }
];

/** The text that names an instance, or where an appeal is handed in. */
export const instanceName = (key: InstanceKey) => NAMES[key];

const isKind = (kind: Json | undefined): kind is Kind => typeof kind === 'string' && Object.hasOwn(INSTANCES, kind);

const appealOf = (document: CaseTypeDocument): JsonObject => objectOf(objectOf(document.settings).appeal);

/** The route that a draft has chosen; undefined when it is none. */
export function kindOfRoute(document: CaseTypeDocument): Kind | undefined {
  const { kind } = appealOf(document);
  return isKind(kind) ? kind : undefined;
}

/** Those who can try an appeal of a draft's route. Pure. */
export const instancesFor = (document: CaseTypeDocument): readonly InstanceKey[] =>
  INSTANCES[kindOfRoute(document) ?? 'forvaltningsbesvar'];

/** What the statutes of a draft's legal basis say of its appeal; the first that says something. Pure. */
export function suggestedRoute(document: CaseTypeDocument): (Appeal & { readonly instance: InstanceKey }) | undefined {
  const { legalBasis } = objectOf(document.settings);
  const statutes = (Array.isArray(legalBasis) ? legalBasis : []).map((each) => objectOf(each).statute);
  const found = statutes.map((statute) => BY_STATUTE.find(({ sfs }) => sfs === statute)).find((each) => each);
  if (!found) return undefined;
  const { sfs, instance, paragraph } = found;
  return { ...routeOf('forvaltningsbesvar'), instance, statute: { sfs, paragraph } };
}

/**
 * A route with what the law says of it: three weeks from the day that the party fick del av the beslut, handed in to who decided (FL 43 and
 * 44 §§), or from the announcement on the notice board, handed in to the court itself (KL 13:4 and 13:5). Pure.
 */
export function routeOf(kind: Kind): Appeal {
  switch (kind) {
    case 'forvaltningsbesvar':
      return { kind, instance: 'lansstyrelsen', handIn: 'beslutande-organ', period: 'P21D', startsWhen: 'received' };
    case 'laglighetsprovning':
      return {
        ...{ kind, instance: 'forvaltningsratten', handIn: 'forvaltningsratten', period: 'P21D' },
        startsWhen: 'notice-on-anslagstavla',
        statute: { sfs: '2017:725', paragraph: '13 kap. 1 §' }
      };
    case 'ej-overklagbart':
      return { kind };
  }
}

/** The appeal of a draft on another route: what it keeps is who tries it, where the legal basis says nothing else. Pure. */
export function rerouted(document: CaseTypeDocument, kind: Kind): Appeal {
  const suggested = suggestedRoute(document);
  return kind === 'forvaltningsbesvar' && suggested ? suggested : routeOf(kind);
}

import type { Actor } from '../access/model.ts';
import type { CaseType } from '../definition/case-type.ts';
import { parseDocument } from '../definition/parse.ts';
import { describeProcess, type ProcessDescription } from '../effects/process/describe.ts';
import type { Ports } from '../effects/ports.server.ts';
import { isRefusal, refuse, type Refusal } from '../errors/refusal.ts';
import { arrange } from '../flow/bpmn/arrange.ts';
import { svgOf } from '../flow/bpmn/svg.ts';
import { namingOf } from '../flow/bpmn/wording.ts';
import type { Drawable } from '../flow/bpmn/write.ts';
import { placeNames } from '../persistence/place-names.server.ts';
import { stockholmDay } from '../time/day.ts';
import { documentOfRow, openedDesign } from './design.server.ts';

interface Reading {
  readonly slug: string;
  readonly actor: Actor;
  readonly language: 'sv' | 'en';
}

/** A design in words, step by step. Refuses `edit.not_here` while it is too broken to be told, beside what `readDesign` refuses. */
export async function describeDesign({ slug, actor, language }: Reading): Promise<ProcessDescription | Refusal> {
  const caseType = await readableDesign(slug, actor);
  return isRefusal(caseType) ? caseType : describeProcess(caseType, language);
}

/** The flow of a design as SVG. Refuses as above. */
export async function drawDesign({ slug, actor, language }: Reading): Promise<{ readonly svg: string } | Refusal> {
  const caseType = await readableDesign(slug, actor);
  return isRefusal(caseType) ? caseType : { svg: svgOf(await drawableOf(caseType, language)) };
}

/** The description with its drawing as PDF. Refuses as above. */
export async function printDesign(
  { slug, actor, language }: Reading,
  { ports, now }: { readonly ports: Pick<Ports, 'documents' | 'municipality'>; readonly now: Date }
): Promise<{ readonly pdf: Uint8Array } | Refusal> {
  const caseType = await readableDesign(slug, actor);
  if (isRefusal(caseType)) return caseType;
  const { organ, unit } = caseType.settings.owner;
  const names = await placeNames(organ, unit);
  const { name: municipality, arms } = ports.municipality;
  const pdf = await ports.documents.describe({
    ...{ language, slug, date: stockholmDay(now), madeAt: now },
    sender: { municipality, organ: names.organ, unit: names.unit, ...(arms && { arms }), contact: [names.organ] },
    description: describeProcess(caseType, language),
    drawable: await drawableOf(caseType, language)
  });
  return { pdf };
}

async function readableDesign(slug: string, actor: Actor): Promise<CaseType | Refusal> {
  const opened = await openedDesign(slug, actor);
  if (isRefusal(opened)) return opened;
  return parseDocument(await documentOfRow(opened.row)).caseType ?? refuse('edit.not_here');
}

/** Where things were put; a flow that nobody has laid out is laid out here. */
async function drawableOf(caseType: CaseType, language: 'sv' | 'en'): Promise<Drawable> {
  const { flow, layout } = caseType;
  const naming = namingOf(caseType, language);
  if (Object.keys(layout.nodes ?? {}).length > 0) return { flow, layout, ...naming };
  const { default: Elk } = await import('elkjs/lib/elk.bundled.js');
  return { flow, layout: await arrange(flow, new Elk(), naming), ...naming };
}

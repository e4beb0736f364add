import { isRefusal } from '#runtime/errors/refusal.ts';
import { rebase } from '#runtime/edit/rebase.ts';
import { elementsOf, elementOf, extensionOf, textOf, type ModdleElement } from '#runtime/flow/bpmn/moddle.ts';
import { sameJson } from '../../document/patch.ts';
import { editTo } from '../../document/transform.ts';
import type { CaseTypeDocument, Command } from '../../document/model.ts';

/**
 * What was drawn, as one edit. `before` and `after` are read from the drawing in the same way, so that what a drawing cannot
 * say is left alone; what others have done since stays. Refuses `edit.conflict`.
 */
export const draw =
  (shown: CaseTypeDocument, before: CaseTypeDocument, after: CaseTypeDocument): Command =>
  (document) => {
    const base = sameJson(before.flow ?? null, shown.flow ?? null) ? shown : { ...shown, flow: before.flow ?? {} };
    const edit = editTo(base, 'draw', after);
    if (isRefusal(edit)) return edit;
    return base === document ? edit : rebase(document, edit);
  };

/** Everything of a drawing that edits come from, so that two drawings can be told to be the same. Names of labels and their places are not. */
export function pictureOf(definitions: ModdleElement): string {
  const [diagram] = elementsOf(definitions, 'diagrams');
  const plane = diagram && elementOf(diagram, 'plane');
  const shapes = (plane ? elementsOf(plane, 'planeElement') : []).map((shape) => {
    const bounds = elementOf(shape, 'bounds');
    const numbers = (element: ModdleElement, names: readonly string[]) =>
      names.map((name) => String(element.get(name)));
    const points = elementsOf(shape, 'waypoint').map((point) => numbers(point, ['x', 'y']).join());
    return [
      elementOf(shape, 'bpmnElement')?.id,
      ...(bounds ? numbers(bounds, ['x', 'y', 'width', 'height']) : []),
      ...points
    ].join(' ');
  });
  const elements = (holder: ModdleElement): string[] =>
    [...elementsOf(holder, 'rootElements'), ...elementsOf(holder, 'flowElements')].flatMap((element) => [
      [
        [element.$type, element.id, holder.id, textOf(element, 'name')],
        ['sourceRef', 'targetRef', 'attachedToRef'].map((name) => elementOf(element, name)?.id),
        (['State', 'Branch', 'Derived'] as const).map((type) => {
          const extension = extensionOf(element, type);
          return extension && ['key', 'place', 'leadsTo', 'json'].map((name) => extension.get(name)).join();
        })
      ]
        .map((part) => part.join())
        .join(' '),
      ...elements(element)
    ]);
  return [...shapes, ...elements(definitions)].toSorted().join('\n');
}

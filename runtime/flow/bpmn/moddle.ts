import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import type { Json } from '../../definition/json.ts';

export type { ModdleElement };

/** What BPMN cannot say, in a namespace of our own, so that other tools keep it without knowing it. */
export const EXTENSIONS = {
  name: 'Smedja',
  uri: 'https://smedja.example/schema/bpmn/1',
  prefix: 'smedja',
  xml: { tagAlias: 'lowerCase' },
  types: [
    {
      name: 'State',
      superClass: ['Element'],
      properties: [
        { name: 'key', isAttr: true, type: 'String' },
        { name: 'json', isBody: true, type: 'String' }
      ]
    },
    {
      name: 'Branch',
      superClass: ['Element'],
      properties: [
        { name: 'place', isAttr: true, type: 'String' },
        { name: 'json', isBody: true, type: 'String' }
      ]
    },
    {
      name: 'Derived',
      superClass: ['Element'],
      properties: [
        { name: 'leadsTo', isAttr: true, type: 'String' },
        // Where the list of branches that an event on a border stands for is, in its state.
        { name: 'place', isAttr: true, type: 'String' }
      ]
    }
  ]
};

/** BPMN 2.0 as a tree, with our extensions known. */
export const bpmn = new BpmnModdle({ smedja: EXTENSIONS });

const isElement = (value: unknown): value is ModdleElement =>
  typeof value === 'object' && value !== null && '$type' in value && typeof value.$type === 'string';

export function elementOf(element: ModdleElement, name: string): ModdleElement | undefined {
  const value = element.get(name);
  return isElement(value) ? value : undefined;
}

export function elementsOf(element: ModdleElement, name: string): ModdleElement[] {
  const value = element.get(name);
  return Array.isArray(value) ? value.filter(isElement) : [];
}

export function textOf(element: ModdleElement, name: string): string {
  const value = element.get(name);
  return typeof value === 'string' ? value : '';
}

/** One of our extensions of an element. */
export function extensionOf(element: ModdleElement, type: 'State' | 'Branch' | 'Derived'): ModdleElement | undefined {
  const extensions = elementOf(element, 'extensionElements');
  return extensions && elementsOf(extensions, 'values').find(({ $type }) => $type === `smedja:${type}`);
}

/** Lets everything in a tree know what it stands in, as what is read from a file does: who edits the tree asks. */
export function withParents(element: ModdleElement): ModdleElement {
  for (const { name, isReference } of element.$descriptor.properties) {
    if (isReference) continue;
    const one = elementOf(element, name);
    for (const inner of one ? [one] : elementsOf(element, name)) {
      inner.$parent = element;
      withParents(inner);
    }
  }
  return element;
}

/** The JSON that an extension holds; undefined when somebody has damaged it. */
export function jsonOf(extension: ModdleElement | undefined): Json | undefined {
  try {
    return extension && JSON.parse(textOf(extension, 'json'));
  } catch {
    return undefined;
  }
}

import Modeler from 'bpmn-js/lib/Modeler';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import minimap from 'diagram-js-minimap';
import 'diagram-js-minimap/assets/diagram-js-minimap.css';
import { EXTENSIONS } from '#runtime/flow/bpmn/moddle.ts';
import type { Translate } from '#lib/text/translate.ts';
import { Companions } from './companions.ts';
import { Kinds } from './kinds.ts';
import { ContextPad } from './menus.ts';
import { FlowRules } from './rules.ts';
import { LOOK, type Shown } from './services.ts';
import { wordsIn } from './words.ts';

interface DirectEditing {
  activate(element: Shown): boolean;
}
interface EditorActions {
  unregister(action: string): void;
  register(action: string, listener: () => void): void;
}

/** bpmn-js with our pieces, rules, menus and words, and what tells it what is drawn. */
export function flowModeler(container: HTMLElement, t: Translate): { modeler: Modeler; kinds: Kinds } {
  const kinds = new Kinds();
  const modeler = new Modeler({
    container,
    moddleExtensions: { smedja: EXTENSIONS },
    ...LOOK,
    additionalModules: [
      minimap,
      {
        __init__: ['flowRules', 'flowCompanions'],
        flowKinds: ['value', kinds],
        flowText: ['value', t],
        flowRules: ['type', FlowRules],
        flowCompanions: ['type', Companions],
        contextPadProvider: ['type', ContextPad],
        paletteProvider: ['value', {}],
        replaceMenuProvider: ['value', {}],
        translate: ['value', wordsIn(t)]
      }
    ]
  });
  const editing = modeler.get<DirectEditing>('directEditing');
  const activate = editing.activate.bind(editing);
  editing.activate = (element) => kinds.isNamed(element) && activate(element);
  // The page undoes and redoes, over the log that everything stands in.
  const actions = modeler.get<EditorActions>('editorActions');
  for (const action of ['undo', 'redo']) {
    actions.unregister(action);
    actions.register(action, () => undefined);
  }
  return { modeler, kinds };
}

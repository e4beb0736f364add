import type { Component } from 'svelte';
import type { Setting } from '../settings.ts';
import ChoiceEditor from './ChoiceEditor.svelte';
import NumberEditor from './NumberEditor.svelte';
import OptionsEditor from './OptionsEditor.svelte';
import PartsEditor from './PartsEditor.svelte';
import PlainEditor from './PlainEditor.svelte';
import type { EditorProps } from './props.ts';
import RequiredEditor from './RequiredEditor.svelte';
import RowLabelEditor from './RowLabelEditor.svelte';
import TimesEditor from './TimesEditor.svelte';
import TypesEditor from './TypesEditor.svelte';
import ValueEditor from './ValueEditor.svelte';

/** The component of each way to edit a setting. */
export const EDITORS: Readonly<Record<Setting['editor'], Component<EditorProps>>> = {
  number: NumberEditor,
  choice: ChoiceEditor,
  text: PlainEditor,
  value: ValueEditor,
  types: TypesEditor,
  times: TimesEditor,
  required: RequiredEditor,
  options: OptionsEditor,
  tags: OptionsEditor,
  parts: PartsEditor,
  rowLabel: RowLabelEditor
};

import type { Component } from 'svelte';
import type { ControlKind } from '../model.ts';
import CaseTextControl from './CaseTextControl.svelte';
import ChoiceControl from './ChoiceControl.svelte';
import ChoicesControl from './ChoicesControl.svelte';
import ClassificationControl from './ClassificationControl.svelte';
import ConditionControl from './ConditionControl.svelte';
import DateOfControl from './DateOfControl.svelte';
import DurationControl from './DurationControl.svelte';
import DelayControl from './DelayControl.svelte';
import FieldTypeControl from './FieldTypeControl.svelte';
import FixedControl from './FixedControl.svelte';
import LinesControl from './LinesControl.svelte';
import NamedControl from './NamedControl.svelte';
import NumberControl from './NumberControl.svelte';
import OwnKeyControl from './OwnKeyControl.svelte';
import PointersControl from './PointersControl.svelte';
import PresenceControl from './PresenceControl.svelte';
import type { ControlProps } from './props.ts';
import RouteControl from './RouteControl.svelte';
import RowsControl from './RowsControl.svelte';
import SourceControl from './SourceControl.svelte';
import StatuteControl from './StatuteControl.svelte';
import TextControl from './TextControl.svelte';
import ValueControl from './ValueControl.svelte';
import YesNoControl from './YesNoControl.svelte';

interface Drawn {
  readonly component: Component<ControlProps>;
  /** Whether it is one input that the label of the field belongs to; a group says its own. */
  readonly isSingle: boolean;
  /** Whether the field's label is shown as a heading above it. */
  readonly hasHeading?: boolean;
}

const single = (component: Component<ControlProps>): Drawn => ({ component, isSingle: true });
const group = (component: Component<ControlProps>, hasHeading = false): Drawn => ({
  component,
  isSingle: false,
  hasHeading
});

/** The component of each way to edit a part of the settings. */
export const CONTROLS: Readonly<Record<ControlKind, Drawn>> = {
  text: single(TextControl),
  fixed: single(FixedControl),
  number: single(NumberControl),
  'yes-no': group(YesNoControl),
  choice: single(ChoiceControl),
  choices: group(ChoicesControl),
  lines: single(LinesControl),
  duration: single(DurationControl),
  statute: group(StatuteControl),
  'date-of': single(DateOfControl),
  pointers: group(PointersControl),
  rows: group(RowsControl, true),
  named: group(NamedControl, true),
  'own-key': single(OwnKeyControl),
  condition: group(ConditionControl),
  presence: group(PresenceControl),
  value: group(ValueControl),
  delay: group(DelayControl),
  source: group(SourceControl),
  'field-type': single(FieldTypeControl),
  classification: single(ClassificationControl),
  route: single(RouteControl),
  'case-text': group(CaseTextControl)
};

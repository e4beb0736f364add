import type { Component } from 'svelte';
import type { BuiltKind } from '#runtime/form/kinds/registry.ts';
import type { KindProps } from '../kind-props.ts';
import Calculated from './Calculated.svelte';
import ChooseMany from './ChooseMany.svelte';
import ChooseOne from './ChooseOne.svelte';
import Date from './Date.svelte';
import File from './File.svelte';
import LongText from './LongText.svelte';
import MapPoint from './MapPoint.svelte';
import Parts from './Parts.svelte';
import Rows from './Rows.svelte';
import SingleLine from './SingleLine.svelte';
import Tick from './Tick.svelte';
import YesNo from './YesNo.svelte';

/** Kinds that only inform are drawn by `Note`. */
type Asking = Exclude<BuiltKind, 'information' | 'warning' | 'stop'>;

const BUILT: Readonly<Record<Asking, Component<KindProps>>> = {
  text: SingleLine,
  'long-text': LongText,
  number: SingleLine,
  money: SingleLine,
  date: Date,
  period: Parts,
  time: SingleLine,
  'yes-no': YesNo,
  'choose-one': ChooseOne,
  'choose-many': ChooseMany,
  'searchable-list': ChooseOne,
  file: File,
  address: Parts,
  property: SingleLine,
  'map-point': MapPoint,
  'personal-number': SingleLine,
  'organisation-number': SingleLine,
  person: Parts,
  company: Parts,
  email: SingleLine,
  phone: SingleLine,
  'repeating-group': Rows,
  table: Rows,
  consent: Tick,
  declaration: Tick,
  calculated: Calculated,
  signature: SingleLine
};

/** The component of each field kind. */
export const COMPONENTS: Readonly<Record<string, Component<KindProps>>> = BUILT;

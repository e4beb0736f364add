import type { Component } from 'svelte';
import type { FieldKind } from '#runtime/definition/types.ts';
import type { KindProps } from '../kind-props.ts';
import Booking from './Booking.svelte';
import Calculated from './Calculated.svelte';
import ChooseMany from './ChooseMany.svelte';
import ChooseOne from './ChooseOne.svelte';
import CoSigners from './CoSigners.svelte';
import Date from './Date.svelte';
import File from './File.svelte';
import LongText from './LongText.svelte';
import MapArea from './MapArea.svelte';
import MapPoint from './MapPoint.svelte';
import Parts from './Parts.svelte';
import Payment from './Payment.svelte';
import Rows from './Rows.svelte';
import SearchableList from './SearchableList.svelte';
import SingleLine from './SingleLine.svelte';
import Tick from './Tick.svelte';
import YesNo from './YesNo.svelte';

/** Kinds that only inform are drawn by `Note`. */
type Asking = Exclude<FieldKind, 'information' | 'warning' | 'stop'>;

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
  'searchable-list': SearchableList,
  file: File,
  address: Parts,
  property: SingleLine,
  'map-point': MapPoint,
  'map-area': MapArea,
  'personal-number': SingleLine,
  'organisation-number': SingleLine,
  person: Parts,
  company: Parts,
  child: Parts,
  email: SingleLine,
  phone: SingleLine,
  'repeating-group': Rows,
  table: Rows,
  consent: Tick,
  declaration: Tick,
  calculated: Calculated,
  signature: SingleLine,
  'co-signers': CoSigners,
  payment: Payment,
  booking: Booking
};

/** The component of each field kind. */
export const COMPONENTS: Readonly<Record<string, Component<KindProps>>> = BUILT;

import type { FlowBuilder } from '../flow-builder.svelte.ts';
import { isWay, type Spot } from './spot.ts';

/** What a place is called: the step, or the way with the steps that it joins. */
export function placeName(builder: FlowBuilder, spot: Spot): string {
  const from = builder.stateName(spot.state.key);
  if (!isWay(spot)) return from;
  const { trigger, name, target } = spot;
  const way = trigger === 'on' ? builder.eventName(name) : builder.t(`pattern.way.${trigger}`);
  return builder.t('pattern.way', { way, from, to: builder.stateName(target) });
}

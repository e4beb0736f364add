import type { AvailableEvent } from '#runtime/flow/model.ts';
import type { FindText } from '#runtime/form/texts.ts';

/** An event that may be sent now, as the API tells it. */
export const eventFacts = ({ event, meta }: AvailableEvent, text: FindText) => ({
  event,
  label: text(`event.${event}.label`) ?? event,
  form: meta.form ?? null
});

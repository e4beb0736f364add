import { enhance } from '#lib/form/enhance/enhance.ts';
import { sendInPlace } from '#lib/in-place/send-in-place.ts';

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-in-place]')) {
  enhance(form);
  sendInPlace(form);
}

import { closest } from './parts.ts';

/** The share of the most that is left when we begin to say how much. */
const NEAR = 0.25;

/** Says how many characters are left of a long text, or too many, in the line below it. */
export function countLetters(event: Event): void {
  const area = closest<HTMLTextAreaElement>(event, 'textarea[data-most]');
  const line = area?.nextElementSibling;
  if (!area || !(line instanceof HTMLElement)) return;
  const most = Number(area.dataset['most']);
  const left = most - area.value.length;
  const { left: isLeft = '', over = '' } = line.dataset;
  line.textContent = left >= most * NEAR ? '' : `${left < 0 ? over : isLeft} ${Math.abs(left)}`;
  line.classList.toggle('over', left < 0);
}

import { readDay } from '#runtime/form/kinds/read-day.ts';
import { closest, named, tell } from './parts.ts';

/** The button opens the browser's own calendar at the day that is typed. It fills in the text; the text is what counts. */
export function openCalendar(event: Event): void {
  const button = closest<HTMLElement>(event, '[data-calendar-for]');
  const input = named(button?.dataset['calendarFor'], HTMLInputElement);
  if (!button || !input) return;
  const calendar = Object.assign(document.createElement('input'), { type: 'date', tabIndex: -1, ariaHidden: 'true' });
  calendar.value = readDay(input.value) ?? '';
  calendar.addEventListener('change', (chosen) => {
    chosen.stopPropagation();
    if (calendar.value === '') return;
    input.value = calendar.value;
    tell(input);
    input.focus();
  });
  if (button.nextElementSibling) button.nextElementSibling.replaceWith(calendar);
  else button.after(calendar);
  calendar.showPicker();
}

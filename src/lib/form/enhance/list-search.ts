import { closest, named } from './parts.ts';

/** The whole list, which a search shortens: browsers do not all hide an option that is told to be hidden. */
const whole = new WeakMap<HTMLSelectElement, readonly HTMLOptionElement[]>();

/** Leaves in a list what holds the words that are sought; what is chosen stays, whatever is sought. */
export function filterList(event: Event): void {
  const search = closest<HTMLInputElement>(event, 'input[data-searches]');
  const list = named(search?.dataset['searches'], HTMLSelectElement);
  if (!search || !list) return;
  event.stopPropagation();
  const known = whole.get(list);
  const all = known && list.options.length <= known.length ? known : [...list.options];
  whole.set(list, all);
  const { value } = list;
  const sought = plain(search.value);
  const found = all.filter((option) => option.value !== '' && plain(option.text).includes(sought));
  list.replaceChildren(
    ...all.filter((option) => option.value === '' || option.value === value || found.includes(option))
  );
  list.value = value;
  const line = search.nextElementSibling;
  if (line instanceof HTMLElement) line.textContent = sought === '' ? '' : `${line.dataset['found']} ${found.length}`;
}

const plain = (text: string) => text.trim().toLocaleLowerCase(document.documentElement.lang);

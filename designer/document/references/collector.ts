import type { Json, JsonObject } from '#runtime/definition/json.ts';
import { isObject } from '#runtime/form/pointer.ts';
import { objectOf } from '../elements.ts';
import type { Place } from '../path.ts';
import type { Reference, Subject, UseKind } from './model.ts';

interface At {
  readonly kind: UseKind;
  readonly place: Place;
  readonly isKey?: boolean;
  readonly renamed?: Reference['renamed'];
}

/** Where something stands that may name fields, options and conditions at any depth. */
interface Expression {
  readonly kind: UseKind;
  readonly place: Place;
  /** The list whose row `item` means. */
  readonly list: string | null;
}

/** Takes what names something as it is found, in the order of the document. */
export class Collector {
  readonly found: Reference[] = [];

  /** A name of a subject; what is no text in a wrong draft names nothing. */
  add(to: Subject, key: Json | undefined, { kind, place, isKey = false, renamed = asIs }: At): void {
    if (typeof key === 'string') this.found.push({ to, key, kind, place, isKey, renamed });
  }

  /** The pointer of a field; of one in a row after the row's own pointer, `base`. */
  field(pointer: Json | undefined, { kind, place, base = '' }: At & { readonly base?: string }): void {
    if (typeof pointer !== 'string' || !pointer.startsWith('/')) return;
    const steps = pointer.split('/').length - 1;
    const inRow = (name: string) => `/${name.split('/').slice(-steps).join('/')}`;
    this.add('field', base + pointer, { kind, place, renamed: base === '' ? asIs : inRow });
  }

  /** Literals that a field is compared with, or answered with, name its options. */
  option(pointer: Json | undefined, value: Json | undefined, { kind, place }: At): void {
    if (typeof pointer !== 'string') return;
    if (Array.isArray(value))
      value.forEach((each, index) => this.option(pointer, each, { kind, place: [...place, index] }));
    if (typeof value === 'string') this.add('option', `${pointer}=${value}`, { kind, place, renamed: optionOf });
  }

  /** Conditions, values and whatever holds them: they name fields by `field`, `from`, `list` and `item`, and conditions by `ref`. */
  expression(node: Json | undefined, { kind, place, list }: Expression): void {
    if (Array.isArray(node))
      node.forEach((each, index) => this.expression(each, { kind, place: [...place, index], list }));
    if (!isObject(node)) return;
    const rows = typeof node.list === 'string' ? node.list : list;
    for (const key of ['field', 'from', 'list']) this.field(node[key], { kind, place: [...place, key] });
    if (rows !== null)
      this.field(node.item, { kind, place: [...place, 'item'], base: `${'calc' in node ? rows : (list ?? rows)}/*` });
    if (node.op === 'ref') this.add('condition', node.condition, { kind, place: [...place, 'condition'] });
    const item = typeof node.item === 'string' && list ? `${list}/*${node.item}` : undefined;
    this.option(typeof node.field === 'string' ? node.field : item, node.value, { kind, place: [...place, 'value'] });
    for (const [key, inner] of Object.entries(node))
      this.expression(inner, { kind, place: [...place, key], list: key === 'where' ? rows : list });
  }
}

const asIs = (name: string): string => name;

/** The value in the key of an option. */
export const optionOf = (key: string): string => key.slice(key.indexOf('=') + 1);

/** A list of a draft, or nothing. */
export const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
/** The rows of a list of objects, or nothing. */
export const rowsOf = (value: Json | undefined): JsonObject[] => listOf(value).map(objectOf);

import type { Json } from '../runtime/definition/json.ts';
import type { CaseTypeDocument } from '../runtime/edit/model.ts';
import { workedExample } from '../runtime/testing/case-types.ts';

const KINDS = [
  { kind: 'text', schema: { type: 'string', maxLength: 100 } },
  { kind: 'choose-one', schema: { type: 'string', enum: ['one', 'two', 'three'] } },
  { kind: 'number', schema: { type: 'integer', minimum: 0, maximum: 1000 } }
] as const;

interface Size {
  readonly pages: number;
  readonly fields: number;
}

/** The worked example with a form of a size: every third question waits for an answer of the page before or its own. */
export function sized({ pages, fields }: Size): CaseTypeDocument {
  const document: CaseTypeDocument = JSON.parse(JSON.stringify(workedExample()));
  const { application } = Object(document['forms']);
  const texts = Object(Object(document['texts'])['sv']);
  const each = Math.ceil(fields / pages);
  for (let number = 0; number < fields; number += 1) {
    const { kind, schema } = KINDS[number % KINDS.length] ?? KINDS[0];
    const [id, page] = [`q${number}`, Math.floor(number / each)];
    const cause = `q${number - 1}`;
    const control: Json = {
      ...{ type: 'Control', id, scope: `#/properties/${id}`, options: { kind } },
      ...(kind === 'number' && { visibleWhen: { op: 'eq', field: `/application/${cause}`, value: 'two' } })
    };
    application.schema.properties[id] = schema;
    application.ui.elements[page + 2] ??= { type: 'Category', id: `p${page}`, elements: [] };
    application.ui.elements[page + 2].elements.push(control);
    texts[`form.application.p${page}.label`] = `Page ${page}`;
    texts[`form.application.${id}.label`] = `Question ${number}`;
    if (kind === 'choose-one')
      for (const option of ['one', 'two', 'three'])
        texts[`form.application.${id}.option.${option}`] = `Option ${option}`;
  }
  return document;
}

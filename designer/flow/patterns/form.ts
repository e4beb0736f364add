import type { JsonObject } from '#runtime/definition/json.ts';
import { KINDS } from '#runtime/form/kinds/registry.ts';
import { objectOf } from '../../document/elements.ts';
import type { Said } from './kit.ts';

/** A question of a form that a pattern brings. */
export interface Question {
  readonly id: string;
  readonly kind: 'long-text' | 'text' | 'date' | 'choose-one' | 'choose-many' | 'file';
  readonly label: Said;
  readonly help?: Said;
  readonly required?: true;
  readonly options?: Readonly<Record<string, Said>>;
}

const schemaOf = ({ kind, required, options = {} }: Question): JsonObject => {
  switch (kind) {
    case 'date':
      return { type: 'string', format: 'date' };
    case 'choose-one':
      return { type: 'string', enum: Object.keys(options) };
    case 'choose-many':
      return {
        type: 'array',
        ...(required && { minItems: 1 }),
        maxItems: Math.max(1, Object.keys(options).length),
        uniqueItems: true,
        items: { type: 'string', enum: Object.keys(options) }
      };
    case 'file':
      return objectOf(JSON.parse(JSON.stringify(KINDS.file.schema)));
    case 'text':
      return { type: 'string', ...(required && { minLength: 1 }), maxLength: 1000 };
    case 'long-text':
      return { type: 'string', ...(required && { minLength: 1 }), maxLength: 20000 };
  }
};

/** A form of one page, in the format's own shape. Pure. */
export const formFrom = (questions: readonly Question[]): JsonObject => ({
  schema: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    additionalProperties: false,
    required: questions.flatMap(({ id, required }) => (required ? [id] : [])),
    properties: Object.fromEntries(questions.map((question) => [question.id, schemaOf(question)]))
  },
  ui: {
    type: 'Categorization',
    id: 'formular',
    elements: [
      {
        type: 'Category',
        id: 'sida',
        elements: questions.map(({ id, kind }) => ({
          type: 'Control',
          id,
          scope: `#/properties/${id}`,
          options:
            kind === 'file'
              ? { kind, types: ['application/pdf', 'image/jpeg', 'image/png'], maxCount: 10, maxBytes: 25_000_000 }
              : { kind }
        }))
      }
    ]
  }
});

import { describe, expect, it } from 'vitest';
import { checkDraft } from '#runtime/check/check-draft.ts';
import { elementsOf, objectOf } from '../document/elements.ts';
import { fromSchema } from './from-schema.ts';
import { CATEGORIES, templateOf } from './template.ts';

const owner = { organ: 'namnden', kind: 'namnd', unit: 'enheten' } as const;
const template = (category: (typeof CATEGORIES)[number]) =>
  templateOf({ slug: 'prov', title: 'Prov', category, owner });
const errors = (document: unknown) => checkDraft(document).filter(({ severity }) => severity === 'error');

describe('a case type that is started', () => {
  it.each(CATEGORIES)(
    'from the template of %s has nothing wrong in it but the item that lets somebody decide',
    (category) => {
      const lacks = errors(template(category)).map(({ code, fault }) => `${code} ${fault}`);
      expect(lacks.filter((fault) => fault !== 'V24 missing-delegation')).toEqual([]);
    }
  );

  it.each(CATEGORIES)('from the template of %s tells the part of the beslut', (category) => {
    expect(checkDraft(template(category)).filter(({ fault }) => fault === 'party-not-told')).toEqual([]);
  });
});

describe('a case type started from a JSON Schema', () => {
  const schema = {
    title: 'Hundregister',
    type: 'object',
    required: ['name', 'Ras'],
    properties: {
      name: { type: 'string', title: 'Hundens namn', maxLength: 40 },
      Ras: { type: 'string', enum: ['Tax', 'Schäfer', 'annan'] },
      born: { type: 'string', format: 'date' },
      weight: { type: ['number', 'null'], minimum: 0 },
      owners: { type: 'array', items: { $ref: '#/$defs/owner' } },
      kennel: { $ref: 'https://example.com/kennel.json' },
      either: { type: ['string', 'number'] }
    },
    if: { properties: { name: { const: 'Rex' } } },
    $defs: {
      owner: { type: 'object', required: ['email'], properties: { email: { type: 'string', format: 'email' } } }
    }
  };
  const { document, lost } = fromSchema(template('anmalan'), schema);

  it('asks for what the schema has, and lacks only what no schema says: what personal data is for', () => {
    expect(errors(document).map(({ code, params }) => [code, params['element']])).toEqual([['V26', 'email']]);
    const kinds = elementsOf(document, 'application').map(({ id, element }) => [id, objectOf(element.options).kind]);
    expect(kinds).toEqual([
      ['formular', undefined],
      ['uppgifter', undefined],
      ['name', 'text'],
      ['ras', 'choose-one'],
      ['born', 'date'],
      ['weight', 'number'],
      ['owners', 'repeating-group'],
      ['owners-rad', undefined],
      ['email', 'email']
    ]);
  });

  it('lists what it could not take, where, and why', () => {
    expect(lost).toContainEqual({ pointer: '/if', why: 'keyword', name: 'if' });
    expect(lost).toContainEqual({
      pointer: '/properties/kennel',
      why: 'remote',
      name: 'https://example.com/kennel.json'
    });
    expect(lost).toContainEqual({ pointer: '/properties/either', why: 'mixed', name: 'string, number' });
    expect(lost).toContainEqual({ pointer: '/properties/Ras', why: 'key', name: 'ras' });
  });
});

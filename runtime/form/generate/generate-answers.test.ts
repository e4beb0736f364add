import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Form, PropertySchema } from '../../definition/types.ts';
import { shippedCaseTypes } from '../../testing/shipped.ts';
import { workedExample } from '../../testing/case-types.ts';
import { compileForm } from '../compile-form.ts';
import { FORMATS, isOrganisationNumber } from '../formats.ts';
import { KINDS } from '../kinds/registry.ts';
import type { Environment } from '../model.ts';
import { validateAnswers } from '../validate.server.ts';
import { chanceOf } from './chance.ts';
import { generateAnswers, type Wish } from './generate-answers.ts';
import { somebody } from './people.ts';

const today = '2026-11-21';
const env = (conditions: Environment['conditions'] = {}): Environment => ({ data: {}, today, conditions });
const styles = ['believable', 'edge'] as const;
const forms: [string, Form, Environment][] = [
  ...(await shippedCaseTypes()).flatMap(([slug, { forms: own, settings }]) =>
    Object.entries(own).map(([key, form]): [string, Form, Environment] => [
      `${slug} ${key}`,
      form,
      env(settings.conditions)
    ])
  ),
  ['worked-example application', workedExample().forms.application, env()]
];

describe.each(styles)('%s answers', (style) => {
  it.each(forms)('to %s are valid, whatever the seed', (name, form, environment) => {
    const key = name.split(' ')[1] ?? '';
    const compiled = compileForm(form);
    for (let seed = 0; seed < 12; seed += 1) {
      const answers = generateAnswers(form, key, environment, { seed, style });
      if (answers === undefined) throw new Error(`${name}: nothing for seed ${seed}`);
      expect(validateAnswers(compiled, key, answers, environment).faults, JSON.stringify(answers)).toEqual([]);
    }
  });
});

const BOOKED = { resource: 'vigselrum', times: ['2026-12-01T09:00', '2026-12-01T09:30'] };

/** A form with one question. */
const asking = (kind: string, schema: PropertySchema): Form => ({
  schema: { type: 'object', additionalProperties: false, required: ['q'], properties: { q: schema } },
  ui: {
    type: 'Categorization',
    id: 'form',
    elements: [
      {
        type: 'Category',
        id: 'page',
        elements: [
          {
            type: 'Control',
            id: 'q',
            scope: '#/properties/q',
            options: JSON.parse(JSON.stringify({ kind, ...(kind === 'booking' && BOOKED) }))
          }
        ]
      }
    ]
  }
});

const wish: fc.Arbitrary<Wish> = fc.record({ seed: fc.nat(100_000), style: fc.constantFrom(...styles) });

function holds(form: Form, wanted: Wish) {
  const answers = generateAnswers(form, 'application', env(), wanted) ?? {};
  const { faults } = validateAnswers(compileForm(form), 'application', answers, env());
  expect(faults, JSON.stringify(answers)).toEqual([]);
}

describe('a time to book', () => {
  it('is one that nobody has, and that is still to come', () => {
    const form = asking('booking', { type: 'string', maxLength: 16 });
    const asked = { ...env(), today: '2026-12-01', taken: { vigselrum: ['2026-12-01T09:00'] } };
    for (let seed = 0; seed < 12; seed += 1)
      expect(generateAnswers(form, 'application', asked, { seed, style: 'believable' })).toEqual({
        q: '2026-12-01T09:30'
      });
  });
});

describe('the day that something came in', () => {
  it('has been, since nobody registers what is still to come', () => {
    const form = asking('date', { type: 'string', format: 'date' });
    const label = () => 'När kom överklagandet in?';
    for (let seed = 0; seed < 12; seed += 1) {
      const answers = generateAnswers(form, 'application', env(), { seed, style: 'believable', label });
      expect(String(answers?.['q']) < today).toBe(true);
    }
  });
});

describe('one question', () => {
  const single = Object.entries(KINDS).filter(([, { asks, rows, files }]) => asks && !rows && !files);

  it.each(single)('of the kind %s is answered with what is valid', (kind, { schema }) => {
    if (schema)
      fc.assert(
        fc.property(wish, (wanted) => holds(asking(kind, schema), wanted)),
        { numRuns: 40 }
      );
  });

  it('keeps within any lengths', () => {
    const lengths = fc
      .tuple(fc.nat(30), fc.nat(60))
      .map(([minLength, more]) => ({ minLength, maxLength: minLength + more + 1 }));
    fc.assert(
      fc.property(lengths, fc.constantFrom('text', 'long-text'), wish, (lengthsOf, kind, wanted) =>
        holds(asking(kind, { type: 'string', ...lengthsOf }), wanted)
      )
    );
  });

  it('keeps within any limits', () => {
    const limits = fc.tuple(fc.integer({ min: -1000, max: 1000 }), fc.nat(500), fc.constantFrom(1, 5, 25));
    fc.assert(
      fc.property(limits, fc.constantFrom('number', 'money'), wish, ([minimum, more, multipleOf], kind, wanted) =>
        holds(asking(kind, { type: 'integer', minimum, maximum: minimum + more + multipleOf, multipleOf }), wanted)
      )
    );
  });

  it.each([
    '^[A-Z]{3} ?[0-9]{2}[0-9A-Z]$',
    '^\\d{3,4}-\\d{4}$',
    '^(SE)?[0-9]+(\\.[0-9]{2})?$',
    '^(ja|nej|kanske)$',
    'x'
  ])('matches the pattern %s', (pattern) =>
    fc.assert(fc.property(wish, (wanted) => holds(asking('text', { type: 'string', maxLength: 40, pattern }), wanted)))
  );
});

describe('generated answers', () => {
  const { application } = workedExample().forms;
  const of = (wanted: Wish) => generateAnswers(application, 'application', env(), wanted);

  it('are the same for the same seed and differ between seeds', () => {
    const all = Array.from({ length: 20 }, (_, seed) => JSON.stringify(of({ seed, style: 'believable' })));
    expect(JSON.stringify(of({ seed: 3, style: 'believable' }))).toBe(all[3]);
    expect(new Set(all).size).toBe(20);
  });

  it('keep what is given and answer what follows from it', () => {
    const answers = of({ seed: 1, style: 'believable', given: { kind: 'evenemang' } });
    expect(answers).toMatchObject({ kind: 'evenemang', eventDate: expect.any(String) });
    expect(of({ seed: 1, style: 'believable', given: { kind: 'drift' } })).not.toHaveProperty('eventDate');
  });

  it('never take the way that ends the application', () => {
    const stopped: Form = structuredClone(asking('choose-one', { type: 'string', enum: ['ja', 'nej', 'vet-inte'] }));
    stopped.ui.elements[0]?.elements.push({
      type: 'Label',
      id: 'slut',
      options: { kind: 'stop' },
      visibleWhen: { op: 'in', field: '/application/q', value: ['ja', 'nej'] }
    });
    for (let seed = 0; seed < 20; seed += 1)
      expect(generateAnswers(stopped, 'application', env(), { seed, style: 'believable' })).toEqual({ q: 'vet-inte' });
  });
});

it('makes up nobody who is not allowed: test numbers, numbers with right check digits, addresses that lead nowhere', () => {
  for (let seed = 0; seed < 300; seed += 1) {
    const { personalNumber, organisationNumber, email, phone } = somebody(chanceOf(seed, ''));
    expect(FORMATS['personal-number'](personalNumber) && isOrganisationNumber(organisationNumber)).toBe(true);
    expect(email).toMatch(/^[a-z.-]+@exempel\.example$/);
    expect(phone).toMatch(/^\+467017406\d\d$/);
  }
});

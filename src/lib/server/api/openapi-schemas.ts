import { ERROR_CODES } from '#runtime/errors/codes.ts';

export const TEXT = { type: 'string' };
const INTEGER = { type: 'integer' };
const FLAG = { type: 'boolean' };
const DAY = { type: 'string', format: 'date' };
const INSTANT = { type: 'string', format: 'date-time' };
const orNull = (type: string, more: object = {}) => ({ type: [type, 'null'], ...more });

export const list = (items: object) => ({ type: 'array', items });

/** An object with these properties, all of them there but those that are named as optional. */
export const object = (properties: Readonly<Record<string, object>>, optional: readonly string[] = []) => ({
  type: 'object',
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  properties
});

export const json = (description: string, schema: object) => ({
  description,
  content: { 'application/json': { schema } }
});

/** Refusals by their HTTP status, each a problem document. */
export const problems = (...statuses: readonly number[]) =>
  Object.fromEntries(
    statuses.map((status) => [
      String(status),
      {
        description: 'Refused, with a code',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
      }
    ])
  );

const caseType = {
  slug: TEXT,
  title: TEXT,
  version: INTEGER,
  category: TEXT,
  authentication: { enum: ['none', 'optional', 'eid', 'staff'] }
};

const applicant = {
  ...{ kind: { enum: ['person', 'organisation'] }, name: TEXT, street: TEXT, postalCode: TEXT, city: TEXT },
  ...{ number: { ...TEXT, description: 'Personnummer or organisationsnummer.' }, email: TEXT, phone: TEXT },
  protected: { ...FLAG, description: 'Skyddade personuppgifter.' }
};

/** The schemas of the contract, by name. */
export const components = {
  CaseType: object({ ...caseType, summary: TEXT }),
  CaseTypeWithForm: object({ ...caseType, form: { type: 'object' }, texts: { type: 'object' } }),
  File: object({ id: TEXT, name: TEXT, size: INTEGER, type: TEXT }),
  Application: object(
    {
      caseType: TEXT,
      answers: { type: 'object', description: 'By the schema of the form of the case type.' },
      draft: { ...TEXT, description: 'The draft that the files of the answers were uploaded to.' },
      channel: { ...TEXT, description: 'How it came in; of a service account only, which must say it.' },
      arrivedOn: { ...DAY, description: 'The day it arrived, today if left out; of a service account only.' },
      applicant: { ...object(applicant, Object.keys(applicant)), description: 'Of a service account only.' }
    },
    ['draft', 'channel', 'arrivedOn', 'applicant']
  ),
  Filed: object({ number: TEXT, status: TEXT, page: TEXT, case: TEXT }, ['status', 'page', 'case']),
  Status: object({
    ...{ number: TEXT, seq: INTEGER, caseType: TEXT, status: TEXT, legalState: TEXT },
    ...{
      openedAt: INSTANT,
      changedAt: INSTANT,
      phase: orNull('string'),
      deadline: orNull('string', { format: 'date' })
    },
    phases: list(object({ phase: TEXT, standing: TEXT })),
    ...{ actionRequired: FLAG, isDone: FLAG },
    events: list(object({ event: TEXT, label: TEXT, form: orNull('string') }))
  }),
  Event: object(
    {
      event: TEXT,
      answers: { type: 'object' },
      seq: { ...INTEGER, description: 'What the sender saw; another is refused with 409.' }
    },
    ['answers', 'seq']
  ),
  Problem: {
    description: 'RFC 9457. `code` is stable; the codes are explained in docs/errors.md.',
    ...object(
      {
        ...{ type: TEXT, title: TEXT, status: INTEGER, code: { enum: ERROR_CODES }, params: { type: 'object' } },
        faults: list(object({ pointer: TEXT, code: TEXT, params: { type: 'object' } }, ['params']))
      },
      ['params', 'faults']
    )
  }
} as const;

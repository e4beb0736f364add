const problems = (...codes: readonly number[]) =>
  Object.fromEntries(
    codes.map((code) => [
      String(code),
      {
        description: 'Refused, with a code',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
      }
    ])
  );

const json = (description: string, schema: object) => ({ description, content: { 'application/json': { schema } } });
const parameter = (name: string, place: 'path' | 'header', description: string) => ({
  ...{ name, in: place, description, required: true },
  schema: { type: 'string' }
});
const text = { type: 'string' };
const list = (items: object) => ({ type: 'array', items });
const key = parameter(
  'Idempotency-Key',
  'header',
  'Chosen by the sender: the same key with the same content is done once.'
);
const token = parameter('token', 'path', 'The secret of a status link.');

const caseTypeFacts = {
  slug: text,
  title: text,
  version: { type: 'integer' },
  category: text,
  authentication: { enum: ['none', 'optional', 'eid', 'staff'] }
};

/** The contract of `/api/v1` (OpenAPI 3.1). Kept by hand beside the routes; a test asks every path of it. */
export const openApi = (server: string) => ({
  openapi: '3.1.0',
  info: {
    title: 'Smedja',
    version: '1',
    summary: 'Case types, applications, status and events.',
    license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' }
  },
  servers: [{ url: server }],
  paths: {
    '/api/v1/case-types': {
      get: {
        summary: 'The case types that can be applied for now',
        responses: {
          200: json('Case types', {
            type: 'object',
            required: ['caseTypes'],
            properties: { caseTypes: list({ type: 'object', properties: { ...caseTypeFacts, summary: text } }) }
          })
        }
      }
    },
    '/api/v1/case-types/{slug}': {
      get: {
        summary: 'One case type with the form of its application',
        parameters: [parameter('slug', 'path', 'The case type.')],
        responses: {
          200: json('Case type', {
            type: 'object',
            properties: { ...caseTypeFacts, form: { type: 'object' }, texts: { type: 'object' } }
          }),
          ...problems(404)
        }
      }
    },
    '/api/v1/cases': {
      post: {
        summary: 'File an application of a case type that asks for no login',
        parameters: [key],
        requestBody: {
          required: true,
          ...json('', {
            type: 'object',
            required: ['caseType', 'answers'],
            properties: { caseType: text, answers: { type: 'object' } }
          })
        },
        responses: {
          201: json('Filed', { type: 'object', properties: { number: text, status: text, page: text } }),
          ...problems(403, 404, 409, 413, 415, 422, 429)
        }
      }
    },
    '/api/v1/status/{token}': {
      get: {
        summary: 'Where a case stands, without personal data',
        parameters: [token],
        responses: {
          200: json('Status', {
            type: 'object',
            properties: {
              ...{ number: text, caseType: text, status: text, legalState: text },
              seq: { type: 'integer' },
              phase: { type: ['string', 'null'] },
              deadline: { type: ['string', 'null'], format: 'date' },
              actionRequired: { type: 'boolean' },
              isDone: { type: 'boolean' },
              events: list({
                type: 'object',
                properties: { event: text, label: text, form: { type: ['string', 'null'] } }
              })
            }
          }),
          ...problems(404, 429)
        }
      }
    },
    '/api/v1/status/{token}/events': {
      post: {
        summary: 'Send an event that the holder of the link may send',
        parameters: [token, key],
        requestBody: {
          required: true,
          ...json('', {
            type: 'object',
            required: ['event'],
            properties: { event: text, answers: { type: 'object' }, seq: { type: 'integer' } }
          })
        },
        responses: {
          200: json('Done', { type: 'object', properties: { seq: { type: 'integer' } } }),
          ...problems(403, 404, 409, 415, 422, 429)
        }
      }
    }
  },
  components: {
    schemas: {
      Problem: {
        type: 'object',
        description: 'RFC 9457. `code` is stable; the codes are explained in docs/errors.md.',
        required: ['type', 'title', 'status', 'code'],
        properties: {
          ...{ type: text, title: text, code: text, status: { type: 'integer' }, params: { type: 'object' } },
          faults: list({ type: 'object', properties: { pointer: text, code: text, params: { type: 'object' } } })
        }
      }
    }
  }
});

import { components, json, list, object, problems, TEXT } from './openapi-schemas.ts';

const parameter = (name: string, place: 'path' | 'header' | 'query', description: string) => ({
  ...{ name, in: place, description, required: true },
  schema: TEXT
});
const body = (schema: object) => ({ required: true, content: { 'application/json': { schema } } });
const key = parameter(
  'Idempotency-Key',
  'header',
  'Chosen by the sender: the same key with the same content is done once.'
);
const slug = parameter('slug', 'path', 'The case type.');
const CHECKED = object({ level: { type: ['integer', 'null'] }, problems: list({ type: 'object' }) });
const token = parameter('token', 'path', 'The secret of a status link.');
const ref = (name: keyof typeof components) => ({ $ref: `#/components/schemas/${name}` });
/** Anybody, or a service account with the scope. */
const either = (scope: string) => [{}, { serviceAccount: [scope] }];

/** The contract of `/api/v1` (OpenAPI 3.1). Kept by hand beside the routes; tests compare it with them and with what they answer. */
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
        operationId: 'listCaseTypes',
        summary: 'The case types that can be applied for now',
        responses: {
          200: json('Case types', object({ caseTypes: list(ref('CaseType')) })),
          ...problems(503)
        }
      }
    },
    '/api/v1/case-types/{slug}': {
      get: {
        operationId: 'readCaseType',
        summary: 'One case type with the form of its application',
        parameters: [slug],
        responses: { 200: json('Case type', ref('CaseTypeWithForm')), ...problems(404, 503) }
      }
    },
    '/api/v1/case-types/{slug}/design': {
      get: {
        operationId: 'readDesign',
        summary: 'The whole case type as it is being changed, or as it is published',
        parameters: [slug],
        security: [{ serviceAccount: ['case-types:write'] }],
        responses: {
          200: json('The parts of the format, and `templateTexts` by name', { type: 'object' }),
          ...problems(401, 403, 404, 503)
        }
      },
      put: {
        operationId: 'writeDesign',
        summary: 'Take a whole case type as the design; a wrong one is kept too',
        parameters: [slug],
        security: [{ serviceAccount: ['case-types:write'] }],
        requestBody: body({ type: 'object' }),
        responses: { 200: json('What the check says', CHECKED), ...problems(401, 403, 409, 413, 415, 422, 503) }
      }
    },
    '/api/v1/case-types/{slug}/check': {
      post: {
        operationId: 'checkCaseType',
        summary: 'Check a whole case type, and keep nothing of it',
        parameters: [slug],
        security: [{ serviceAccount: ['case-types:write'] }],
        requestBody: body({ type: 'object' }),
        responses: { 200: json('What the check says', CHECKED), ...problems(401, 403, 413, 415, 422, 503) }
      }
    },
    '/api/v1/case-types/{slug}/publish': {
      post: {
        operationId: 'publishDesign',
        summary: 'Publish the design, now or at a time',
        description:
          'A refusal with 409 and `case_type.has_errors` lists the problems. 202 when it waits for its time, or for a second person.',
        parameters: [slug],
        security: [{ serviceAccount: ['case-types:write'] }],
        requestBody: body({
          type: 'object',
          required: ['why'],
          properties: { why: TEXT, publishAt: { type: 'string', format: 'date-time' } }
        }),
        responses: {
          200: json('Published', object({ version: { type: 'integer' } })),
          202: json('Waits', { type: 'object' }),
          ...problems(401, 403, 404, 409, 413, 415, 422, 503)
        }
      }
    },
    '/api/v1/drafts': {
      post: {
        operationId: 'beginDraft',
        summary: 'Begin a draft, to upload files to before the application is filed; it is kept for a day',
        security: either('cases:open'),
        requestBody: body(object({ caseType: TEXT })),
        responses: {
          201: json('Begun', object({ draft: TEXT, expiresAt: { type: 'string', format: 'date-time' } })),
          ...problems(401, 403, 404, 413, 415, 422, 429, 503)
        }
      }
    },
    '/api/v1/drafts/{draft}/files': {
      post: {
        operationId: 'uploadFile',
        summary: 'Upload one file for a question; what comes back stands in the answers as it is',
        parameters: [
          parameter('draft', 'path', 'What the draft is called; a secret.'),
          parameter('field', 'query', 'JSON Pointer of the question in the answers, such as `/photos`.'),
          parameter('name', 'query', 'The name of the file.')
        ],
        requestBody: { required: true, content: { 'application/octet-stream': {} } },
        responses: { 201: json('Kept', ref('File')), ...problems(404, 409, 410, 415, 422, 503) }
      }
    },
    '/api/v1/cases': {
      post: {
        operationId: 'fileApplication',
        summary: 'File an application: of a case type that asks for no login; or for somebody, as a service account',
        description:
          'A service account says by which channel it came, the day it arrived and from whom, as a registrator does. It may file what its organ registers by that channel; nothing is then required of the answers, but what there is must be right. A case type that the authority begins itself is filled in whole.',
        parameters: [key],
        security: either('cases:open'),
        requestBody: body(ref('Application')),
        responses: { 201: json('Filed', ref('Filed')), ...problems(401, 403, 404, 409, 413, 415, 422, 429, 503) }
      }
    },
    '/api/v1/cases/{id}': {
      get: {
        operationId: 'readCase',
        summary: 'Where a case stands, for a service account of its organ',
        parameters: [parameter('id', 'path', 'The case.')],
        security: [{ serviceAccount: ['cases:read'] }],
        responses: { 200: json('Status', ref('Status')), ...problems(401, 403, 404, 503) }
      }
    },
    '/api/v1/openapi.json': {
      get: {
        operationId: 'readContract',
        summary: 'This document',
        responses: { 200: json('OpenAPI 3.1', { type: 'object' }) }
      }
    },
    '/api/v1/status/{token}': {
      get: {
        operationId: 'readStatus',
        summary: 'Where a case stands, without personal data',
        parameters: [token],
        responses: { 200: json('Status', ref('Status')), ...problems(404, 429, 503) }
      }
    },
    '/api/v1/status/{token}/events': {
      post: {
        operationId: 'sendEvent',
        summary: 'Send an event that the holder of the link may send',
        description:
          'A refusal with 409 and `flow.event_not_allowed` tells in `params.allowed` what may be sent instead.',
        parameters: [token, key],
        requestBody: body(ref('Event')),
        responses: {
          200: json('Done', object({ seq: { type: 'integer' } })),
          ...problems(403, 404, 409, 413, 415, 422, 429, 503)
        }
      }
    }
  },
  components: {
    schemas: components,
    securitySchemes: {
      serviceAccount: {
        type: 'http',
        scheme: 'bearer',
        description: 'The token of a service account, which an administrator makes and revokes on /admin/api.'
      }
    }
  }
});

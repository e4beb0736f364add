import type { ErrorParams } from '../errors/codes.ts';
import type { Problem } from './problem.ts';

/** What one keyword of the format's schemas says of one place, as ajv tells it. */
export interface SchemaFault {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

const ACTIONS = /\/(entry|exit|actions)\/\d+$/;
const AUTOMATION = /\/invoke$/;
const BESLUT = /\/meta\/beslut$/;

/** The problem that a fault by the schemas is. Some are another rule's word than V1: the catalogue's, the keys', the law's. */
export function problemOf({ instancePath: at, keyword, params }: SchemaFault): Problem {
  const text = (name: string) => String(params[name]);
  switch (keyword) {
    case 'additionalProperties':
      return error('V1', 'unknown-key', `${at}/${escape(text('additionalProperty'))}`, {
        key: text('additionalProperty')
      });
    case 'propertyNames':
      return error('V2', 'malformed-key', `${at}/${escape(text('propertyName'))}`, { key: text('propertyName') });
    case 'required':
    case 'dependentRequired':
      return missing(at, text('missingProperty'));
    case 'discriminator':
      return untagged(at, params);
    case 'type':
      return error('V1', 'wrong-type', at, { expected: text('type') });
    case 'enum':
      return error('V1', 'not-allowed', at, { allowed: list(params['allowedValues']) });
    case 'const':
      return error('V1', 'not-allowed', at, { allowed: list([params['allowedValue']]) });
    case 'pattern':
    case 'format':
      return error('V1', 'malformed', at, { expected: text(keyword) });
    case 'not':
      return error('V1', 'keys-exclude-each-other', at, {});
    default:
      return error('V1', 'out-of-bounds', at, {
        rule: keyword,
        ...(params['limit'] === undefined ? {} : { limit: text('limit') })
      });
  }
}

function missing(at: string, key: string): Problem {
  if (AUTOMATION.test(at) && key === 'onError') return error('V6', 'missing-on-error', at, {});
  if (BESLUT.test(at)) return error('V24', `missing-${key}`, at, {});
  return error('V1', 'missing-key', at, { key });
}

function untagged(at: string, params: SchemaFault['params']): Problem {
  const tag = String(params['tag']);
  if (params['error'] === 'tag') return error('V1', 'missing-key', at, { key: tag });
  const name = String(params['tagValue']);
  if (ACTIONS.test(at)) return error('V6', 'unknown-action', `${at}/${tag}`, { name });
  if (AUTOMATION.test(at)) return error('V6', 'unknown-automation', `${at}/${tag}`, { name });
  return error('V1', 'unknown-tag', `${at}/${tag}`, { name });
}

const error = (code: string, fault: string, pointer: string, params: ErrorParams): Problem => ({
  code,
  fault,
  severity: 'error',
  pointer,
  params
});

const escape = (segment: string) => segment.replaceAll('~', '~0').replaceAll('/', '~1');
const list = (values: unknown): string[] => (Array.isArray(values) ? values.map(String) : []);

import type { Json, JsonObject } from '#runtime/definition/json.ts';
import { refuse, type Refusal } from '#runtime/errors/refusal.ts';
import { isObject } from '#runtime/form/pointer.ts';
import { chunksOf } from '../upload/read-form.ts';

const LONGEST_BODY = 1_000_000;

/** What a whole case type may be, with the texts of its templates. */
export const LONGEST_CASE_TYPE = 10_000_000;

/** A JSON object from the body of a request. Refuses another media type, a body over `longest` bytes, what is no object, and U+0000. */
export async function readJson(request: Request, longest = LONGEST_BODY): Promise<JsonObject | Refusal> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/(?:scim\+)?json\b/i.test(type)) return refuse('api.unsupported_media_type');
  const bytes: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ? chunksOf(request.body) : []) {
    length += chunk.length;
    if (length > longest) return refuse('form.too_large');
    bytes.push(chunk);
  }
  try {
    const body: Json = JSON.parse(Buffer.concat(bytes).toString('utf8'), withoutNul);
    return isObject(body) ? body : refuse('form.answers_invalid');
  } catch {
    return refuse('form.answers_invalid');
  }
}

/** PostgreSQL's text and JSON know no U+0000, which JSON may spell: such a body is no object that can be kept. */
function withoutNul(key: string, value: Json): Json {
  if (key.includes('\0') || (typeof value === 'string' && value.includes('\0'))) throw new SyntaxError('U+0000');
  return value;
}

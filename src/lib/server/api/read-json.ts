import type { Json, JsonObject } from '#runtime/definition/json.ts';
import { refuse, type Refusal } from '#runtime/errors/refusal.ts';
import { isObject } from '#runtime/form/pointer.ts';
import { chunksOf } from '../upload/read-form.ts';

const LONGEST_BODY = 1_000_000;

/** What a whole case type may be, with the texts of its templates. */
export const LONGEST_CASE_TYPE = 10_000_000;

/** A JSON object from the body of a request. Refuses another media type, a body over `longest` bytes, what is no object, and texts that cannot be kept. */
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
    const body: Json = JSON.parse(Buffer.concat(bytes).toString('utf8'), keepable);
    return isObject(body) ? body : refuse('form.answers_invalid');
  } catch {
    return refuse('form.answers_invalid');
  }
}

/** PostgreSQL's JSON knows neither U+0000 nor half a letter (a lone surrogate), which JSON may spell: a body of such cannot be kept. */
function keepable(key: string, value: Json): Json {
  const texts = typeof value === 'string' ? [key, value] : [key];
  if (texts.some((text) => text.includes('\0') || !text.isWellFormed())) throw new SyntaxError('cannot be kept');
  return value;
}

import busboy, { type Busboy } from 'busboy';
import { pipeline } from 'node:stream/promises';
import { isRefusal, refuse, type Refusal } from '#runtime/errors/refusal.ts';
import { receiveFile, type FileRules, type ReceivedFile, type UploadPorts } from './receive-file.ts';

/** Of text fields: a form of ours has at most a few thousand, and none longer than this. */
const LIMITS = { fieldNameSize: 400, fieldSize: 256_000, fields: 5_000, files: 400, parts: 5_400, headerPairs: 20 };
const MAX_NAME = 200;

export interface FormPorts extends UploadPorts {
  /** What the file control of this name allows; undefined when the form has no such control, and its files are not read. */
  readonly rulesOf: (field: string) => FileRules | undefined;
}

/** A posted form: its text fields in order, its files already in the store, and those that were refused, each by name. */
export interface ReceivedForm {
  readonly entries: readonly (readonly [field: string, value: string])[];
  readonly files: readonly ReceivedFile[];
  readonly refusals: readonly { readonly field: string; readonly name: string; readonly refusal: Refusal }[];
}

/**
 * Reads a posted form (multipart or urlencoded) as a stream, so that its files never stand in memory. A file that the
 * control does not allow is refused by name and the rest is kept. When the sender goes away it throws, and nothing of
 * the form is left. Refuses `form.too_large` (text without end), `form.answers_invalid` (torn) and
 * `api.unsupported_media_type`.
 *
 * The caller records `files` in the database, or erases them.
 */
export async function readForm(request: Request, ports: FormPorts): Promise<ReceivedForm | Refusal> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type))
    return refuse('api.unsupported_media_type');
  const parser = parserFor(type);
  if (!parser) return refuse('form.answers_invalid');
  const reading = readParts(parser, ports);
  try {
    if (request.body) await pipeline(chunksOf(request.body), parser);
    const form = await reading.result();
    if (!isRefusal(form)) return form;
    await reading.erase();
    return form;
  } catch (fault) {
    await reading.erase();
    if (fault instanceof Error && TORN.test(fault.message)) return refuse('form.answers_invalid');
    throw fault;
  }
}

/** What the parser says of a form that ends within a part, or is none. */
const TORN = /^(Unexpected end of|Malformed)/;

/** None for a form of parts that does not say what stands between them. */
function parserFor(type: string): Busboy | undefined {
  try {
    return busboy({ headers: { 'content-type': type }, limits: LIMITS, defParamCharset: 'utf8' });
  } catch {
    return undefined;
  }
}

export async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) yield chunk.value;
}

function readParts(parser: Busboy, { files: store, scanner, rulesOf }: FormPorts) {
  const entries: [string, string][] = [];
  const refusals: { field: string; name: string; refusal: Refusal }[] = [];
  const incoming: Promise<ReceivedFile | null>[] = [];
  const counts = new Map<string, number>();
  let exceeded = false;
  const exceed = () => (exceeded = true);

  // A part may come without a name, whatever the types of the parser say; and no text holds NUL, which PostgreSQL cannot keep.
  parser.on('field', (field: string | undefined, value, { nameTruncated, valueTruncated }) => {
    if (nameTruncated || valueTruncated) exceed();
    else if (field) entries.push([field.replaceAll('\u0000', ''), value.replaceAll('\u0000', '')]);
  });
  parser.on('file', (field: string | undefined, content, { filename }) => {
    content.on('error', () => undefined); // told by whoever reads it, or by the parser
    const rules = field && rulesOf(field);
    const name = tidy(filename);
    if (!field || !rules || !name) return void content.resume(); // an empty file field has no name
    const count = (counts.get(field) ?? 0) + 1;
    counts.set(field, count);
    if (count > rules.maxCount) {
      refusals.push({ field, name, refusal: refuse('file.too_many', { maxCount: rules.maxCount }) });
      return void content.resume();
    }
    incoming.push(
      receiveFile({ field, name, content, rules }, { files: store, scanner }).then((received) => {
        if (!isRefusal(received)) return received;
        refusals.push({ field, name, refusal: received });
        return null;
      })
    );
    incoming.at(-1)?.catch(() => undefined);
  });
  parser.on('partsLimit', exceed).on('filesLimit', exceed).on('fieldsLimit', exceed);

  return {
    async result(): Promise<ReceivedForm | Refusal> {
      const files = (await Promise.all(incoming)).filter((file) => file !== null);
      return exceeded ? refuse('form.too_large') : { entries, files, refusals };
    },
    async erase(): Promise<void> {
      for (const file of await Promise.allSettled(incoming))
        if (file.status === 'fulfilled' && file.value) await store.delete(file.value.storageKey);
    }
  };
}

/** The name without a path and without what cannot be seen. */
export const tidy = (filename: string | undefined): string =>
  (filename ?? '')
    .split(/[\\/]/)
    .at(-1)
    ?.replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(-MAX_NAME) ?? '';

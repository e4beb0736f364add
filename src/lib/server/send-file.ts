import { Readable } from 'node:stream';

/** What a browser may be told that a stored file is. Nothing here runs script or is read as a page; all else is bytes. */
const TYPES: ReadonlySet<string> = new Set([
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/heic',
  'image/tiff',
  'application/msword',
  'application/vnd.ms-excel',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'text/plain',
  'text/csv'
]);
const SHOWN: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif']);

export interface SentFile {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  /** Shown in the page, where it is a picture that browsers draw; all else is always downloaded. */
  readonly inline?: boolean;
}

/** An answer that streams a stored file so that nothing in it can act in our name: its type from a list, never sniffed, in a sandbox, kept by no cache. */
export function sendFile(content: Readable, { name, mediaType, size, inline = false }: SentFile): Response {
  const type = TYPES.has(mediaType) ? mediaType : 'application/octet-stream';
  const disposition = inline && SHOWN.has(type) ? 'inline' : 'attachment';
  return new Response(streamOf(content), {
    headers: {
      'content-type': type.startsWith('text/') ? `${type}; charset=utf-8` : type,
      'content-length': String(size),
      'content-disposition': `${disposition}; ${fileName(name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store'
    }
  });
}

/** Reads a chunk when one is asked for, and closes the file when the browser goes away. */
function streamOf(content: Readable): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = content[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel() {
      content.destroy();
    }
  });
}

/** RFC 6266: the name in ASCII for old programs, and as it is (RFC 8187). */
function fileName(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16)}`
  );
  return `filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

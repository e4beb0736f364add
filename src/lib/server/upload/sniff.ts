import { fileTypeFromTokenizer } from 'file-type';
import type { Readable } from 'node:stream';
import { fromStream } from 'strtok3';

const HEAD = 4100;
const TEXT = 'text/plain';

/** Old Office files are one container; which of them only the name says. */
const BY_NAME: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'application/x-cfb': {
    doc: 'application/msword',
    xls: 'application/vnd.ms-excel',
    ppt: 'application/vnd.ms-powerpoint',
    msg: 'application/vnd.ms-outlook'
  },
  [TEXT]: { csv: 'text/csv' }
};

export interface Content {
  readonly name: string;
  readonly size: number;
  /** Opens it anew, from its start. */
  readonly open: () => Promise<Readable>;
}

/**
 * What a file is by its content, never by what the sender calls it: a media type, `text/plain` for readable text, else
 * `application/octet-stream`. The name only tells kinds apart that look alike inside. Reads the start, of a zip its parts.
 */
export async function sniff({ name, size, open }: Content): Promise<string> {
  const found =
    (await knownType(await open(), size)) ?? (isText(await headOf(await open())) ? TEXT : 'application/octet-stream');
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  return BY_NAME[found]?.[extension ?? ''] ?? found;
}

/** Without the size a Word file is taken for any zip when a large picture comes before the part that tells. */
async function knownType(content: Readable, size: number): Promise<string | undefined> {
  try {
    return (await fileTypeFromTokenizer(await fromStream(content, { fileInfo: { size } })))?.mime;
  } finally {
    content.destroy();
  }
}

async function headOf(content: Readable): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of content) {
    parts.push(part);
    length += part.length;
    if (length >= HEAD) break;
  }
  return Buffer.concat(parts).subarray(0, HEAD);
}

/** UTF-8 or Latin-1 without control characters. A character cut in two at the end of the head is no fault. */
const isText = (head: Uint8Array): boolean =>
  head.length > 0 && head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);

/** Whether a media type is among those of a control, which may end in `/*`. */
export const isAmong = (type: string, types: readonly string[]): boolean =>
  types.some((one) => one === type || (one.endsWith('/*') && type.startsWith(one.slice(0, -1))));

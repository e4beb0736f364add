import { constants, crc32, deflateRawSync } from 'node:zlib';

const CHUNK = 16 * 2 ** 20;

/** Raw deflate of that many zeros, in a thousandth of the room: what ends at a whole byte can be written again and again. */
function packed(bytes: number): Buffer {
  const chunk = deflateRawSync(Buffer.alloc(CHUNK), { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const end = Buffer.from([0x03, 0x00]);
  return Buffer.concat([...Array.from({ length: Math.ceil(bytes / CHUNK) }, () => chunk), end]);
}

const MOST = 2 ** 32 - 1;

interface Entry {
  readonly name: string;
  readonly content: Buffer;
  /** What its header says of how long it is, packed and unpacked. */
  readonly says?: readonly [packed: number, unpacked: number];
}

/** The entry of a zip, deflated, without the directory at the end, which nobody reads who looks at the start. */
function entry({ name, content, says = [content.length, MOST] }: Entry): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(says[0], 18);
  header.writeUInt32LE(says[1], 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name, 'latin1'), content]);
}

/** A PNG of 50,000 by 50,000 pixels, one bit each: 300 MB in 300 kB. */
function hugePicture(): Buffer {
  const side = 50_000;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head[8] = 1;
  const piece = (type: string, data: Buffer) => {
    const told = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(told));
    return Buffer.concat([length, told, sum]);
  };
  const pixels = Buffer.concat([Buffer.from([0x78, 0x01]), packed(side * (1 + side / 8)), Buffer.alloc(4)]);
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([start, piece('IHDR', head), piece('IDAT', pixels), piece('IEND', Buffer.alloc(0))]);
}

/** Small files that are gigabytes when they are unpacked, or say so. */
export function bombs(): readonly { readonly name: string; readonly bytes: Buffer }[] {
  const content = packed(MOST);
  const little = deflateRawSync(Buffer.from('<Types/>'));
  const gzip = Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]), content, Buffer.alloc(8)]);
  const pdf = [
    `%PDF-1.7\n1 0 obj\n<</Filter[/FlateDecode/FlateDecode]/Length ${content.length}>>stream\n`,
    '\nendstream'
  ];
  return [
    { name: 'bilaga.docx', bytes: entry({ name: '[Content_Types].xml', content }) },
    { name: 'ritning.zip', bytes: entry({ name: 'mimetype', content }) },
    { name: 'ljuger.docx', bytes: entry({ name: '[Content_Types].xml', content: little, says: [MOST, 8] }) },
    {
      name: 'tusentals.zip',
      bytes: Buffer.concat(Array.from({ length: 50_000 }, (_, n) => entry({ name: `${n}`, content: little })))
    },
    { name: 'karta.svgz', bytes: gzip },
    { name: 'plan.pdf', bytes: Buffer.concat([Buffer.from(pdf[0] ?? ''), content, Buffer.from(pdf[1] ?? '')]) },
    { name: 'foto.png', bytes: hugePicture() }
  ];
}

import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { isAmong, sniff } from './sniff.ts';

const sniffed = (content: string | Buffer, name = 'x') => {
  const bytes = Buffer.from(content);
  return sniff({ name, size: bytes.length, open: async () => Readable.from([bytes], { objectMode: false }) });
};

/** A zip of stored (not compressed) parts, enough of one to be known. */
function zip(parts: Readonly<Record<string, string>>): Buffer {
  return Buffer.concat(
    Object.entries(parts).flatMap(([name, content]) => {
      const head = Buffer.alloc(30);
      head.writeUInt32LE(0x04034b50);
      head.writeUInt32LE(content.length, 18);
      head.writeUInt32LE(content.length, 22);
      head.writeUInt16LE(name.length, 26);
      return [head, Buffer.from(name), Buffer.from(content)];
    })
  );
}

describe('the type of a file', () => {
  it('is told by its content', async () => {
    expect(await sniffed('%PDF-1.4 hello')).toBe('application/pdf');
    expect(await sniffed(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46]), 'x.pdf')).toBe(
      'image/jpeg'
    );
  });

  it('is Word also when the part that tells lies far into the file', async () => {
    const types =
      '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
    const file = zip({
      'media/photo.bin': 'x'.repeat(3_000_000),
      '[Content_Types].xml': types,
      'word/document.xml': '<x/>'
    });
    expect(await sniffed(file, 'x.docx')).toBe(
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    );
    expect(await sniffed(zip({ 'a.txt': 'x' }), 'x.docx')).toBe('application/zip');
  });

  it('is text for readable text, and CSV when the name says so', async () => {
    expect(await sniffed('Hej på dig\r\n')).toBe('text/plain');
    expect(await sniffed('a;b\n1;2\n', 'Lista.CSV')).toBe('text/csv');
    expect(await sniffed('a\u0000b', 'Lista.csv')).toBe('application/octet-stream');
    expect(await sniffed('', 'tom.txt')).toBe('application/octet-stream');
  });

  it('is never an image or a page for what can hold a script', async () => {
    for (const content of [
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      '<html><script>1</script>',
      '<?xml version="1.0"?><svg/>'
    ])
      expect(await sniffed(content, 'bild.svg')).not.toMatch(/^image|html/);
  });
});

describe('the types that a control allows', () => {
  it('are exact, or all of a kind', () => {
    expect(isAmong('image/png', ['application/pdf', 'image/*'])).toBe(true);
    expect(isAmong('image/png', ['image/p'])).toBe(false);
    expect(isAmong('imagex/png', ['image/*'])).toBe(false);
  });
});

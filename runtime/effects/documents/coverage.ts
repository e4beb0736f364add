import { PlatformError } from '../../errors/platform-error.ts';

/** The code points that an OpenType font draws: its `cmap`, the subtable for all of Unicode (format 12, OpenType 1.9). Pure. */
export function coverage(font: Buffer): ReadonlySet<number> {
  const cmap = tableOf(font, 'cmap');
  const count = font.readUInt16BE(cmap + 2);
  for (let i = 0; i < count; i++) {
    const subtable = cmap + font.readUInt32BE(cmap + 4 + i * 8 + 4);
    if (font.readUInt16BE(subtable) === 12) return codePoints(font, subtable);
  }
  throw new PlatformError('document.font_unreadable');
}

function tableOf(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4);
  for (let i = 0; i < count; i++) {
    const record = 12 + i * 16;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new PlatformError('document.font_unreadable', { table: tag });
}

function codePoints(font: Buffer, subtable: number): ReadonlySet<number> {
  const found = new Set<number>();
  const groups = font.readUInt32BE(subtable + 12);
  for (let i = 0; i < groups; i++) {
    const group = subtable + 16 + i * 12;
    const last = font.readUInt32BE(group + 4);
    for (let code = font.readUInt32BE(group); code <= last; code++) found.add(code);
  }
  return found;
}

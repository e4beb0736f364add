import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { sendFile, type SentFile } from './send-file.ts';

const send = (file: Partial<SentFile>, content = 'innehåll') =>
  sendFile(Readable.from([Buffer.from(content)], { objectMode: false }), {
    name: 'Ritning.pdf',
    mediaType: 'application/pdf',
    size: Buffer.byteLength(content),
    ...file
  });
const disposition = (file: Partial<SentFile>) => send(file).headers.get('content-disposition');

describe('a stored file that is sent', () => {
  it('is a download that no browser sniffs, keeps, or lets act', async () => {
    const answer = send({});
    expect(await answer.text()).toBe('innehåll');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': '9',
      'content-disposition': `attachment; filename="Ritning.pdf"; filename*=UTF-8''Ritning.pdf`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store'
    });
  });

  it('is bytes when its type is not one that we know to be harmless', () => {
    for (const mediaType of ['text/html', 'image/svg+xml', 'application/xhtml+xml', 'application/javascript', ''])
      expect(send({ mediaType, inline: true }).headers.get('content-type')).toBe('application/octet-stream');
  });

  it('is shown in the page only where it is a picture', () => {
    expect(disposition({ mediaType: 'image/png', inline: true })).toMatch(/^inline;/);
    expect(disposition({ mediaType: 'image/png' })).toMatch(/^attachment;/);
    expect(disposition({ mediaType: 'application/pdf', inline: true })).toMatch(/^attachment;/);
    expect(disposition({ mediaType: 'image/svg+xml', inline: true })).toMatch(/^attachment;/);
  });

  it('keeps its name whole, and no name adds a header or a parameter', () => {
    expect(disposition({ name: 'Åtgärd (1).pdf' })).toBe(
      `attachment; filename="_tg_rd (1).pdf"; filename*=UTF-8''%C3%85tg%C3%A4rd%20%281%29.pdf`
    );
    expect(disposition({ name: 'a"; filename="b.exe\r\nSet-Cookie: x=1' })).toBe(
      `attachment; filename="a_; filename=_b.exe__Set-Cookie: x=1"; filename*=UTF-8''a%22%3B%20filename%3D%22b.exe%0D%0ASet-Cookie%3A%20x%3D1`
    );
  });

  it('is closed when the browser goes away', async () => {
    const content = Readable.from([Buffer.alloc(10), Buffer.alloc(10)], { objectMode: false });
    const answer = sendFile(content, { name: 'x', mediaType: 'text/plain', size: 20 });
    await answer.body?.cancel();
    expect(content.destroyed).toBe(true);
  });
});

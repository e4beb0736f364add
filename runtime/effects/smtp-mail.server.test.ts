import { afterEach, describe, expect, it } from 'vitest';
import { startMailServer } from '../../tests/support/mail-server.ts';
import { smtpMail } from './smtp-mail.server.ts';

let closing: (() => void) | undefined;
afterEach(() => closing?.());

async function mailServer() {
  const { close, ...server } = await startMailServer();
  closing = close;
  return server;
}

const message = { key: 'case:1:0', to: 'alva@example.org', subject: 'Ditt ärende', text: 'Hej på dig', language: 'sv' };

describe('mail by SMTP', () => {
  it('carries the text to its one recipient, with a Message-ID that is the same when it is sent again', async () => {
    const { taken, url } = await mailServer();
    const mail = smtpMail({ url, from: 'Lindsjö kommun <noreply@lindsjo.example>' });
    await mail.send(message);
    await mail.send(message);
    await mail.send({ ...message, key: 'case:2:0' });
    const ids = taken.map(({ content }) => /^Message-ID: <(.+)>$/m.exec(content)?.[1]);
    expect(taken[0]?.recipients).toEqual(['<alva@example.org>']);
    expect(ids[0]).toMatch(/^[0-9a-f]{32}@lindsjo\.example$/);
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it('goes to nobody else, whatever stands in the address', async () => {
    const { taken, url } = await mailServer();
    const mail = smtpMail({ url, from: 'noreply@lindsjo.example' });
    const hostile = { ...message, to: 'alva@example.org, everyone@example.org\r\nBcc: more@example.org' };
    await mail.send(hostile);
    expect(taken).toHaveLength(1);
    expect(taken[0]?.recipients).toHaveLength(1);
    expect(taken[0]?.recipients[0]).not.toMatch(/^<everyone@|^<more@/);
    expect(taken[0]?.content).not.toMatch(/^Bcc:/m);
  });
});

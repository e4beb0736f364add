import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { smtpMail } from './smtp-mail.server.ts';

let server: Server;
afterEach(() => server?.close());

/** As much of an SMTP server as takes mail: what each connection said after DATA, and to whom. */
async function mailServer() {
  const taken: { recipients: string[]; content: string }[] = [];
  server = createServer((socket) => {
    const mail = { recipients: [] as string[], content: '' };
    let inData = false;
    const answer = (line: string): string | null => {
      if (inData && line !== '.') mail.content += `${line}\n`;
      else if (inData) {
        inData = false;
        taken.push(mail);
        return '250 taken';
      } else if (line === 'DATA') {
        inData = true;
        return '354 go on';
      } else {
        if (line.startsWith('RCPT TO:')) mail.recipients.push(line.slice(8));
        return line === 'QUIT' ? '221 bye' : '250 ok';
      }
      return null;
    };
    socket.write('220 test\r\n');
    socket.on('data', (data) => {
      for (const line of data.toString().split('\r\n').slice(0, -1)) {
        const said = answer(line);
        if (said) socket.write(`${said}\r\n`);
      }
    });
  }).listen(0);
  await once(server, 'listening');
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  return { taken, url: `smtp://127.0.0.1:${address.port}` };
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

import { once } from 'node:events';
import { createServer } from 'node:net';

/** As much of an SMTP server as takes mail: what each connection said after DATA, and to whom. */
export async function startMailServer() {
  const taken: { recipients: string[]; content: string }[] = [];
  const server = createServer((socket) => {
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
    socket.on('error', () => undefined); // who sends may be killed meanwhile
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
  return { taken, url: `smtp://127.0.0.1:${address.port}`, close: () => void server.close() };
}

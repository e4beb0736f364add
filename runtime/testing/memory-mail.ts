import type { Mail, Message } from '../ports/mail.ts';

/** Keeps what was sent, in order, each key once. */
export function memoryMail(): Mail & { readonly sent: readonly Message[] } {
  const sent: Message[] = [];
  return {
    sent,
    async send(message) {
      if (!sent.some(({ key }) => key === message.key)) sent.push(message);
    }
  };
}

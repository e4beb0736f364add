import { describe, expect, it } from 'vitest';
import { shippedCaseType } from '../../testing/example-dossier.ts';
import { hiddenMessage, renderMessage, type MessageFacts } from './render.ts';

const sender = { municipality: 'Lindsjö kommun', organ: 'Tekniska nämnden', site: 'https://lindsjo.example' };
const facts = async (change: Partial<MessageFacts> = {}): Promise<MessageFacts> => ({
  caseType: await shippedCaseType('felanmalan'),
  key: 'fraga',
  language: 'sv',
  number: 'TN 2026-7',
  link: 'https://lindsjo.example/status/abc',
  lastDay: '2026-12-12',
  sender,
  ...change
});

describe('a message to a party', () => {
  it('has the number, the link and the last day filled in, and is signed by the organ', async () => {
    const { subject, text } = renderMessage(await facts());
    expect(subject).toBe('Vi behöver veta mer om din felanmälan TN 2026-7');
    expect(text).toContain('https://lindsjo.example/status/abc');
    expect(text).toContain('senast 12 december 2026');
    expect(text).toMatch(/\n-- \nTekniska nämnden\nLindsjö kommun\nDet går inte att svara på det här mejlet\.\n$/);
  });

  it('is in the language of the case, and in Swedish where the case type has no other', async () => {
    expect(renderMessage(await facts({ language: 'en' })).text).toContain('Answer by 12 December 2026');
    expect(renderMessage(await facts({ language: 'fi' })).text).toContain('Svara senast 12 december 2026');
  });

  it('says where the day stands when none runs any more', async () => {
    expect(renderMessage(await facts({ lastDay: null })).text).toContain('senast den dag som står i ärendet');
  });

  it('fills in nothing that a value brings along, and makes no second header line', async () => {
    const { subject, text } = renderMessage(await facts({ number: '{link}\r\nBcc: x@y.se' }));
    expect(subject).toBe('Vi behöver veta mer om din felanmälan {link} Bcc: x@y.se');
    expect(text.split('https://lindsjo.example/status/abc')).toHaveLength(2);
  });
});

describe('a message to one with protected identity', () => {
  it('says that there is something, and neither what nor where', () => {
    for (const language of ['sv', 'en']) {
      const { subject, text } = hiddenMessage(language, sender);
      expect(text).toContain('https://lindsjo.example/mina-sidor');
      for (const secret of ['TN 2026-7', 'Tekniska', '/status/']) expect(subject + text).not.toContain(secret);
    }
  });
});

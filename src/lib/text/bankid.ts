import type { MessageKey } from '#runtime/identity/bankid/messages.ts';
import en from './bankid.en.json' with { type: 'json' };
import sv from './bankid.sv.json' with { type: 'json' };

const TEXTS: Readonly<Record<'sv' | 'en', Readonly<Record<MessageKey, string>>>> = { sv, en };

/** BankID's own words for what happens with an order. */
export const bankIdText = (language: 'sv' | 'en', key: MessageKey): string => TEXTS[language][key];

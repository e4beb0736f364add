/** What the words depend on: what is asked for, and whether the app runs on the device that shows them. */
export interface Situation {
  readonly purpose: 'auth' | 'sign';
  readonly app: 'this-device' | 'other-device';
  readonly device: 'desktop' | 'mobile';
}

/** Keys of the texts that BankID's guidelines number RFA1 to RFA23. */
export type MessageKey =
  | `rfa${1 | 3 | 4 | 5 | 6 | 8 | 13 | 16 | 18 | 22 | 23}`
  | `rfa${9 | 21}-${Situation['purpose']}`
  | `rfa${14 | 15}-${Situation['device']}`
  | `rfa17-${'app' | 'qr'}`;

type Key = (situation: Situation) => MessageKey;

const always =
  (key: MessageKey): Key =>
  () =>
    key;
const byPurpose =
  (key: 'rfa9' | 'rfa21'): Key =>
  ({ purpose }) =>
    `${key}-${purpose}`;
const byApp =
  (here: Key, there: Key): Key =>
  (situation) =>
    situation.app === 'this-device' ? here(situation) : there(situation);
const byDevice =
  (key: 'rfa14' | 'rfa15'): Key =>
  ({ device }) =>
    `${key}-${device}`;

const PENDING: Readonly<Record<string, Key>> = {
  outstandingTransaction: byApp(always('rfa13'), always('rfa1')),
  noClient: always('rfa1'),
  started: byApp(byDevice('rfa15'), byDevice('rfa14')),
  userMrtd: always('rfa23'),
  userSign: byPurpose('rfa9'),
  processing: byPurpose('rfa21')
};

const FAILED: Readonly<Record<string, Key>> = {
  cancelled: always('rfa3'),
  userCancel: always('rfa6'),
  expiredTransaction: always('rfa8'),
  certificateErr: always('rfa16'),
  startFailed: byApp(always('rfa17-app'), always('rfa17-qr'))
};

const FAULTS: Readonly<Record<string, Key>> = {
  alreadyinprogress: always('rfa4'),
  requesttimeout: always('rfa5'),
  maintenance: always('rfa5'),
  internalerror: always('rfa5'),
  unreachable: always('rfa5')
};

const find = (table: Readonly<Record<string, Key>>, code: string, unknown: Key): Key =>
  Object.hasOwn(table, code) ? (table[code] ?? unknown) : unknown;

/** Where an order stands: a hint while it is pending; when it failed the hint, or the code of the request that was refused. */
export interface Standing {
  readonly status: 'pending' | 'failed';
  readonly code: string;
}

/**
 * The key of the text in `src/lib/text/bankid.*.json` that BankID's guidelines (chapter 6) prescribe.
 * A pending hint we do not know is "in progress" (RFA21), a failure we do not know is "unknown error" (RFA22). Pure.
 */
export function messageKey({ status, code }: Standing, situation: Situation): MessageKey {
  if (status === 'pending') return find(PENDING, code, byPurpose('rfa21'))(situation);
  return find(FAILED, code, find(FAULTS, code.toLowerCase(), always('rfa22')))(situation);
}

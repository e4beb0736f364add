/** A login or a signature that is going on, as its page shows it. Holds no secret. */
export interface OrderView {
  readonly status: 'pending' | 'failed';
  /** What happens now, or why it failed, in BankID's words. */
  readonly text: string;
  readonly sameDevice: boolean;
  readonly showsQr: boolean;
  /** Opens the app on this device. */
  readonly appLink: string | null;
  /** The test phone of the demo. */
  readonly testPhone: string | null;
}

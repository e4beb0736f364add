/** One e-mail, as plain text. */
export interface Message {
  /** The same message has the same key however often its job runs; it is delivered once. */
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly language: string;
}

/** Sends e-mail. Throws when the message was not taken over, so that the job is tried again. */
export interface Mail {
  send(message: Message): Promise<void>;
}

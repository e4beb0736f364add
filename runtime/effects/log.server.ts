import { pino } from 'pino';

/**
 * The process's log: JSON lines on standard output. What is logged is an event's name, codes, ids and times, never an answer, a
 * name, a number of a person, an address with a query or a token; `redact` is the net below that rule, not the rule.
 */
export const log = pino({
  name: 'smedja',
  level: process.env.LOG_LEVEL ?? (process.env.NODE_ENV === 'production' ? 'info' : 'warn'),
  redact: {
    paths: ['*.personnummer', '*.name', '*.email', '*.token', '*.answers', 'personnummer', 'email', 'token', 'answers'],
    censor: '…'
  },
  serializers: {
    // An error's message may quote a value from a query; its class, code and stack without the message say where to look.
    error: (error: unknown) =>
      error instanceof Error
        ? {
            type: error.name,
            code: 'code' in error ? error.code : undefined,
            stack: error.stack?.split('\n').filter((line) => /^\s+at /.test(line))
          }
        : { type: typeof error }
  }
});

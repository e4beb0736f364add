import { Logger } from 'graphile-worker';
import { log } from './log.server.ts';

/** The job queue's own messages, warnings and worse only. Its messages name tasks and ids, never payloads. */
export const quietLogger = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning')
    log[level === 'error' ? 'error' : 'warn']({ jobs: message }, 'job queue');
});

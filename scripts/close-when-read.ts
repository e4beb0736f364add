import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Closes a connection that is to be closed when the answer is sent *and* what was posted has been read. Node closes it at the answer; who
 * still sends then, as a proxy with a file that is refused early, gets a reset in place of the answer (RFC 9112, 9.6).
 */
export function closeWhenRead(request: IncomingMessage, response: ServerResponse): void {
  if (request.headers.connection?.toLowerCase() !== 'close') return;
  response.shouldKeepAlive = true;
  void Promise.all([once(request, 'close'), once(response, 'close')]).then(
    () => request.socket.end(),
    () => request.socket.destroy()
  );
}

import type { Handle } from '@sveltejs/kit';
import { Histogram } from 'prom-client';
import { log } from '#runtime';
import { registry } from '#lib/server/metrics.ts';

const duration = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'Time to answer, by route (never by address), method and status.',
  labelNames: ['route', 'method', 'status'],
  buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10],
  registers: [registry]
});

/** One log line and one measurement a request, by the route's pattern: an address may hold a token. */
export const observe: Handle = async ({ event, resolve }) => {
  event.locals.requestId = crypto.randomUUID();
  const started = performance.now();
  const response = await resolve(event);
  const seconds = (performance.now() - started) / 1000;
  const route = event.route.id ?? 'none';
  const { method } = event.request;
  duration.observe({ route, method, status: response.status }, seconds);
  log.info(
    { request: event.locals.requestId, route, method, status: response.status, ms: Math.round(seconds * 1000) },
    'request'
  );
  return response;
};

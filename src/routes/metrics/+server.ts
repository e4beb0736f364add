import { error } from '@sveltejs/kit';
import { env } from '$env/dynamic/private';
import { registry } from '#lib/server/metrics.ts';

/** Prometheus metrics. In production only with the bearer token SMEDJA_METRICS_TOKEN; without one they are off. */
export const GET = async ({ request }) => {
  const token = env.SMEDJA_METRICS_TOKEN;
  const open = !token && env.NODE_ENV !== 'production';
  if (!open && (!token || request.headers.get('authorization') !== `Bearer ${token}`))
    error(404, { message: 'not found', code: 'not_found', reference: '' });
  return new Response(await registry.metrics(), { headers: { 'content-type': registry.contentType } });
};

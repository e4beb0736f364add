import { standing } from '#lib/server/identity.ts';
import { carryOnLogin } from '#lib/server/login-order.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) =>
  standing(event, (await carryOnLogin(event, 'bankid'))?.order ?? null);

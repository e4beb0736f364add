import { standing } from '#lib/server/identity.ts';
import { carryOnSignature } from '#lib/server/signing.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => standing(event, await carryOnSignature(event));

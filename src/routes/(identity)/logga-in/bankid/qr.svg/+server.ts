import { qrPicture } from '#lib/server/identity.ts';
import { lookAtLogin } from '#lib/server/login-order.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => qrPicture(await lookAtLogin(event));

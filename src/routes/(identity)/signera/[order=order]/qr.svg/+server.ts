import { qrPicture } from '#lib/server/identity.ts';
import { lookAtSignature } from '#lib/server/signing.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => qrPicture(await lookAtSignature(event));

import { openApi } from '#lib/server/api/openapi.ts';

export const GET = ({ url }) => Response.json(openApi(url.origin));

import { createGroup, listScimGroups } from '#runtime';
import { answerScim, answerScimBody, listQuery } from '#lib/server/scim/request.ts';

export const GET = (event) => answerScim(event, (who) => listScimGroups(listQuery(event.url), who));
export const POST = (event) => answerScimBody(event, createGroup);

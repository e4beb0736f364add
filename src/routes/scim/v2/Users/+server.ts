import { createUser, listUsers } from '#runtime';
import { answerScim, answerScimBody, listQuery } from '#lib/server/scim/request.ts';

export const GET = (event) => answerScim(event, (who) => listUsers(listQuery(event.url), who));
export const POST = (event) => answerScimBody(event, createUser);

import { patchUser, readOneUser, removeUser, replaceUser } from '#runtime';
import { answerScim, answerScimBody, idIn } from '#lib/server/scim/request.ts';

export const GET = (event) => answerScim(event, (who) => readOneUser(idIn(event), who));
export const PUT = (event) => answerScimBody(event, (body, who) => replaceUser(idIn(event), body, who));
export const PATCH = (event) => answerScimBody(event, (body, who) => patchUser(idIn(event), body, who));
export const DELETE = (event) => answerScim(event, (who) => removeUser(idIn(event), who));

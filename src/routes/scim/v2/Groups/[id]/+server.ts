import { patchGroup, readOneGroup, removeScimGroup, replaceGroup } from '#runtime';
import { answerScim, answerScimBody, idIn } from '#lib/server/scim/request.ts';

export const GET = (event) => answerScim(event, (who) => readOneGroup(idIn(event), who));
export const PUT = (event) => answerScimBody(event, (body, who) => replaceGroup(idIn(event), body, who));
export const PATCH = (event) => answerScimBody(event, (body, who) => patchGroup(idIn(event), body, who));
export const DELETE = (event) => answerScim(event, (who) => removeScimGroup(idIn(event), who));

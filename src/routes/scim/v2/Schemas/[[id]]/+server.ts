import { listedOrOne, schemas } from '#runtime/provisioning/discovery.ts';
import { answerScim } from '#lib/server/scim/request.ts';

export const GET = (event) =>
  answerScim(event, ({ base }) => Promise.resolve(listedOrOne(schemas(base), event.params.id)));

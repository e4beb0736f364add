import { serviceProviderConfig } from '#runtime/provisioning/discovery.ts';
import { answerScim } from '#lib/server/scim/request.ts';

export const GET = (event) => answerScim(event, ({ base }) => Promise.resolve(serviceProviderConfig(base)));

import { logOut } from '#lib/server/session.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async (event) => {
    await logOut(event, 'here');
    return { done: true };
  }
};

/** These pages need no script, so they load none; those with a form turn it on. */
export const csr = false;

/** As a browser without a script gets it. */
export const csr = false;

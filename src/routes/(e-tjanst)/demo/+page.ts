/** Text and forms only: nothing here needs a script. */
export const csr = false;

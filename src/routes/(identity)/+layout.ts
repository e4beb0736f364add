/** Plain HTML; what a page adds by script is in `src/page-scripts`. */
export const csr = false;

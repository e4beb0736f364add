import type { readDelegations } from '#runtime';

/** An item of a delegationsordning, as its page draws it. */
export type DelegationItem = Exclude<Awaited<ReturnType<typeof readDelegations>>, { refused: unknown }>[number];

/** Alive: the process answers. Says nothing of its neighbours. */
export const GET = () => new Response('ok\n');

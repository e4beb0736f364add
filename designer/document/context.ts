import { createContext } from 'svelte';
import type { Session } from './session.svelte.ts';

/** `const session = useSession()` in a component of the designer. Set once by the frame of a case type. */
export const [useSession, setSession] = createContext<Session>();

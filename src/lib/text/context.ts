import { createContext } from 'svelte';
import type { Translate } from './translate.ts';

/** `const t = useText()` in a component, then `t('site.skip')`. Set once by the root layout. */
export const [useText, setText] = createContext<Translate>();

/** The forms of the desk, which have `csr = false`. */
const FORMS = ['/handlaggning/arenden/[id]/[event]', '/handlaggning/nytt/[draft]'];
const STAFF = '/(handlaggning)';

/**
 * Whether a page runs by a script of its own, or by none: a form of the desk, and all that is not the desk. SvelteKit would bring it
 * into the page that stands, and go on answering there what the page's own script answers too. Pure.
 */
export const hasOwnScript = (routeId: string): boolean =>
  !routeId.startsWith(`${STAFF}/`) || FORMS.includes(routeId.slice(STAFF.length));

/** Ways to log in that have pages of their own elsewhere: `oidc` for citizens, `personal` for staff. */
export const match = (text: string): text is 'oidc' | 'personal' => text === 'oidc' || text === 'personal';

import fc from 'fast-check';
import { it } from 'vitest';
import { builtRoutes } from '../../support/built-routes.ts';
import { hostileText } from '../hostile.ts';
import { encoded, HOME, OWNER, property, RUNS, send, type Scene } from './scene.ts';

export function attackAddresses(at: () => Scene): void {
  it('in the address of any page or call is no fault of ours', async () => {
    const { begun, draft, as } = at();
    const gets = builtRoutes().flatMap(({ id, isPage, methods }) => (isPage || methods.includes('GET') ? [id] : []));
    const known: Record<string, string> = { id: begun.caseId, slug: 'bygglov', draft };
    const whoever = ['nobody', `the citizen ${OWNER}`, `caseworker of ${HOME}`, `administrator of ${HOME}`];
    const asked = fc.record({
      route: fc.constantFrom(...gets),
      who: fc.constantFrom(...whoever, 'the system administrator', 'a system for people:provision'),
      text: hostileText.map((text) => text.slice(0, 4000)),
      other: hostileText.map((text) => text.slice(0, 200)),
      keeps: fc.boolean()
    });
    const QUERY = [
      'q',
      'sok',
      'efter',
      'fore',
      'om',
      'visa',
      'lista',
      'typ',
      'seen',
      'till',
      'sida',
      'svar',
      'nummer',
      'filter',
      'count'
    ];
    await property(
      asked,
      async ({ route, who, text, other, keeps }) => {
        const path = route
          .replaceAll(/\/\([^)]+\)/g, '')
          .replaceAll(/\[\[?(\w+)(?:=\w+)?\]?\]/g, (_, name: string) =>
            keeps && known[name] ? known[name] : encoded(text)
          );
        const query = QUERY.map((name) => `${name}=${encoded(other)}`).join('&');
        const response = await send(`${path || '/'}?${query}`, { headers: as(who) });
        await response.body?.cancel();
      },
      2 * RUNS
    );
  });

  it('in cookies and headers is no fault of ours', async () => {
    const { begun } = at();
    const value = hostileText.map((text) => text.replaceAll(/[^\u0021-\u007e]/g, '.').slice(0, 3000));
    await property(value, async (text) => {
      const cookie = ['session', 'utkast', 'kvitto', 'sprak', 'betalning'].map((name) => `${name}=${text}`).join('; ');
      const headers = {
        cookie,
        'if-none-match': text,
        'accept-language': text,
        'user-agent': text,
        authorization: `Bearer ${text}`
      };
      await Promise.all(
        [
          '/mina-sidor',
          '/e-tjanster/felanmalan/kvitto',
          '/api/v1/case-types',
          `/api/v1/cases/${begun.caseId}`,
          '/scim/v2/Users'
        ].map((path) => send(path, { headers }))
      );
    });
  });
}

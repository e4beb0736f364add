import fc from 'fast-check';
import { it } from 'vitest';
import { builtRoutes } from '../../support/built-routes.ts';
import { hostileText } from '../hostile.ts';
import { HOME, OWNER, property, send, type Scene } from './scene.ts';

export function attackForms(at: () => Scene): void {
  it('in the forms of pages is refused or kept as it was typed', async () => {
    const { begun, draft, as } = at();
    const pages = [
      `/e-tjanster/bygglov/ansok/${draft}/sokande`,
      `/e-tjanster/bygglov/ansok/${draft}/granska`,
      `/mina-sidor/arenden/${begun.caseId}/aterkalla`
    ];
    const names = fc.oneof(
      fc.constantFrom(
        '/name',
        '/email',
        '/postalAddress/street',
        '/costs/0/costAmount',
        '/costs/-1',
        '/drawings',
        'do',
        'key',
        'seq',
        '/__proto__/x',
        'row'
      ),
      hostileText.map((text) => text.slice(0, 200))
    );
    const entries = fc.array(fc.tuple(names, hostileText), { maxLength: 12 });
    await property(fc.tuple(fc.constantFrom(...pages), entries, fc.boolean()), async ([page, posted, asFile]) => {
      const body = new FormData();
      for (const [name, value] of posted)
        if (asFile) body.append(name, new Blob([value]), value.slice(0, 300) || 'x');
        else body.append(name, value);
      await send(page, { method: 'POST', body, headers: { ...as(`the citizen ${OWNER}`), accept: 'text/html' } });
    });
    await property(fc.tuple(fc.constantFrom('assign', 'receipt'), entries), async ([action, posted]) => {
      const body = new FormData();
      for (const [name, value] of [
        ...posted,
        ['to', 'me'],
        ['seq', '1e99'],
        ['key', '\u0000'],
        ['receivedOn', '9999-99-99']
      ] as const)
        body.append(name, value);
      await send(`/handlaggning/arenden/${begun.caseId}?/${action}`, {
        method: 'POST',
        body,
        headers: as(`caseworker of ${HOME}`)
      });
    });
  });

  it('in a form that is torn is refused', async () => {
    const { draft, as } = at();
    const pages = [`/e-tjanster/bygglov/ansok/${draft}/sokande`, `/e-tjanster/bygglov/ansok/${draft}/granska`];
    for (const page of pages)
      for (const type of [
        'multipart/form-data',
        'multipart/form-data; boundary=x',
        'application/x-www-form-urlencoded'
      ])
        for (const body of [
          '',
          '--x',
          '--x\r\ncontent-disposition: form-data\r\n\r\n1\r\n--x--',
          '%%%=%E0%A4%A&__proto__=1'
        ])
          await send(page, { method: 'POST', body, headers: { ...as(`the citizen ${OWNER}`), 'content-type': type } });
  });

  it('in every form action of those who administer is refused', async () => {
    const { as } = at();
    const actions = builtRoutes().flatMap(({ id, actions: names }) =>
      id.startsWith('/(handlaggning)/') && !id.includes('[')
        ? names.map((name) => `${id.replaceAll(/\/\([^)]+\)/g, '')}?/${name}`)
        : []
    );
    const fields = [
      'name',
      'claim',
      'kind',
      'id',
      'organ',
      'scope',
      'userName',
      'email',
      'title',
      'slug',
      'start',
      'unit',
      'copy',
      'schema',
      'text',
      'how',
      'lastDay',
      'person',
      'case',
      'letter',
      'sentOn',
      'key',
      'seq',
      'draft'
    ];
    await property(
      fc.tuple(fc.constantFrom(...actions), fc.array(hostileText, { minLength: 1, maxLength: 6 }), fc.boolean()),
      async ([action, texts, isFirst]) => {
        const body = new URLSearchParams();
        fields.forEach((field, index) => body.append(field, texts[index % texts.length] ?? ''));
        const path = action.replace('?/default', '');
        const who = isFirst ? 'the system administrator' : `administrator of ${HOME}`;
        await send(path, { method: 'POST', body, headers: { ...as(who), accept: 'text/html' } });
      }
    );
  });
}

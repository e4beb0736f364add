import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, it } from 'vitest';
import { hasOwnScript } from './own-script.ts';

it('is known of each page of the staff that SvelteKit leaves alone, and of no other', () => {
  const pages = globSync('src/routes/(handlaggning)/**/+page.svelte').map(dirname);
  const isLeftAlone = (folder: string) =>
    globSync(`${folder.replaceAll(/[[\]()]/g, '?')}/+page.ts`).some((file) =>
      readFileSync(file, 'utf8').includes('csr = false')
    );
  expect(pages.filter((folder) => hasOwnScript(folder.replace('src/routes', ''))).toSorted()).toEqual(
    pages.filter(isLeftAlone).toSorted()
  );
});

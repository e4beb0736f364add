import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import type { Plugin } from 'vite';

const FOLDER = 'src/page-scripts';
const SELF = 'build.ts';

/** Builds each script of this folder for browsers as `/_app/script/<name>.js`: under one name, since the server is built before. */
export const pageScripts = (): Plugin => ({
  name: 'page-scripts',
  apply: 'build',
  applyToEnvironment: (environment) => environment.name === 'client',
  buildStart() {
    for (const file of readdirSync(FOLDER).filter((name) => name !== SELF)) {
      const fileName = `_app/script/${basename(file, '.ts')}.js`;
      this.emitFile({ type: 'chunk', id: `${FOLDER}/${file}`, fileName });
    }
  }
});

import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { IS_WHOLE, SEED } from '../support/sample.ts';
import { attackAddresses } from './fuzz/addresses.ts';
import { attackApi } from './fuzz/api.ts';
import { attackCaseTypes } from './fuzz/case-types.ts';
import { attackDirectory } from './fuzz/directory.ts';
import { attackForms } from './fuzz/forms.ts';
import { attackPages } from './fuzz/pages.ts';
import { openScene, type Scene } from './fuzz/scene.ts';
import { attackUploads } from './fuzz/uploads.ts';

let scene: Scene;

beforeAll(async () => {
  process.stdout.write(`SAMPLE=${SEED}\n`);
  scene = await openScene();
});
afterAll(async () => {
  await scene?.browser.close();
  await scene?.stage.close();
});
beforeEach(() => void scene.stage.sql.query('delete from rate_limit'));

describe('what means ill', { timeout: IS_WHOLE ? 1_800_000 : 90_000 }, () => {
  const parts = [attackAddresses, attackApi, attackUploads, attackForms, attackDirectory, attackCaseTypes, attackPages];
  for (const attack of parts) attack(() => scene);
});

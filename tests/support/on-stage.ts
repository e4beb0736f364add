import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openBrowser } from './browser.ts';
import { openStage, type Stage } from './stage.ts';

/** Gives the tests of a file a browser and the stage of the product, and closes both after them. */
export function onStage(take: (browser: Browser, stage: Stage) => void): void {
  let opened: readonly [Browser, Stage] | undefined;
  beforeAll(async () => {
    opened = await Promise.all([openBrowser(), openStage()]);
    take(...opened);
  });
  afterAll(async () => {
    const [browser, stage] = opened ?? [];
    await stage?.close();
    await browser?.close();
  });
}

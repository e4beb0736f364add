import axe from 'axe-core';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    readonly axe?: typeof axe;
  }
}

/**
 * What axe finds wrong with the page as it stands, in its frames too, or with the part that a selector names: a line for
 * each broken rule. All rules run; but only what is wrong is spelled out, since the rest takes longer to tell than to find.
 */
export async function faultsByAxe(page: Page, part?: string): Promise<string[]> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('iframe')].every(
      ({ contentDocument: shown, src }) => shown?.readyState === 'complete' && shown.URL === src
    )
  );
  for (const frame of page.frames()) {
    if (!(await frame.evaluate(() => window.axe !== undefined))) await frame.evaluate(axe.source);
  }
  const results = await page.evaluate(
    async (selector) => window.axe?.run(selector ?? document, { resultTypes: ['violations'], selectors: false }),
    part
  );
  if (!results) throw new Error('axe is not in the page');
  // A frame that did not answer is only told of beside the faults.
  const unseen = results.incomplete.filter(({ id }) => id === 'frame-tested');
  return [...results.violations, ...unseen].map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

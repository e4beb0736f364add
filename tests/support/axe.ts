import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import { MARK, readShape } from './page-shape.ts';

declare global {
  interface Window {
    readonly axe?: typeof axe;
  }
}

/** In ASCII: for seven letters of half a million that are not, the browser held all of it in two bytes a letter, and took twice as long to read it. */
const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8').replace(
  /[\u0080-\uffff]/g,
  (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
);

/** The shapes of pages, and the looks of texts, that this process has seen without a fault: they need no second judgement. */
const faultless = new Set<string>();

/** Short, since pages are long. */
const keyOf = (thing: string) => createHash('sha1').update(thing).digest('base64');

/** Puts axe into a frame, and lets it weigh the contrast of those texts only whose looks are new: that takes most of its time. */
async function prepare(frame: Frame, looks: readonly string[]): Promise<void> {
  if (!(await frame.evaluate(() => window.axe !== undefined))) await frame.evaluate(SOURCE);
  const marked = looks.filter((look) => !faultless.has(keyOf(look)));
  await frame.evaluate(readShape, { mark: MARK, marked });
  await frame.evaluate(
    (mark) => window.axe?.configure({ rules: [{ id: 'color-contrast', selector: `[${mark}]` }] }),
    MARK
  );
}

/**
 * What axe finds wrong with the page as it stands, in its frames too, or with the part that a selector names: a line for
 * each broken rule. All rules run; but only what is wrong is spelled out, since the rest takes longer to tell than to find.
 * A page of a shape that had no fault before is not judged again.
 */
export async function faultsByAxe(page: Page, part?: string): Promise<string[]> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('iframe')].every(
      ({ contentDocument: shown, src }) => shown?.readyState === 'complete' && shown.URL === src
    )
  );
  const frames = page.frames();
  const shapes = await Promise.all(frames.map((frame) => frame.evaluate(readShape, { mark: MARK, marked: [] })));
  const looks = shapes.flatMap((seen) => seen.looks);
  const keys = [[part, ...shapes.map(({ shape }) => shape)].join('\n'), ...looks].map(keyOf);
  if (keys.every((key) => faultless.has(key))) return [];

  for (const [index, frame] of frames.entries()) await prepare(frame, shapes[index]?.looks ?? []);
  const results = await page.evaluate(
    async (selector) => window.axe?.run(selector ?? document, { resultTypes: ['violations'], selectors: false }),
    part
  );
  if (!results) throw new Error('axe is not in the page');
  // A frame that did not answer is only told of beside the faults.
  const unseen = results.incomplete.filter(({ id }) => id === 'frame-tested');
  const faults = [...results.violations, ...unseen];
  if (faults.length === 0) keys.forEach((key) => faultless.add(key));
  return faults.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const tokens = (block: string) =>
  new Map([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]));
const [light = '', dark = ''] = css.split('@media');
const themes = { light: tokens(light), dark: tokens(dark) };

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const GROUNDS = ['paper', 'surface', 'sunken'];
const TEXT = [
  ...['ink', 'ink-soft', 'action', 'late'].flatMap((text) => GROUNDS.map((ground) => [text, ground])),
  ...['wait', 'late', 'good', 'action'].map((tone) => [tone, `${tone}-soft`]),
  ...['wait', 'late', 'good', 'action'].map((tone) => ['ink', `${tone}-soft`]),
  ['ink-soft', 'action-soft'],
  ['ink-soft', 'wait-soft'],
  ['action-dark', 'action-soft'],
  ['on-action', 'action'],
  ['on-action', 'action-dark'],
  ['paper', 'ink']
];
const LINES = GROUNDS.flatMap((ground) => ['line-strong', 'action', 'late'].map((line) => [line, ground]));

describe.each(Object.entries(themes))('the colours on a %s screen', (_theme, colours) => {
  const colour = (name = '') => colours.get(name) ?? expect.fail(`no token --${name}`);

  it.each(TEXT)('let text in %s be read on %s', (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(LINES)('let the border in %s be seen on %s', (line, ground) => {
    expect(contrast(colour(line), colour(ground))).toBeGreaterThanOrEqual(3);
  });

  it('let the focus be seen: one of its two rings stands out from any ground', () => {
    // --focus has one value for both themes; the ring beside it is --ink.
    const focus = themes.light.get('focus') ?? '';
    for (const ground of GROUNDS) {
      expect(Math.max(contrast(focus, colour(ground)), contrast(colour('ink'), colour(ground)))).toBeGreaterThan(3);
    }
  });
});

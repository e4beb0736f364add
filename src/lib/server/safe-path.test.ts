import { describe, expect, it } from 'vitest';
import { safePath } from './safe-path.ts';

describe('a path to go on to after login', () => {
  it.each(['/mina-sidor', '/e-tjanster/bygglov/ansok/1/sida?x=1#y'])('%s is kept', (path) => {
    expect(safePath(path)).toBe(path);
  });

  it.each([
    null,
    '',
    'mina-sidor',
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '\\\\evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    `/${'a'.repeat(600)}`
  ])('%j leads home', (path) => {
    expect(safePath(path)).toBe('/');
  });
});

import { describe, expect, it } from 'vitest';
import { linesOf, widthOf } from './letters.ts';
import { roomOf } from './names.ts';

describe('the lines of a name', () => {
  it('are broken between words, and none is wider than its room', () => {
    const name = '”Vad den högre instansen kom fram till” är ”Återförvisat”';
    const lines = linesOf(name, 150);
    expect(lines).toEqual(['”Vad den högre instansen', 'kom fram till” är', '”Återförvisat”']);
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(150);
  });

  it('are broken inside a word that is wider than the room', () => {
    const lines = linesOf('Byggnadsnämndsdelegationsordningen', 80);
    expect(lines.join('')).toBe('Byggnadsnämndsdelegationsordningen');
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(80);
  });

  it('are none of nothing', () => {
    expect(linesOf('  ', 80)).toEqual([]);
  });
});

describe('the room of a name', () => {
  it('is no wider than its lines need, with as many lines', () => {
    const { w, h, lines } = roomOf('Registrera domstolens avgörande', 150);
    expect(lines).toHaveLength(2);
    expect(h).toBe(30);
    expect(w).toBeLessThan(140);
    expect(linesOf('Registrera domstolens avgörande', w)).toHaveLength(2);
  });

  it('is as wide as its longest word, which is not broken', () => {
    expect(roomOf('Underskriften uteblev', 110).lines).toEqual(['Underskriften', 'uteblev']);
  });
});

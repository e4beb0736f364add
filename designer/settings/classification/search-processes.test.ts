import { describe, expect, it } from 'vitest';
import { readProcesses, searchProcesses } from './search-processes.ts';

const found = async (query: string) =>
  searchProcesses(await readProcesses(), query).found.map(({ code, name }) => `${code} ${name}`);

describe('a search in KLASSA', () => {
  it('finds by name, by code and by what a process is part of', async () => {
    expect(await found('bygg')).toEqual(expect.arrayContaining([expect.stringMatching(/bygg/i)]));
    expect((await found('1.4.1'))[0]).toBe('1.4.1 Hantering av allmänna handlingar');
    expect(await found('insyn dialog')).toContain('1.4.2 Offentlig dialog');
  });

  it('gives nothing before anything is asked, and nothing for what there is not', async () => {
    expect(await found('  ')).toEqual([]);
    expect(await found('rymdfart')).toEqual([]);
  });

  it('tells how many there are, beyond those that it shows', async () => {
    const { found: shown, count } = searchProcesses(await readProcesses(), 'hantering');
    expect(count).toBeGreaterThanOrEqual(shown.length);
    expect(shown.length).toBeLessThanOrEqual(12);
  });
});

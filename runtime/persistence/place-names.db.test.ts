import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../tests/support/test-database.ts';
import { namePlaces, placeNames, workplaceNames } from './place-names.server.ts';

const database = testDatabase();
beforeAll(() => database.sql(`insert into organ (key, kind, name) values ('tn', 'namnd', 'tn')`));

describe('an organ and its units', () => {
  it('go by their keys until somebody names them, and by the latest names then', async () => {
    expect(await placeNames('tn', 'gata')).toEqual({ organ: 'tn', unit: 'gata' });
    await namePlaces([{ key: 'tn', name: 'Tekniska', units: { gata: 'Gata' } }]);
    await namePlaces([{ key: 'tn', name: 'Tekniska nämnden', units: { gata: 'Gata och park' } }]);
    expect(await placeNames('tn', 'gata')).toEqual({ organ: 'Tekniska nämnden', unit: 'Gata och park' });
  });

  it('are told to who works there, each once, and by their keys where nobody has named them', async () => {
    const places = [
      { organ: 'tn', unit: 'gata' },
      { organ: 'tn', unit: null },
      { organ: 'tn', unit: 'gata' },
      { organ: 'okand', unit: null }
    ];
    const names = await workplaceNames(places, new Date('2026-03-02T08:00:00Z'));
    expect(names).toEqual(['Gata och park', 'Tekniska nämnden', 'okand']);
  });

  it('are not made up: an organ that no case type has gets no name', async () => {
    await namePlaces([{ key: 'okand', name: 'Okända nämnden', units: { a: 'A' } }]);
    expect(await database.sql(`select key from organ where key = 'okand'`)).toEqual([]);
  });
});

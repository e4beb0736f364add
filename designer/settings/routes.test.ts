import { describe, expect, it } from 'vitest';
import { instancesFor, rerouted, suggestedRoute } from './routes.ts';

const draft = (statutes: readonly string[], kind = 'forvaltningsbesvar') => ({
  settings: { appeal: { kind }, legalBasis: statutes.map((statute) => ({ statute })) }
});

describe('a route of appeal', () => {
  it('is tried by förvaltningsrätten alone when it is laglighetsprövning, and handed in there (KL 13:4)', () => {
    expect(instancesFor(draft([], 'laglighetsprovning'))).toEqual(['forvaltningsratten']);
    expect(rerouted(draft([]), 'laglighetsprovning')).toMatchObject({
      handIn: 'forvaltningsratten',
      startsWhen: 'notice-on-anslagstavla'
    });
  });

  it('goes to länsstyrelsen under PBL, to kammarrätten where documents are refused, to the court under LSS', () => {
    const instance = (...statutes: string[]) => rerouted(draft(statutes), 'forvaltningsbesvar').instance;
    expect(instance('2011:338', '2010:900')).toBe('lansstyrelsen');
    expect(instance('1949:105', '2009:400')).toBe('kammarratten');
    expect(instance('1993:387')).toBe('forvaltningsratten');
  });

  it('is handed in to whoever decided, within three weeks from when the party got it (FL 43 and 44 §§)', () => {
    expect(rerouted(draft([]), 'forvaltningsbesvar')).toMatchObject({
      handIn: 'beslutande-organ',
      period: 'P21D',
      startsWhen: 'received'
    });
  });

  it('has nobody to try it where a beslut may not be appealed', () => {
    expect(rerouted(draft(['2010:900']), 'ej-overklagbart')).toEqual({ kind: 'ej-overklagbart' });
    expect(instancesFor(draft([], 'ej-overklagbart'))).toEqual([]);
  });

  it('is suggested only where the legal basis says something', () => {
    expect(suggestedRoute(draft(['2017:900']))).toBeUndefined();
  });
});

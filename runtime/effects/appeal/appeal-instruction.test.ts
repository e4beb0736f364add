import { describe, expect, it } from 'vitest';
import type { Appeal } from '../../definition/types.ts';
import type { Language } from '../language.ts';
import { appealInstruction, type AppealFacts, type AppealInstruction } from './appeal-instruction.ts';

const organ = {
  name: 'Bygg- och miljönämnden',
  lines: ['Lindsjö kommun, Bygg- och miljönämnden, 123 45 Lindsjö', 'bygg@lindsjo.example']
};
const instances = {
  lansstyrelsen: { name: 'Länsstyrelsen i Lindsjö län', lines: ['Box 1, 123 00 Länstad'] },
  forvaltningsratten: { name: 'Förvaltningsrätten i Länstad', lines: ['Box 2, 123 00 Länstad', 'fr@domstol.example'] }
};
const facts = (appeal: Appeal): AppealFacts => ({
  appeal,
  organ,
  instances,
  number: 'BMN 2026/14',
  decidedOn: '2026-11-21'
});
const besvar = (instance: string, sfs: string, paragraph: string): Appeal => ({
  kind: 'forvaltningsbesvar',
  instance,
  handIn: 'beslutande-organ',
  period: 'P21D',
  startsWhen: 'received',
  statute: { sfs, paragraph }
});
const legality: Appeal = {
  kind: 'laglighetsprovning',
  instance: 'forvaltningsratten',
  handIn: 'forvaltningsratten',
  period: 'P21D',
  startsWhen: 'notice-on-anslagstavla',
  statute: { sfs: '2017:725', paragraph: '13 kap. 5 §' }
};

const wholeText = ({ heading, lead, sections, provisions }: AppealInstruction) =>
  [
    heading,
    lead,
    ...sections.flatMap((section) => [
      section.heading,
      section.text,
      ...(section.items ?? []),
      ...(section.lines ?? [])
    ]),
    provisions
  ].join('\n');
const told = (appeal: Appeal, language: Language = 'sv') => wholeText(appealInstruction(facts(appeal), language));

describe('a beslut that länsstyrelsen tries (PBL 13:3)', () => {
  const text = told(besvar('lansstyrelsen', '2010:900', '13 kap. 3 §'));

  it('is appealed to länsstyrelsen but handed in to the nämnd that decided (FL 43 §)', () => {
    expect(text).toContain('Det är Länsstyrelsen i Lindsjö län som prövar överklagandet.');
    expect(text).toContain(
      'Ställ överklagandet till Länsstyrelsen i Lindsjö län, men lämna eller skicka det till bygg- och miljönämnden.'
    );
    expect(text).toContain('bygg@lindsjo.example');
    expect(text).not.toContain('Box 1, 123 00 Länstad');
  });

  it('has come in within three weeks from the day the party fick del av it (FL 44 §)', () => {
    expect(text).toContain(
      'ska ha kommit in till bygg- och miljönämnden inom tre veckor från den dag då du fick del av beslutet'
    );
    expect(text).toContain('För den som företräder det allmänna räknas tiden från den dag då beslutet meddelades.');
  });

  it('says which beslut, what change, why, and who (FL 43 §, förvaltningsprocesslagen 3 and 4 §§)', () => {
    expect(text).toContain(
      'vilket beslut du överklagar: BMN 2026/14, beslutat den 21 november 2026 av bygg- och miljönämnden'
    );
    expect(text).toContain('hur du vill att beslutet ska ändras');
    expect(text).toContain('varför du tycker att beslutet är fel');
    expect(text).toContain('fullmakt');
  });

  it('is tried for time by the nämnd and then handed over (FL 45 and 46 §§)', () => {
    expect(text).toContain(
      'Det är bygg- och miljönämnden som kontrollerar att överklagandet har kommit in i rätt tid.'
    );
    expect(text).toContain('vidare till Länsstyrelsen i Lindsjö län');
  });

  it('names its provisions', () => {
    expect(text).toContain(
      'Bestämmelser: 13 kap. 3 § plan- och bygglagen (2010:900), 42–46 §§ förvaltningslagen (2017:900).'
    );
  });
});

describe('a refusal to give out a handling (OSL 6:7)', () => {
  it('goes to kammarrätten, by its common name when the installation does not know which', () => {
    const text = told(besvar('kammarratten', '2009:400', '6 kap. 7 §'));
    expect(text).toContain('Det är kammarrätten som prövar överklagandet.');
    expect(text).toContain('lämna eller skicka det till bygg- och miljönämnden');
    expect(text).toContain('6 kap. 7 § offentlighets- och sekretesslagen (2009:400)');
  });
});

describe('a beslut that förvaltningsrätten tries on its merits', () => {
  it('is still handed in to the nämnd, and is no review of legality', () => {
    const text = told(besvar('forvaltningsratten', '2010:1622', '10 kap. 1 §'));
    expect(text).toContain(
      'Ställ överklagandet till Förvaltningsrätten i Länstad, men lämna eller skicka det till bygg'
    );
    expect(text).not.toContain('laglighetsprövning');
  });
});

describe('a review of legality (KL 13 kap.)', () => {
  const text = told(legality);

  it('is open to a member of the municipality (13:1, 1:5)', () => {
    expect(text).toContain('folkbokförd i kommunen, äger fast egendom här eller ska betala kommunalskatt här');
  });

  it('is handed in to the court itself, without a word of any check by the nämnd (13:4)', () => {
    expect(text).toContain('Lämna eller skicka överklagandet direkt till Förvaltningsrätten i Länstad.');
    expect(text).toContain('fr@domstol.example');
    expect(text).not.toContain('bygg@lindsjo.example');
    expect(text).not.toContain('rätt tid');
  });

  it('has time from the notice on the anslagstavla, never from when somebody fick del av the beslut (13:5)', () => {
    expect(text).toContain('inom tre veckor från den dag då det tillkännagavs på kommunens anslagstavla');
    expect(text).not.toContain('fick del av');
  });

  it('rests on circumstances given in time, and on one of four grounds (13:7, 13:8)', () => {
    expect(text).toContain('Domstolen får bara ta hänsyn till det som du har hänvisat till innan tiden');
    const grounds = appealInstruction(facts(legality), 'sv').sections.find(({ heading }) => heading.startsWith('När'));
    expect(grounds?.items).toHaveLength(4);
  });
});

describe('a beslut that may not be appealed', () => {
  it('says so, with its provision when there is one, and tells nothing of how', () => {
    const none = (appeal: Appeal) => appealInstruction(facts(appeal), 'sv');
    const statute = { sfs: '2017:900', paragraph: '41 §' };
    expect(none({ kind: 'ej-overklagbart', statute })).toEqual({
      heading: 'Beslutet kan inte överklagas',
      lead: 'Beslutet får inte överklagas. Det framgår av 41 § förvaltningslagen (2017:900).',
      sections: [],
      provisions: null
    });
    expect(none({ kind: 'ej-overklagbart' }).lead).toBe('Beslutet får inte överklagas.');
  });
});

describe('the time to appeal', () => {
  const time = (period: string, language: Language = 'sv') =>
    / (?:inom|within) (.+?) (?:från|from) /.exec(
      told({ ...besvar('lansstyrelsen', '2010:900', '13 kap. 3 §'), period }, language)
    )?.[1];

  it('is said in weeks where it is whole weeks, as statutes say it', () => {
    expect(['P21D', 'P3W', 'P28D', 'P7D', 'P2M', 'P10D'].map((period) => time(period))).toEqual([
      'tre veckor',
      'tre veckor',
      'fyra veckor',
      'en vecka',
      'två månader',
      '10 dagar'
    ]);
    expect(time('P21D', 'en')).toBe('three weeks');
  });

  it('rolls over Saturdays, holidays and the three eves (lag 1930:173, 2 §)', () => {
    expect(told(besvar('lansstyrelsen', '2010:900', '13 kap. 3 §'))).toContain(
      'midsommarafton, julafton eller nyårsafton'
    );
  });
});

describe('an appeal instruction in English', () => {
  it('says the same, with the Swedish name of the instance beside', () => {
    const text = told(besvar('kammarratten', '2009:400', '6 kap. 7 §'), 'en');
    expect(text).toContain('the Administrative Court of Appeal (kammarrätten)');
    expect(text).toContain('within three weeks from the day you received the decision');
    expect(text).toContain('Public Access to Information and Secrecy Act (2009:400), 6 kap. 7 §');
  });

  it('has as many sections as the Swedish one, for every route', () => {
    for (const appeal of [legality, besvar('lansstyrelsen', '2010:900', '13 kap. 3 §')]) {
      const shape = (language: Language) =>
        appealInstruction(facts(appeal), language).sections.map(({ items, lines }) => [items?.length, lines?.length]);
      expect(shape('en')).toEqual(shape('sv'));
    }
  });
});

describe('a route that lacks what the law asks for', () => {
  it('is a fault and never half an instruction', () => {
    expect(() => told({ kind: 'forvaltningsbesvar', instance: 'lansstyrelsen' })).toThrow('appeal.incomplete');
    expect(() => told({ kind: 'forvaltningsbesvar', period: 'P21D' })).toThrow('appeal.incomplete');
  });
});

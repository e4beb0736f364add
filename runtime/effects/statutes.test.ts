import { describe, expect, it } from 'vitest';
import { cite } from './statutes.ts';

describe('a citation', () => {
  it('puts the paragraph before a Swedish statute and after an English one', () => {
    const statute = { sfs: '2017:900', paragraph: '25 §' };
    expect(cite(statute, 'sv')).toBe('25 § förvaltningslagen (2017:900)');
    expect(cite(statute, 'en')).toBe('Administrative Procedure Act (2017:900), 25 §');
  });

  it('names an act of the EU by its own number', () => {
    const act = { sfs: '(EU) 2017/625', paragraph: 'artikel 13' };
    expect(cite(act, 'sv')).toBe('artikel 13 i förordning (EU) 2017/625 om offentlig kontroll');
    expect(cite({ sfs: act.sfs }, 'en')).toBe('Regulation (EU) 2017/625 on official controls');
  });

  it('names a statute that it does not know by its number', () => {
    expect(cite({ sfs: '1999:1' }, 'sv')).toBe('SFS 1999:1');
    expect(cite({ sfs: '(EU) 1999/1', paragraph: 'artikel 2' }, 'sv')).toBe('artikel 2 i EU-rättsakt (EU) 1999/1');
  });
});

/** The parts of the designer, each a page of its own, in order. */
export const TABS = ['oversikt', 'formular', 'flode', 'texter', 'regler', 'prova', 'kontroll', 'publicera'] as const;

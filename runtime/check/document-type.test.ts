import { describe, expect, it } from 'vitest';
import { workedExample } from '../testing/case-types.ts';
import { patched } from '../testing/patch.ts';
import { checkOnServer } from '../case/check-case-type.server.ts';

const control = {
  ...{ type: 'Control', id: 'visit', scope: '#/properties/visit' },
  options: { kind: 'booking', resource: 'lokalen', times: ['2026-12-01T09:00'] }
};

describe('a clock that counts back from a booked time', () => {
  it('counts from a date', () => {
    const caseType = patched(workedExample(), [
      { op: 'add', path: '/forms/application/schema/properties/visit', value: { type: 'string', maxLength: 16 } },
      { op: 'add', path: '/forms/application/ui/elements/0/elements/-', value: control },
      { op: 'add', path: '/settings/delays/dagen-innan', value: { period: 'P1D', before: '/application/visit' } },
      { op: 'add', path: '/settings/delays/namnet', value: { period: 'P1D', before: '/application/name' } }
    ]);
    const faults = checkOnServer(caseType).filter(({ code }) => code === 'V4');
    expect(faults.map(({ pointer }) => pointer)).toEqual(['/settings/delays/namnet/before']);
  });
});

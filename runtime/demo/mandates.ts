import type { MandateRegister, RegisteredMandate } from '../ports/mandate-register.ts';
import { CITIZENS, nameOf } from './people.ts';

/**
 * Companies and associations of the demo. Their numbers have a right check digit and lie in series that Bolagsverket and Skatteverket
 * have not begun to give out, so that they are nobody's.
 */
export const DEMO_ORGANISATIONS = {
  builder: { organisationsnummer: '5599990016', name: 'Lindsjö Bygg & Trä AB' },
  restaurant: { organisationsnummer: '5599990024', name: 'Hamnkrogen i Lindsjö AB' },
  club: { organisationsnummer: '8029990010', name: 'Lindsjö Idrottsförening' }
} as const;

const organisation = (key: keyof typeof DEMO_ORGANISATIONS) =>
  ({ kind: 'organisation', ...DEMO_ORGANISATIONS[key] }) as const;

const person = (key: string) => {
  const found = CITIZENS.find((citizen) => citizen.key === key);
  return { kind: 'person', personnummer: found?.personalNumber ?? '', name: found ? nameOf(found) : '' } as const;
};

const whole = { alone: true, caseTypes: null } as const;

/** By the key of the demo's citizens. */
const MANDATES: Readonly<Record<string, readonly RegisteredMandate[]>> = {
  mikael: [{ principal: organisation('builder'), ground: 'signatory', ...whole }],
  amina: [
    { principal: organisation('restaurant'), ground: 'signatory', ...whole },
    { principal: organisation('club'), ground: 'signatory', alone: false, caseTypes: null }
  ],
  daniel: [{ principal: organisation('builder'), ground: 'fullmakt', alone: true, caseTypes: ['bygglov'] }],
  elsa: [{ principal: person('gunnar'), ground: 'guardian', ...whole }],
  ingrid: [{ principal: person('maria'), ground: 'guardian', ...whole }]
};

/** What the demo's register of who may act for whom says: nobody of the demo acts for another by any other. */
export const demoMandates: MandateRegister = {
  mandatesOf: (personnummer) => {
    const key = CITIZENS.find(({ personalNumber }) => personalNumber === personnummer)?.key;
    return Promise.resolve((key && MANDATES[key]) || []);
  }
};

/** The firm that somebody of the demo may act for alone in a case type, as the register says; undefined when there is none. */
export function firmOf(key: string, slug: string): RegisteredMandate | undefined {
  return MANDATES[key]?.find(
    ({ principal, alone, caseTypes }) =>
      principal.kind === 'organisation' && alone && (caseTypes === null || caseTypes.includes(slug))
  );
}

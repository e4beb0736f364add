import type { JsonObject } from '../../definition/json.ts';
import type { Outcome } from '../../flow/model.ts';
import { loadCase } from '../../persistence/load-case.server.ts';
import { personnummerOf } from '../../persistence/people.server.ts';
import type { PopulationRegister, RegisteredPerson } from '../../ports/population-register.ts';
import type { AutomationRun } from '../automations.server.ts';

/**
 * `population-register`: what the register says of the applicant, or of the person that the flow names. Of one with protected
 * identity the case learns that, and nothing else.
 */
export async function lookUpPerson(
  input: JsonObject,
  { caseId }: AutomationRun,
  register: PopulationRegister
): Promise<Outcome> {
  const personnummer = typeof input['person'] === 'string' ? input['person'] : await applicantOf(caseId);
  if (!personnummer) return { error: 'population-register.nobody' };
  const found = await register.lookUp(personnummer);
  if (found === 'not-found' || found === 'unavailable') return { error: `population-register.${found}` };
  return { output: outputOf(found) };
}

/** By what the form asked for, else by what the applicant's e-ID said. */
async function applicantOf(caseId: string): Promise<string | null> {
  const applicant = (await loadCase(caseId))?.parties.find(({ role }) => role === 'applicant');
  return applicant?.personnummer ?? (applicant?.person_id ? personnummerOf(applicant.person_id) : null);
}

function outputOf({ protected: isProtected, name, address, source, at }: RegisteredPerson): JsonObject {
  if (isProtected) return { protected: true, source, at };
  const said = { name: name?.full ?? null, address: address ? { ...address } : null };
  return { protected: false, ...said, source, at };
}

import type { JsonObject } from '../../definition/json.ts';
import { PlatformError } from '../../errors/platform-error.ts';
import type { Outcome } from '../../flow/model.ts';
import { loadCase } from '../../persistence/load-case.server.ts';
import { placeNames } from '../../persistence/place-names.server.ts';
import { stockholmDay } from '../../time/day.ts';
import type { AutomationRun } from '../automations.server.ts';
import { deliver } from '../messages/deliver.server.ts';
import type { Ports } from '../ports.server.ts';

/**
 * `hand-over`: tells another authority that a case is handed over to it (FL 46 § and others), by its number and by what the
 * flow says; never by what a person wrote, since e-mail is read on the way. The handlingar are documents of the flow and go
 * by the way that the authorities have agreed. An authority that the installation has no address to is an error of the flow.
 */
export async function handOver(input: JsonObject, { caseId, key }: AutomationRun, ports: Ports): Promise<Outcome> {
  const to = ports.municipality.instances[String(input['to'])];
  const email = to?.lines.find((line) => line.includes('@'));
  if (!to || !email) return { error: 'hand-over.no-address' };
  const found = await loadCase(caseId);
  if (!found) throw new PlatformError('case.not_found', { caseId });
  const { number, organ_key, unit_key } = found.case_;
  const { organ } = await placeNames(organ_key, unit_key);
  const facts = { organ, number, municipality: ports.municipality.name };
  await deliver(
    {
      ...{ key: `hand-over:${key}`, caseId, partyId: null, recipient: email, language: 'sv' },
      subject: `Överlämnande av ärende ${number}`,
      text: textOf(facts)
    },
    ports
  );
  return { output: { to: to.name, handedOverOn: stockholmDay(ports.clock.now()) } };
}

const textOf = ({ organ, number, municipality }: { organ: string; number: string; municipality: string }) => `Hej!

${organ} i ${municipality} överlämnar ärende ${number} till er. Handlingarna i ärendet skickas på det sätt som vi har kommit överens om.

Kontakta oss om de inte har kommit fram inom tre arbetsdagar.

-- 
${organ}
${municipality}
`;

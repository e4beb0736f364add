import { isTaken } from '../case/payments.ts';
import type { Automations } from './automations.server.ts';
import { handOver } from './automations/hand-over.server.ts';
import { payOut } from './automations/pay-out.server.ts';
import { takePayment } from './automations/take-payment.server.ts';
import { lookUpPerson } from './automations/look-up-person.server.ts';
import type { Ports } from './ports.server.ts';
import { startCase } from './start-case.server.ts';
import type { CaseTasks } from './tasks.ts';
import { askToSign } from './tasks/ask-to-sign.server.ts';
import { createDocument } from './tasks/create-document.server.ts';
import { notify } from './tasks/notify.server.ts';
import { send } from './tasks/send.server.ts';

/** What is done outside the step, by the name of the flow's action. */
export const effectTasks = (ports: Ports): CaseTasks => ({
  'ask-to-sign': (job) => askToSign(job, ports),
  'create-document': (job) => createDocument(job, ports),
  notify: (job) => notify(job, ports),
  send: (job) => send(job, ports),
  'start-case': startCase
});

/** What a flow waits for. A signature and an approval come from people, by their own pages. What is not connected fails at once. */
export const effectAutomations = (ports: Ports): Automations => ({
  ...registerAutomation(ports),
  'hand-over': (input, run) => handOver(input, run, ports),
  payment: (input, run) => (isTaken({ src: 'payment', input }) ? takePayment : payOut)(input, run, ports),
  sign: async () => null,
  approval: async () => null
});

const registerAutomation = ({ register }: Ports): Automations =>
  register ? { 'population-register': (input, run) => lookUpPerson(input, run, register) } : {};

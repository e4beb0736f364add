import { PlatformError } from '../../errors/platform-error.ts';
import type { Collected, Completion, StartedOrder } from './model.ts';

/** Readers of BankID's answers. What is missing or of the wrong type throws `bankid.answer_unreadable`, naming the field, never its value. */

type Fields = Readonly<Record<string, unknown>>;

const unreadable = (field: string) => new PlatformError('bankid.answer_unreadable', { field });

function object(value: unknown, field: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw unreadable(field);
  return { ...value };
}

function text(from: Fields, field: string): string {
  const value = from[field];
  if (typeof value !== 'string' || value === '') throw unreadable(field);
  return value;
}

/** The fields of an order or of an error; an answer that is no object has none. */
export const fieldsOf = (json: unknown): Fields => (typeof json === 'object' && json !== null ? { ...json } : {});

export function readStarted(json: unknown): StartedOrder {
  const answer = object(json, 'answer');
  return {
    orderRef: text(answer, 'orderRef'),
    autoStartToken: text(answer, 'autoStartToken'),
    qrStartToken: text(answer, 'qrStartToken'),
    qrStartSecret: text(answer, 'qrStartSecret')
  };
}

export function readCollected(json: unknown): Collected {
  const answer = object(json, 'answer');
  const hintCode = typeof answer.hintCode === 'string' ? answer.hintCode : '';
  switch (answer.status) {
    case 'pending':
      return { status: 'pending', hintCode };
    case 'failed':
      return { status: 'failed', hintCode };
    case 'complete':
      return {
        status: 'complete',
        completion: readCompletion(answer.completionData),
        received: JSON.stringify(answer.completionData)
      };
    default:
      throw unreadable('status');
  }
}

function readCompletion(json: unknown): Completion {
  const data = object(json, 'completionData');
  const user = object(data.user, 'user');
  const device = object(data.device, 'device');
  return {
    user: {
      personalNumber: text(user, 'personalNumber'),
      name: text(user, 'name'),
      givenName: text(user, 'givenName'),
      surname: text(user, 'surname')
    },
    device: {
      ipAddress: text(device, 'ipAddress'),
      ...(typeof device.uhi === 'string' ? { uhi: device.uhi } : {})
    },
    bankIdIssueDate: text(data, 'bankIdIssueDate'),
    signature: text(data, 'signature'),
    ocspResponse: text(data, 'ocspResponse'),
    ...(typeof data.risk === 'string' ? { risk: data.risk } : {})
  };
}

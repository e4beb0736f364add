import { join } from 'node:path';
import { clamdScanner, diskFileStore, movableClock, systemClock } from '#runtime';
import { municipality } from './municipality.ts';

// The composition root: the adapters that this installation uses behind the runtime's ports.
const environment = process.env;
const folder = environment['SMEDJA_DATA'] ?? '.data';

/** In the demo time can be put forward. */
export const clock = municipality.demo ? movableClock() : systemClock;

export const files = diskFileStore(join(folder, 'files'));

const host = environment['CLAMD_HOST'];
/** Null where no scanner is configured. */
export const scanner = host ? clamdScanner({ host, port: Number(environment['CLAMD_PORT'] ?? 3310) }) : null;

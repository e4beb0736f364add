import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlatformError } from '../errors/platform-error.ts';
import type { Addressee } from './appeal/appeal-instruction.ts';
import type { MunicipalityFacts } from './documents/dossier.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Whether this is a demo: everywhere but in production, and there when asked for. */
export const isDemo = ({ NODE_ENV, SMEDJA_DEMO }: Environment): boolean =>
  NODE_ENV !== 'production' || SMEDJA_DEMO === '1';

const DEMO_ARMS = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 26 30"><path d="M1 1h24v15c0 7-6 11-12 13C7 27 1 23 1 16Z" fill="#0e5a48"/><path d="M6 19l4-7 3 5 2-3 5 5z" fill="#fbfaf6"/><circle cx="18" cy="8" r="2.4" fill="#f2b705"/></svg>`;

const DEMO_INSTANCES: Readonly<Record<string, Addressee>> = {
  lansstyrelsen: {
    name: 'Länsstyrelsen i Lindsjö län',
    lines: ['Box 1000, 123 10 Länstad', 'registrator@lansstyrelsen.example']
  },
  forvaltningsratten: {
    name: 'Förvaltningsrätten i Länstad',
    lines: ['Box 2000, 123 20 Länstad', 'forvaltningsratten@domstol.example']
  },
  kammarratten: {
    name: 'Kammarrätten i Storstad',
    lines: ['Box 3000, 111 30 Storstad', 'kammarratten@domstol.example']
  },
  folkhalsomyndigheten: {
    name: 'Folkhälsomyndigheten',
    lines: ['Box 4000, 111 40 Storstad', 'registrator@folkhalsomyndigheten.example']
  },
  polismyndigheten: {
    name: 'Polismyndigheten',
    lines: ['Box 5000, 111 50 Storstad', 'registrator@polisen.example']
  }
};

/**
 * What is known of the municipality, from the environment: `SMEDJA_MUNICIPALITY` (name), `ORIGIN` (where the site is
 * reached), `SMEDJA_ARMS` (path of an SVG) and `SMEDJA_INSTANCES` (path of a JSON file: authorities and courts by their
 * keys in the format, each `{ name, lines }`).
 */
export function municipalityFacts(environment: Environment): MunicipalityFacts {
  const { SMEDJA_MUNICIPALITY, SMEDJA_ARMS, SMEDJA_INSTANCES, ORIGIN, PORT } = environment;
  const demo = isDemo(environment);
  const arms = SMEDJA_ARMS ? readFileSync(SMEDJA_ARMS, 'utf8') : demo ? DEMO_ARMS : undefined;
  return {
    name: SMEDJA_MUNICIPALITY ?? 'Lindsjö kommun',
    ...(arms && { arms }),
    instances: SMEDJA_INSTANCES ? addressees(SMEDJA_INSTANCES) : demo ? DEMO_INSTANCES : {},
    site: (ORIGIN ?? `http://localhost:${PORT ?? 3000}`).replace(/\/$/, '')
  };
}

function addressees(path: string): Record<string, Addressee> {
  const file: unknown = JSON.parse(readFileSync(path, 'utf8'));
  const entries = typeof file === 'object' && file !== null ? Object.entries(file) : [];
  return Object.fromEntries(
    entries.map(([key, value]: [string, unknown]) => {
      if (!isAddressee(value)) throw new PlatformError('settings.instance_unreadable', { key });
      return [key, value];
    })
  );
}

const isAddressee = (value: unknown): value is Addressee =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'lines' in value &&
  Array.isArray(value.lines) &&
  value.lines.every((line) => typeof line === 'string');

/** Where files are kept: below the folder for all that is not in the database. */
export const filesFolder = ({ SMEDJA_DATA }: Environment): string => join(SMEDJA_DATA ?? '.data', 'files');

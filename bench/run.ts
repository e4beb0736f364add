import { parseArgs } from 'node:util';
import { benchCheck } from './check.ts';
import { benchDesignerInBrowser } from './designer-in-browser.ts';
import { benchDesigner } from './designer.ts';
import { benchDesk } from './desk.ts';
import { benchEngine } from './engine.ts';
import { benchFiling } from './filing.ts';
import { benchScriptWeight } from './script-weight.ts';
import { benchSimulation } from './simulate.ts';
import { benchStart } from './start.ts';
import { benchSteps } from './steps.ts';

/** What `npm run bench` measures, in order; `-- --part desk` measures one. */
const PARTS: Readonly<Record<string, () => void | Promise<void>>> = {
  steps: benchSteps,
  filing: benchFiling,
  desk: benchDesk,
  start: benchStart,
  script: benchScriptWeight,
  engine: benchEngine,
  designer: benchDesigner,
  simulate: benchSimulation,
  browser: benchDesignerInBrowser,
  check: benchCheck
};

const { part } = parseArgs({ options: { part: { type: 'string' } } }).values;
if (part !== undefined && !Object.hasOwn(PARTS, part)) throw new Error(`parts: ${Object.keys(PARTS).join(', ')}`);
for (const [name, bench] of Object.entries(PARTS)) if (part === undefined || part === name) await bench();

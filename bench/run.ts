import { benchCheck } from './check.ts';
import { benchDesignerInBrowser } from './designer-in-browser.ts';
import { benchDesigner } from './designer.ts';
import { benchEngine } from './engine.ts';
import { benchSimulation } from './simulate.ts';

await benchEngine();
benchDesigner();
await benchSimulation();
await benchDesignerInBrowser();
benchCheck();

import { benchDesigner } from './designer.ts';
import { benchEngine } from './engine.ts';

await benchEngine();
benchDesigner();

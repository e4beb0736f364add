import { flushSync, mount, unmount } from 'svelte';
import type { CaseTypeDocument } from '#designer/document/model.ts';
import type { Session } from '#designer/document/session.svelte.ts';
import { FlowCanvas } from '#designer/flow/canvas/flow-canvas.ts';
import '#designer/flow/canvas/canvas.css';
import '#lib/ui/tokens.css';
import '#lib/ui/base.css';
import { readBpmn } from '#runtime/flow/bpmn/read.ts';
import { randomFlow } from '#runtime/testing/random-flows.ts';
import { AREAS, type Area } from '#lib/text/areas.ts';
import { addText, loadText } from '#lib/text/load.ts';
import Page from './FlowPage.svelte';

/** Runs in the page: the flow designer with the real modeler, and what the test asks of it. */
const isArea = (name: string): name is Area => name in AREAS;
const t = await loadText('sv');
await Promise.all(Object.keys(AREAS).flatMap((area) => (isArea(area) ? addText(t, area) : [])));
let session: Session | undefined;
let shown: ReturnType<typeof mount> | undefined;

/** Flows that are another when the modeler has loaded and saved them. */
async function changedBySaving(flows: readonly unknown[]): Promise<string[]> {
  const target = globalThis.document.createElement('div');
  globalThis.document.body.append(target);
  const faults: string[] = [];
  let document: CaseTypeDocument = {};
  const canvas = new FlowCanvas(target, {
    t,
    run: () => void faults.push('the canvas made an edit'),
    document: () => document,
    onselect: () => undefined
  });
  for (const [index, one] of flows.entries()) {
    document = { flow: JSON.parse(JSON.stringify(one)), layout: {}, texts: { sv: {} } };
    await canvas.show(document);
    const draft = await readBpmn(await canvas.bpmn());
    const same = 'flow' in draft && JSON.stringify(draft.flow) === JSON.stringify(one) && draft.left.length === 0;
    if (!same) faults.push(`${index} came back as another`);
  }
  canvas.stop();
  target.remove();
  return faults;
}

/** A part of the draft, loosely. */
function part(...steps: readonly string[]): ReturnType<typeof JSON.parse> {
  return steps.reduce((value, step) => value?.[step], JSON.parse(JSON.stringify(session?.document ?? {})));
}

/** What the test may ask of the page. */
const flowPage = {
  open: async (document: CaseTypeDocument) => {
    if (shown) await unmount(shown);
    shown = mount(Page, {
      target: globalThis.document.body,
      props: { document, t, onsession: (made: Session) => (session = made) }
    });
  },
  document: () => session?.document ?? {},
  state: (key: string) => part('flow', 'states', key),
  placeOf: (key: string) => part('layout', 'nodes', key),
  undo: () => flushSync(() => void session?.undo()),
  changedBySaving,
  changedRandom: (count: number) => changedBySaving(Array.from({ length: count }, (_, seed) => randomFlow(seed)))
};
export type FlowPage = typeof flowPage;
Object.assign(globalThis, { flowPage });

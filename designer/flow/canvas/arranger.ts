import ElkApi from 'elkjs/lib/elk-api.js';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';
import { arrange } from '#runtime/flow/bpmn/arrange.ts';
import { objectOf } from '../../document/elements.ts';
import type { CaseTypeDocument, Command } from '../../document/model.ts';
import { editTo } from '../../document/transform.ts';
import { drawableOf } from './drawable.ts';

/** Lays out a flow anew, off the main thread. Undefined when it cannot be drawn. Only in a browser. */
export async function tidied(document: CaseTypeDocument): Promise<Command | undefined> {
  const drawable = drawableOf(document);
  if (!drawable) return undefined;
  const elk = new ElkApi({ workerUrl });
  try {
    const { nodes, edges } = await arrange(drawable.flow, elk, drawable);
    const places = JSON.parse(JSON.stringify({ nodes, edges }));
    return (now) => editTo(now, 'arrange', { ...now, layout: { ...objectOf(now.layout), ...places } });
  } finally {
    elk.terminateWorker();
  }
}

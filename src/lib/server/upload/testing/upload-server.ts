// A server that does nothing but take forms, as adapter-node hands them to SvelteKit; it tells its own memory.
import { createServer } from 'node:http';
import { getRequest } from '@sveltejs/kit/node';
import { diskFileStore } from '#runtime/effects/disk-file-store.server.ts';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { readForm } from '../read-form.ts';

const [folder = ''] = process.argv.slice(2);
const files = diskFileStore(folder);
const rules = { types: ['application/pdf'], maxBytes: 500_000_000, maxCount: 3 };
let peak = 0;
setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 5).unref();

const server = createServer((request, response) => {
  const answer = async () => {
    if (request.url === '/memory') return { rss: process.memoryUsage().rss, peak };
    const form = await readForm(await getRequest({ request, base: 'http://localhost', bodySizeLimit: Infinity }), {
      files,
      scanner: null,
      rulesOf: () => rules
    });
    return isRefusal(form) ? form : { files: form.files, refusals: form.refusals };
  };
  answer().then(
    (value) => response.end(JSON.stringify(value)),
    () => response.destroy()
  );
});
server.listen(0, () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : null });
});

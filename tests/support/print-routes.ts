// Prints what the built application answers, as JSON: run in a process of its own, since it loads the whole application.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BuiltRoute } from './built-routes.ts';

interface Module {
  readonly [name: string]: unknown;
}
interface Manifest {
  readonly _: {
    readonly routes: readonly {
      readonly id: string;
      readonly params: readonly { readonly name: string }[];
      readonly page: { readonly leaf: number; readonly layouts: readonly (number | undefined)[] } | null;
      readonly endpoint: (() => Promise<Module>) | null;
    }[];
    readonly nodes: readonly (() => Promise<{ readonly server?: Module }>)[];
  };
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'fallback'];
const built = join(process.cwd(), '.svelte-kit/output/server/manifest-full.js');
const { manifest }: { manifest: Manifest } = await import(pathToFileURL(built).href);

const routes = manifest._.routes.map(async ({ id, page, endpoint }): Promise<BuiltRoute> => {
  const exported = endpoint ? Object.keys(await endpoint()) : [];
  const leaf = page ? await manifest._.nodes[page.leaf]?.() : undefined;
  return {
    id,
    methods: exported.filter((name) => METHODS.includes(name)),
    isPage: page !== null,
    hasData: leaf?.server?.['load'] !== undefined,
    layouts: page ? page.layouts.length : 0,
    actions: Object.keys(leaf?.server?.['actions'] ?? {})
  };
});
process.stdout.write(JSON.stringify(await Promise.all(routes)), () => process.exit(0));

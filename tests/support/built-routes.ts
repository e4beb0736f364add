import { execFileSync } from 'node:child_process';

/** A route as it was built: nothing that answers is missing here. */
export interface BuiltRoute {
  readonly id: string;
  /** Of an endpoint. */
  readonly methods: readonly string[];
  readonly isPage: boolean;
  /** The page itself asks the server for data, beside its layouts. */
  readonly hasData: boolean;
  /** How many layouts lie around the page. */
  readonly layouts: number;
  readonly actions: readonly string[];
}

/** Every route of the built application, from its own manifest. */
export function builtRoutes(): readonly BuiltRoute[] {
  return JSON.parse(execFileSync(process.execPath, ['tests/support/print-routes.ts'], { encoding: 'utf8' }));
}

import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openApi } from '../../src/lib/server/api/openapi.ts';

const METHODS = /^export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE)\b/gm;

/** Every method of every route, as OpenAPI writes them. */
const routes = globSync('src/routes/api/v1/**/+server.ts')
  .flatMap((file) => {
    const path = file.replace('src/routes', '').replace('/+server.ts', '').replaceAll('[', '{').replaceAll(']', '}');
    return [...readFileSync(file, 'utf8').matchAll(METHODS)].map(([, method]) => `${method} ${path}`);
  })
  .toSorted();

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, unknown>>;
}
const contract = openApi('');
const operations = Object.entries<Readonly<Record<string, Operation>>>(contract.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation }))
);

describe('the contract of the API', () => {
  it('has every route and method, and no other', () => {
    expect(routes.length).toBeGreaterThan(7);
    expect(operations.map(({ path, method }) => `${method} ${path}`).toSorted()).toEqual(routes);
  });

  it('names each operation once, and each parameter that its path has', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { path, operation } of operations) {
      const named = (operation.parameters ?? []).filter((one) => one.in === 'path').map(({ name }) => name);
      expect([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)).toEqual(named);
    }
  });

  it('refers to nothing that is not there', () => {
    const known = Object.keys(contract.components.schemas);
    const used = [...JSON.stringify(contract).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name);
    expect(used.filter((name) => !known.some((one) => one === name))).toEqual([]);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shippedCaseTypes } from '../testing/shipped.ts';
import { isDemo, municipalityFacts } from './settings.server.ts';

describe('an installation', () => {
  it('is a demo outside production, and in it only when asked for', () => {
    expect(isDemo({})).toBe(true);
    expect(isDemo({ NODE_ENV: 'production' })).toBe(false);
    expect(isDemo({ NODE_ENV: 'production', SMEDJA_DEMO: '1' })).toBe(true);
  });

  it('knows its courts and authorities from a file, and refuses one that it cannot read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'smedja-settings-'));
    const path = join(folder, 'instances.json');
    const environment = { NODE_ENV: 'production', SMEDJA_INSTANCES: path, ORIGIN: 'https://e.example/' };
    writeFileSync(path, JSON.stringify({ kammarratten: { name: 'Kammarrätten i Sundsvall', lines: ['Box 714'] } }));
    const facts = municipalityFacts(environment);
    expect(facts.instances['kammarratten']?.name).toBe('Kammarrätten i Sundsvall');
    expect(facts.site).toBe('https://e.example');
    expect(facts.arms).toBeUndefined();
    writeFileSync(path, JSON.stringify({ kammarratten: 'Sundsvall' }));
    expect(() => municipalityFacts(environment)).toThrow('settings.instance_unreadable');
    rmSync(folder, { recursive: true });
  });

  it('reaches, in the demo, everybody to whom a shipped case type sends or hands over', async () => {
    const { instances } = municipalityFacts({});
    const flows = (await shippedCaseTypes()).map(([, { flow }]) => JSON.stringify(flow));
    const sent = /"(?:send|hand-over)","(?:params|input)":\{[^}]*?"to":"([^"]+)"/g;
    const wanted = new Set(flows.flatMap((flow) => [...flow.matchAll(sent)].map(([, to = '']) => to)));
    expect(wanted.size).toBeGreaterThan(4);
    for (const key of wanted) expect(instances[key]?.lines.join(), key).toContain('@');
  });
});

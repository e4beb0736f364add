import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { compileMessages } from './src/lib/text/compile-messages.ts';
import { pageScripts } from './src/page-scripts/build.ts';
import { LongestFirst } from './tests/support/longest-first.ts';

/** All cores: Vitest leaves one free for whoever watches, and nobody does. */
const node = { environment: 'node' as const, maxWorkers: '100%' };

/** Files of one process share what they import: to load it takes longer than to run most of them. */
const sharing = { ...node, isolate: false };

export default defineConfig({
  plugins: [compileMessages(), pageScripts(), sveltekit()],
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...sharing,
          name: 'unit',
          include: ['{runtime,designer,scripts,tests/support}/**/*.test.ts', 'src/lib/text/**/*.test.ts'],
          exclude: ['**/*.db.test.ts'],
          testTimeout: 30_000
        }
      },
      {
        test: {
          ...node,
          name: 'laws',
          include: ['tests/laws/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000
        }
      },
      { extends: true, test: { ...node, name: 'app', include: ['src/**/*.test.ts'], exclude: ['src/lib/text/**'] } },
      {
        test: {
          ...sharing,
          name: 'db',
          include: ['{runtime,scripts}/**/*.db.test.ts'],
          globalSetup: 'tests/support/database.ts',
          hookTimeout: 60_000,
          testTimeout: 60_000
        }
      },
      {
        test: {
          ...sharing,
          name: 'browser',
          include: ['tests/{e2e,attack}/**/*.e2e.ts'],
          globalSetup: 'tests/support/server.ts',
          testTimeout: 90_000,
          hookTimeout: 120_000,
          fileParallelism: false
        }
      }
    ]
  }
});

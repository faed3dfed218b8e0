import { defineConfig } from 'vitest/config';
import manifest from './package.json' with { type: 'json' };

/** Files that put a mock in a module's place, and so need a worker of their own. */
const mocking = ['test/cli/failure.test.ts', 'test/lsp/warm-up.test.ts'];

export default defineConfig({
  // As the bundles have it.
  define: { NIANBAO_VERSION: JSON.stringify(manifest.version) },
  test: {
    pool: 'threads',
    // Without this one core rests.
    maxWorkers: '100%',
    setupFiles: ['test/support/seeds.ts'],
    // Against what hangs; how fast a thing is, the bench says.
    testTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...mocking, 'test/vscode/**', 'test/package/**', 'test/browser/**'],
          // The rooms keep no state, so that files can share a worker: less than half of the time.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'mocked', include: mocking } },
    ],
  },
});

import { defineConfig } from 'vitest/config';

/** What is packed, installed elsewhere: slower than the unit tests, and after a build only. */
export default defineConfig({
  test: {
    include: ['test/package/**/*.test.ts'],
    globalSetup: 'test/package/pack.ts',
    // Tests wait for processes that work.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

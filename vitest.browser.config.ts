import { defineConfig } from 'vitest/config';

/** What only a browser can tell of an exported page. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});

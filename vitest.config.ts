import { defineConfig } from 'vitest/config';

const inCi = process.env['CI'] !== undefined;

export default defineConfig({
  test: {
    // Property and process tests share two cores with everything else.
    testTimeout: 30_000,
    maxWorkers: 2,
    include: ['tests/**/*.test.ts'],
    // `.ci/run` reads its closing line from test-results.json.
    reporters: inCi ? ['default', 'json'] : ['default'],
    outputFile: { json: 'test-results.json' },
  },
});

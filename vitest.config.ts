import { defineConfig } from 'vitest/config';

export default defineConfig({
  define: { __VERSION__: JSON.stringify('0.0.0-test') },
  test: {
    include: ['test/**/*.test.ts'],
    // End-to-end tests start real processes; the machine may be small and busy.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Most tests wait for a process or a socket; vitest alone would leave a core of a small machine idle.
    maxWorkers: '100%',
    reporters: ['default'],
  },
});

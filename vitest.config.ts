import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** One run, several projects: what needs no browser is told apart from what does. */
export default defineConfig({
  test: {
    // Vitest leaves one core to itself, which has nothing to do meanwhile.
    maxWorkers: availableParallelism(),
    projects: [
      {
        extends: true,
        test: {
          name: 'code',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          exclude: ['tests/end-to-end/**', 'tests/interop/**', 'tests/output/**'],
          // Files change nothing that another reads: what one has loaded serves the next.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'end-to-end',
          include: ['tests/end-to-end/**/*.test.ts'],
          globalSetup: ['tests/end-to-end/setup.ts'],
          // After the others: a browser has processes of its own, and pages wait as much as they work.
          sequence: { groupOrder: 1 },
          maxWorkers: availableParallelism() + 1,
          testTimeout: 90_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});

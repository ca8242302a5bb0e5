import { defineConfig } from 'vitest/config';

/** Other people's viewers and libraries over the specimen archive, one file after the other: each has a server. */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ['*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});

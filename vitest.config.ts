import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'core',
          environment: 'node',
          include: ['lib/core/**/*.test.ts', 'lib/*.test.ts', 'messages/*.test.ts', 'app/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'shell',
          environment: 'node',
          include: ['lib/shell/**/*.test.ts', 'samples/**/*.test.ts'],
          globalSetup: ['lib/shell/testing/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});

import path from 'node:path'
import { defineConfig } from 'vitest/config'

// Tests see an odd zone, 45 minutes off the hour and with DST, so that nothing passes by living in Zulu.
const zone = { TZ: 'Pacific/Chatham' }
const alias = { '@': path.resolve(import.meta.dirname) }
const ignored = ['node_modules/**', '.*/**', 'e2e/**']

export default defineConfig({
  test: {
    // All cores: one is left free otherwise, which on a machine of two is half of it.
    maxWorkers: '100%',
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          // Pure code keeps nothing that another file could meet: what many import is read once.
          isolate: false,
          env: zone,
          include: ['{lib,components,scripts,prisma,messages,app}/**/*.test.{ts,tsx}'],
          exclude: [...ignored, '**/*.db.test.ts'],
          // A machine that does other work too must not decide a property of a thousand cases.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'db',
          env: zone,
          include: ['**/*.db.test.ts'],
          exclude: ignored,
          globalSetup: 'scripts/test-cluster.ts',
          setupFiles: 'scripts/test-database.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})

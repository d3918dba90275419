import { defineConfig } from '@playwright/test'
import { findChromium } from './scripts/chromium'

// The journeys' server and database are started by scripts/journeys.ts: npm run journeys -- e2e/NAME.spec.ts
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const asRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/journeys',
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/journeys.json' }]],
  use: {
    baseURL: process.env.BASE_URL || 'http://127.0.0.1:3000',
    locale: 'en-GB',
    // A locator that finds nothing says so within its step and not at the end of the journey's time.
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    // Six pages of the walk took 1.1 minutes without traces and 1.5 with: `--trace retain-on-failure` keeps those of what fails.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findChromium(process.env.CHROMIUM_PATH || null),
      args: asRoot ? ['--no-sandbox', ...quiet] : quiet,
    },
  },
})

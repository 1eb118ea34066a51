import { defineConfig, devices } from '@playwright/test'

// Real Chromium, the one scripts/browser.mjs finds. Each file of journeys gets a server and data of its own (test/browser/journey.ts).

const quiet = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
const isRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: 'test/browser',
  globalSetup: './test/browser/demonstration.ts',
  outputDir: 'test-results/browser',
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  forbidOnly: true,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
      args: isRoot ? ['--no-sandbox', ...quiet] : quiet,
    },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1440, height: 900 } } },
    { name: 'phone', use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } } },
  ],
})

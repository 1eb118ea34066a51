import { defineConfig, devices } from '@playwright/test'

// Real Chromium, the one scripts/browser.mjs finds. Each file of journeys gets a server and data of its own (test/browser/journey.ts).

const quiet = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
const isRoot = process.getuid?.() === 0

/** The morning of each role and what is done with a telephone in the hand; that every screen fits one is asked on the desktop. */
const onPhones = ['activity-is-entered-on-the-spot', 'each-role-has-its-morning'].map(name => `**/${name}.spec.ts`)

export default defineConfig({
  testDir: 'test/browser',
  globalSetup: './test/browser/demonstration.ts',
  outputDir: 'test-results/browser',
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  forbidOnly: true,
  workers: 2,
  timeout: 120_000,
  expect: {
    timeout: 15_000,
    // The only pictures kept are those of the manual (manual-pictures.spec.ts).
    toHaveScreenshot: { pathTemplate: 'docs/manual/pictures/{arg}{ext}', maxDiffPixelRatio: 0.01, animations: 'disabled', caret: 'hide' },
  },
  use: {
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    screenshot: 'only-on-failure',
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
      args: isRoot ? ['--no-sandbox', ...quiet] : quiet,
      env: { ...process.env, LC_ALL: 'C.UTF-8' }, // without a locale the browser cannot give a file a Vietnamese name
    },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1440, height: 900 } } },
    { name: 'phone', testMatch: onPhones, use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } } },
  ],
})

import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../../src/tools/chromium.mjs';

const chromium = findChromium();

/** Each test file starts the servers it needs on ports of its own (`tests/e2e/support/app.ts`). */
export default defineConfig({
  testDir: '.',
  testMatch: '*.e2e.ts',
  outputDir: '../../test-results/e2e',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'UTC',
    launchOptions: { ...(chromium ? { executablePath: chromium } : {}), args: CHROMIUM_FLAGS },
  },
});

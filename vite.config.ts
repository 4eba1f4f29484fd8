import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { playwright } from '@vitest/browser-playwright';
import { CHROMIUM_FLAGS, findChromium } from './src/tools/chromium.mjs';
import { lezer } from './src/tools/lezer-plugin.mjs';
import { wasmKernels } from './src/tools/wasm-plugin.mjs';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

const chromium = findChromium();

export default defineConfig({
  plugins: [wasmKernels(), lezer(), svelte()],
  resolve: {
    alias: {
      '@kernels.wasm': path('./build/wasm/kernels.wasm'),
      '@sp500.csv': path('./node_modules/vega-datasets/data/sp500-2000.csv'),
    },
  },
  worker: { format: 'es', plugins: () => [lezer()] },
  build: { target: 'es2023', sourcemap: true },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['src/**/*.test.ts', 'tests/{property,fuzz,conformance}/**/*.test.ts', 'tests/*.test.ts'],
          exclude: ['**/*.browser.test.ts'],
          setupFiles: ['tests/setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'chromium',
          include: ['src/**/*.browser.test.ts', 'tests/**/*.browser.test.ts'],
          setupFiles: ['tests/setup.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { ...(chromium ? { executablePath: chromium } : {}), args: CHROMIUM_FLAGS },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});

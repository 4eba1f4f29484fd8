import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { playwright } from '@vitest/browser-playwright';
import { CHROMIUM_FLAGS, findChromium } from './src/tools/chromium.mjs';
import { SECURITY_HEADERS } from './src/core/headers.ts';
import { lezer } from './src/tools/lezer-plugin.mjs';
import { pagePlugins } from './src/tools/page-plugins.mjs';
import { ALIASES } from './src/tools/project.mjs';
import { wasmKernels } from './src/tools/wasm-plugin.mjs';

const chromium = findChromium();

/** The development server isolates the page as the proxy does; the policy is left to the built page. */
const ISOLATION = Object.fromEntries(
  Object.entries(SECURITY_HEADERS).filter(([name]) => name.startsWith('cross-origin-')),
);

/** Says nothing of how long plugins took. */
const QUIET = { checks: { bundlerTimings: false } };

/** Packages of the page, bundled before the browser tests start: found later, they would reload a running test. */
const BUNDLED_AHEAD = [
  '@codemirror/autocomplete',
  '@codemirror/commands',
  '@codemirror/language',
  '@codemirror/merge',
  '@codemirror/search',
  '@codemirror/state',
  '@codemirror/view',
  '@lezer/common',
  '@lezer/highlight',
  '@lezer/lr',
  '@noble/hashes/sha2.js',
  '@noble/hashes/utils.js',
  'apache-arrow',
  'bits-ui',
  'comlink',
  'dexie',
  'fast-check',
  'fflate',
  'tinykeys',
  'udsv',
  'uplot',
  'uqr',
  'valibot',
];

export default defineConfig({
  base: './',
  define: { __BUILD_ID__: '"development"' },
  plugins: [wasmKernels(), lezer(), svelte({ configFile: false }), pagePlugins()],
  resolve: { alias: ALIASES },
  worker: { format: 'es', plugins: () => [lezer()], rolldownOptions: QUIET },
  build: { target: 'es2023', sourcemap: true, rolldownOptions: QUIET },
  server: { headers: ISOLATION, proxy: { '/api': { target: 'http://127.0.0.1:4173', ws: true } } },
  test: {
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          // Ends a test that hangs; long ones share their core with another file.
          testTimeout: 60_000,
          include: [
            'src/**/*.test.ts',
            'tests/{property,fuzz,conformance,proxy}/**/*.test.ts',
            'tests/*.test.ts',
          ],
          exclude: ['**/*.browser.test.ts'],
          setupFiles: ['tests/setup.ts'],
        },
      },
      {
        extends: true,
        optimizeDeps: { include: BUNDLED_AHEAD, exclude: ['@lucide/svelte'] },
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

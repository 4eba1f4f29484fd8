import { rm } from 'node:fs/promises';
import { build } from 'vite';
import { lezer } from './lezer-plugin.mjs';
import { ALIASES, ROOT } from './project.mjs';
import { wasmKernels } from './wasm-plugin.mjs';

/** Packages with native parts: loaded from `node_modules` when they are used, never bundled. */
const NATIVE = ['webgpu', 'miniflare', 'playwright', '@playwright/test'];

/**
 * Bundles TypeScript entries with all they import for Node or the Workers runtime.
 * `?raw` imports become text; `?url` imports become `file:` addresses of copies in `outDir/assets`.
 *
 * @param {object} options
 * @param {Record<string, string>} options.entries name of the output (without `.js`) to source, from the root
 * @param {string} options.outDir absolute path; emptied first
 * @param {'node' | 'webworker'} [options.target]
 */
export async function bundle({ entries, outDir, target = 'node' }) {
  await rm(outDir, { recursive: true, force: true });
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    publicDir: false,
    resolve: { alias: ALIASES },
    plugins: [wasmKernels(), lezer()],
    define: { 'process.env.NODE_ENV': '"production"' },
    ssr: { target, noExternal: true, external: NATIVE },
    experimental: {
      renderBuiltUrl: (file) => ({
        runtime: `new URL(${JSON.stringify(`./${file}`)}, import.meta.url).href`,
      }),
    },
    build: {
      ssr: true,
      ssrEmitAssets: true,
      outDir,
      target: target === 'node' ? 'node20' : 'es2023',
      sourcemap: target === 'node',
      rolldownOptions: {
        checks: { bundlerTimings: false },
        input: Object.fromEntries(Object.entries(entries).map(([name, source]) => [name, ROOT + source])),
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
          assetFileNames: 'assets/[name]-[hash][extname]',
        },
      },
    },
  });
}

import { VitePWA } from 'vite-plugin-pwa';
import { META_POLICY } from '../core/headers.ts';

/** Everything the page may ever load is precached, source maps apart. */
const PRECACHED = ['**/*.{html,js,css,wasm,woff2,csv,svg,png,webmanifest}'];
const LARGEST_FILE_BYTES = 16 * 1024 * 1024;

/**
 * Vite plugins of the built page: its policy as a `<meta>` for hosts without headers, and the service worker with
 * the list of all files.
 *
 * @returns {import('vite').PluginOption[]}
 */
export function pagePlugins() {
  return [
    {
      name: 'backtab-policy',
      apply: 'build',
      transformIndexHtml: () => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: META_POLICY },
          injectTo: 'head-prepend',
        },
      ],
    },
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/app',
      filename: 'service-worker.ts',
      manifest: false,
      injectRegister: false,
      integration: { configureCustomSWViteBuild: quietOneFile },
      injectManifest: {
        globPatterns: PRECACHED,
        globIgnores: ['service-worker.js'],
        maximumFileSizeToCacheInBytes: LARGEST_FILE_BYTES,
        dontCacheBustURLsMatching: /^assets\//,
      },
    }),
  ];
}

/**
 * The service worker is one file, built without a report of its own.
 *
 * @param {import('vite').InlineConfig} config
 */
function quietOneFile(config) {
  config.logLevel = 'warn';
  const output = config.build?.rollupOptions?.output;
  if (!output || Array.isArray(output)) return;
  delete output.inlineDynamicImports;
  output.codeSplitting = false;
}

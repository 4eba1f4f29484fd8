import { fileURLToPath } from 'node:url';

/** Absolute path of the checkout, ending in a slash. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What the bundler resolves besides packages, for the page, the CLI, the proxy and the tests alike. */
export const ALIASES = [
  { find: /^@kernels\.wasm(?=\?|$)/, replacement: `${ROOT}build/wasm/kernels.wasm` },
  { find: /^@sp500\.csv(?=\?|$)/, replacement: `${ROOT}node_modules/vega-datasets/data/sp500-2000.csv` },
];

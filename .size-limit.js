import { readdirSync } from 'node:fs';
import { shellFiles } from './src/tools/shell.mjs';

const workers = readdirSync('dist/assets').filter((file) => /\.worker-[^.]+\.js$/.test(file));

/** Compressed sizes (brotli) of what the page loads. */
export default [
  { name: 'app shell', path: await shellFiles(), limit: '250 kB' },
  ...workers.map((file) => ({
    name: file.replace(/-[^.]+\.js$/, ''),
    path: `dist/assets/${file}`,
    limit: '185 kB',
  })),
  { name: 'kernels', path: 'dist/assets/*.wasm', limit: '60 kB' },
];

import { rename, rm } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { buildWasm } from './build-wasm.mjs';
import { replaceFolder } from './folders.mjs';
import { fingerprint, isFresh, writeStamp } from './freshness.mjs';
import { ROOT } from './project.mjs';

const TOOLS = ['src/tools', 'package-lock.json'];

/**
 * @typedef {object} Target
 * @property {readonly string[]} inputs what it is made from
 * @property {string} directory where it ends up, from the root
 * @property {string} entry a file it must hold
 * @property {(outDir: string, print: string) => Promise<void>} make writes it whole into a new folder
 */

/** @type {Readonly<Record<'app' | 'proxy', Target>>} */
const TARGETS = {
  app: {
    inputs: ['src', 'shaders', 'wasm', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'],
    directory: 'dist',
    entry: 'index.html',
    make: buildApp,
  },
  proxy: {
    inputs: ['src/core', 'src/brokers', 'src/proxy', 'package.json', ...TOOLS],
    directory: 'build/proxy',
    entry: 'node.js',
    make: buildProxy,
  },
};

/**
 * Builds the page into `dist/` and the proxy into `build/proxy/`. Each is made beside its place and moved there
 * whole, so whoever serves the old one never sees half of the new one.
 *
 * @param {{ force?: boolean, only?: readonly (keyof typeof TARGETS)[] }} [options] `force` builds what is fresh too
 * @returns {Promise<string[]>} names of the targets that were built
 */
export async function build({ force = false, only = ['app', 'proxy'] } = {}) {
  const built = [];
  for (const name of only) {
    const target = TARGETS[name];
    const print = await fingerprint(ROOT, target.inputs);
    const stamp = `${ROOT}build/stamps/${name}`;
    if (!force && (await isFresh(`${ROOT}${target.directory}/${target.entry}`, stamp, print))) continue;
    await buildWasm();
    const beside = `${ROOT}build/${name}-${process.pid}`;
    try {
      await target.make(beside, print);
      await replaceFolder(ROOT + target.directory, beside);
    } finally {
      await rm(beside, { recursive: true, force: true });
    }
    await writeStamp(stamp, print);
    built.push(name);
  }
  return built;
}

/**
 * @param {string} outDir
 * @param {string} print becomes the build's id
 */
async function buildApp(outDir, print) {
  const vite = await import('vite');
  await vite.build({
    root: ROOT,
    logLevel: 'warn',
    define: { __BUILD_ID__: JSON.stringify(print) },
    build: { outDir, emptyOutDir: true },
  });
}

/** @param {string} outDir */
async function buildProxy(outDir) {
  const { bundle } = await import('./bundle.mjs');
  await bundle({ entries: { node: 'src/proxy/node.ts' }, outDir });
  await bundle({
    entries: { cloudflare: 'src/proxy/cloudflare.ts' },
    outDir: `${outDir}/worker`,
    target: 'webworker',
  });
  await rename(`${outDir}/worker/cloudflare.js`, `${outDir}/cloudflare.js`);
  await rm(`${outDir}/worker`, { recursive: true });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const started = performance.now();
  const { buildCli } = await import('./build-cli.mjs');
  await build({ force: true });
  await buildCli({ force: true });
  console.log(
    `Built dist/, build/proxy/ and the CLI in ${((performance.now() - started) / 1000).toFixed(1)} s.`,
  );
}

import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { exists, settleFolder } from './folders.mjs';
import { fingerprint } from './freshness.mjs';
import { ROOT } from './project.mjs';

const LAYERS = [
  'core',
  'indicators',
  'pricing',
  'metrics',
  'script',
  'engine',
  'strategies',
  'research',
  'compute',
  'data',
  'brokers',
  'cli',
];
const INPUTS = [
  ...LAYERS.map((layer) => `src/${layer}`),
  'shaders',
  'wasm',
  'src/tools',
  'package.json',
  'package-lock.json',
];

/** Older builds kept, for processes that still run from them. */
const KEPT = 3;

/**
 * The CLI as JavaScript that Node runs: `build/cli-<fingerprint of its sources>/main.js`, with one more entry for
 * each `src/cli/*.worker.ts`. It is built when that folder is missing. The name is that of its content and the folder
 * is moved into place whole, so two processes that build at once both end up with the same good one.
 *
 * @param {{ force?: boolean, announce?: () => void }} [options] `announce` is called before a build starts
 * @returns {Promise<string>} path of `main.js`
 */
export async function buildCli({ force = false, announce } = {}) {
  const place = `${ROOT}build/cli-${await fingerprint(ROOT, INPUTS)}`;
  const main = `${place}/main.js`;
  if (force) await rm(place, { recursive: true, force: true });
  if (await exists(main)) return main;
  announce?.();

  const [{ bundle }, { buildWasm }] = await Promise.all([import('./bundle.mjs'), import('./build-wasm.mjs')]);
  await mkdir(`${ROOT}build`, { recursive: true });
  await buildWasm();
  const beside = `${ROOT}build/tmp-cli-${process.pid}`;
  try {
    await bundle({ entries: await entries(), outDir: beside });
    await settleFolder(place, beside, 'main.js');
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
  await prune();
  return main;
}

async function entries() {
  const files = await readdir(`${ROOT}src/cli`, { recursive: true });
  const workers = files.filter((file) => file.endsWith('.worker.ts'));
  return Object.fromEntries(
    ['main.ts', ...workers].map((file) => [basename(file, '.ts'), `src/cli/${file}`]),
  );
}

async function prune() {
  const names = (await readdir(`${ROOT}build`)).filter((name) => /^cli-[0-9a-f]{16}$/.test(name));
  const dated = await Promise.all(
    names.map(async (name) => ({ name, time: (await stat(`${ROOT}build/${name}`)).mtimeMs })),
  );
  const old = dated.sort((a, b) => b.time - a.time).slice(KEPT);
  await Promise.all(old.map(({ name }) => rm(`${ROOT}build/${name}`, { recursive: true, force: true })));
}

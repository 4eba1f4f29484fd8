import { mkdir, readdir, rename, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const root = fileURLToPath(new URL('../../', import.meta.url));
const ENTRY = 'wasm/index.ts';
const OUTPUT = 'build/wasm/kernels.wasm';
const FLAGS = [
  '--runtime',
  'stub',
  '-O3',
  '--importMemory',
  // The host gives new memories only: tables that are filled at first use need no bytes in the file.
  '--zeroFilledMemory',
  '--enable',
  'simd',
  '--noAssert',
  '--disableWarning',
  '112',
];

/**
 * Compiles the AssemblyScript kernels to `build/wasm/kernels.wasm` unless that is newer than `wasm/`.
 * The file appears whole or not at all, so that several builds may run side by side.
 */
export async function buildWasm() {
  if (!(await isStale())) return;
  await mkdir(`${root}build/wasm`, { recursive: true });
  const temporary = `build/wasm/kernels.${process.pid}.wasm`;
  const { error, stderr } = await asc.main([ENTRY, '--outFile', temporary, '--baseDir', root, ...FLAGS]);
  if (error) throw new Error(`The kernels in wasm/ do not compile.\n${stderr.toString().trim()}`);
  await rename(root + temporary, root + OUTPUT);
}

/** Whether a source, or this file with its flags, is newer than what was built. */
async function isStale() {
  const built = await stat(root + OUTPUT).catch(() => null);
  if (!built) return true;
  const entries = await readdir(`${root}wasm`, { recursive: true, withFileTypes: true });
  const sources = entries.map((entry) => `${entry.parentPath}/${entry.name}`);
  const times = await Promise.all(
    [fileURLToPath(import.meta.url), ...sources].map(async (path) => (await stat(path)).mtimeMs),
  );
  return times.some((time) => time > built.mtimeMs);
}

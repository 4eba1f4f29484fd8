import { mkdir, readdir, rename, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const root = fileURLToPath(new URL('../../', import.meta.url));
const ENTRY = 'wasm/index.ts';
const OUTPUT = 'build/wasm/kernels.wasm';

/** Compiles the AssemblyScript kernels to `build/wasm/kernels.wasm` unless that is newer than `wasm/`. */
export async function buildWasm() {
  if (!(await isStale())) return;
  await mkdir(`${root}build/wasm`, { recursive: true });
  const temporary = `build/wasm/kernels.${process.pid}.wasm`;
  const flags = ['--runtime', 'stub', '-O3', '--importMemory', '--enable', 'simd', '--noAssert'];
  const { error, stderr } = await asc.main([ENTRY, '--outFile', temporary, '--baseDir', root, ...flags]);
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  await rename(root + temporary, root + OUTPUT);
}

async function isStale() {
  const built = await stat(root + OUTPUT).catch(() => null);
  if (!built) return true;
  const entries = await readdir(`${root}wasm`, { recursive: true, withFileTypes: true });
  const times = await Promise.all(
    entries.filter((e) => e.isFile()).map(async (e) => (await stat(`${e.parentPath}/${e.name}`)).mtimeMs),
  );
  return times.some((time) => time > built.mtimeMs);
}

import { readFile } from 'node:fs/promises';

/** The built kernels; the path is the same from here and from the bundled benchmark. */
export async function loadKernels(): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await readFile(new URL('../../build/wasm/kernels.wasm', import.meta.url)));
}

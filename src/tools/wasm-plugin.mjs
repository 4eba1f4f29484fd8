import { buildWasm } from './build-wasm.mjs';

/**
 * Vite plugin: compiles `wasm/` before anything imports `@kernels.wasm`.
 *
 * @returns {import('vite').Plugin}
 */
export function wasmKernels() {
  return {
    name: 'backtab-wasm',
    async configResolved() {
      await buildWasm();
    },
  };
}

import type { LoopCode } from './loop-code';

/** Runs a loop: bytes of the rows, columns, outputs, address of the constants. */
export type RunLoop = (...args: number[]) => void;

/** Compiled loops of one WASM memory, kept by their code. */
export class LoopCache {
  readonly #memory: WebAssembly.Memory;
  readonly #loops = new Map<string, RunLoop>();

  constructor(memory: WebAssembly.Memory) {
    this.#memory = memory;
  }

  loop({ bytes }: LoopCode): RunLoop {
    const key = String.fromCharCode(...bytes.subarray(8));
    const known = this.#loops.get(key);
    if (known) return known;
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), {
      env: { memory: this.#memory },
    });
    const run = exports['run'] as RunLoop;
    this.#loops.set(key, run);
    return run;
  }
}

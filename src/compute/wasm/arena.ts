import type { Column } from '../../core/column';
import { BacktabError } from '../../core/errors';

const PAGE = 65_536;
/** A line of the cache: vectors are read fastest from one line. */
const ALIGNMENT = 64;
const BYTES_PER_NUMBER = 8;

/**
 * Memory of one kernel call, handed out from the bottom and taken back whole. The memory grows and
 * never shrinks; a view is valid until the next `take`.
 */
export class Arena {
  readonly #memory: WebAssembly.Memory;
  #next: number;
  #all: Column = new Float64Array(0);

  /** @param base  first free byte */
  constructor(memory: WebAssembly.Memory, base: number) {
    this.#memory = memory;
    this.#next = align(base);
  }

  /**
   * Reserves `count` f64 and returns their address.
   *
   * @throws BacktabError `backend_unavailable` when the machine has not that much memory
   */
  take(count: number): number {
    const address = this.#next;
    this.#next = align(address + count * BYTES_PER_NUMBER);
    const missing = this.#next - this.#memory.buffer.byteLength;
    if (missing > 0) this.#grow(Math.ceil(missing / PAGE));
    return address;
  }

  /** All of the memory; the f64 at an address is the eighth of it. Valid until the memory grows. */
  all(): Column {
    const { buffer } = this.#memory;
    if (this.#all.buffer !== buffer) this.#all = new Float64Array(buffer);
    return this.#all;
  }

  /** The `count` f64 at an address. */
  numbers(address: number, count: number): Column {
    return new Float64Array(this.#memory.buffer, address, count);
  }

  /** The `count` u32 at an address. */
  words(address: number, count: number): Uint32Array<ArrayBuffer> {
    return new Uint32Array(this.#memory.buffer, address, count);
  }

  #grow(pages: number): void {
    try {
      this.#memory.grow(pages);
    } catch (cause) {
      const reason = `${Math.round(this.#next / 1e6)} MB of memory are not to be had`;
      throw new BacktabError('backend_unavailable', { backend: 'WASM', reason }, { cause });
    }
  }
}

const align = (address: number): number => Math.ceil(address / ALIGNMENT) * ALIGNMENT;

/** Gathers short pieces of text into parts of one size. */
export class PartBuffer {
  readonly #size: number;
  readonly #flush: (part: Uint8Array<ArrayBuffer>) => Promise<void>;
  #part: Uint8Array<ArrayBuffer>;
  #length = 0;
  /** Bytes at the start that were written before. */
  #skip: number;

  /**
   * @param size   bytes of a part
   * @param flush  takes a part, which is its own from then on
   * @param skip   bytes at the start that are left out
   */
  constructor(size: number, flush: (part: Uint8Array<ArrayBuffer>) => Promise<void>, skip = 0) {
    this.#size = size;
    this.#flush = flush;
    this.#part = new Uint8Array(size);
    this.#skip = skip;
  }

  /** Takes bytes over; they may change afterwards. */
  async write(bytes: Uint8Array): Promise<void> {
    const skipped = Math.min(this.#skip, bytes.length);
    this.#skip -= skipped;
    for (let from = skipped; from < bytes.length;) {
      const count = Math.min(this.#size - this.#length, bytes.length - from);
      this.#part.set(bytes.subarray(from, from + count), this.#length);
      this.#length += count;
      from += count;
      if (this.#length === this.#size) await this.end();
    }
  }

  /** Hands over what is left. */
  async end(): Promise<void> {
    if (this.#length === 0) return;
    const part = this.#part.subarray(0, this.#length);
    this.#part = new Uint8Array(this.#size);
    this.#length = 0;
    await this.#flush(part);
  }
}

/** Text of a worker that waits to be taken, and the worker where there is too much of it. */
export class Ahead {
  readonly #most: number;
  #bytes = 0;
  #wake: (() => void) | null = null;

  /** @param most  bytes that may wait */
  constructor(most: number) {
    this.#most = most;
  }

  /** Adds bytes; done when there is room for more. */
  async add(bytes: number): Promise<void> {
    this.#bytes += bytes;
    while (this.#bytes > this.#most) await new Promise<void>((resolve) => (this.#wake = resolve));
  }

  /** Bytes were taken. */
  taken(bytes: number): void {
    this.#bytes -= bytes;
    this.#wake?.();
  }
}

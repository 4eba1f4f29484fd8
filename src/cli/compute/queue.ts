/** Items that one side adds and the other awaits, in order. */
export class Queue<T> implements AsyncIterable<T> {
  readonly #items: T[] = [];
  #isEnded = false;
  #failure: { readonly reason: unknown } | null = null;
  #wake: (() => void) | null = null;

  push(item: T): void {
    this.#items.push(item);
    this.#wake?.();
  }

  /** No more items come. */
  end(): void {
    this.#isEnded = true;
    this.#wake?.();
  }

  /** Nor do those that wait: whoever reads gets the reason. */
  fail(reason: unknown): void {
    this.#failure = { reason };
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for (;;) {
      if (this.#failure) throw this.#failure.reason;
      const item = this.#items.shift();
      if (item !== undefined) yield item;
      else if (this.#isEnded) return;
      else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}

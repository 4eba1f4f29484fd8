/** Writes the parts of a WebAssembly module. */
export class ByteWriter {
  readonly #bytes: number[] = [];

  byte(...values: readonly number[]): this {
    for (const value of values) this.#bytes.push(value);
    return this;
  }

  /** An unsigned LEB128 number below 2^32. */
  unsigned(value: number): this {
    let rest = value;
    while (rest > 0x7f) {
      this.#bytes.push((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    this.#bytes.push(rest);
    return this;
  }

  /** A signed LEB128 number from 0 to 2^31 - 1: its last byte has its sign, too. */
  signed(value: number): this {
    if (value < 0x40) return this.byte(value);
    return this.byte((value % 0x80) | 0x80).signed(Math.floor(value / 0x80));
  }

  /** A name with its length before it. */
  name(text: string): this {
    const bytes = new TextEncoder().encode(text);
    return this.unsigned(bytes.length).byte(...bytes);
  }

  /** Another writer's bytes. */
  append(content: ByteWriter): this {
    for (const value of content.#bytes) this.#bytes.push(value);
    return this;
  }

  /** Another writer's bytes with their number before them. */
  sized(content: ByteWriter): this {
    return this.unsigned(content.#bytes.length).append(content);
  }

  section(id: number, content: ByteWriter): this {
    return this.byte(id).sized(content);
  }

  done(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.#bytes);
  }
}

/**
 * Reads the few members of Arrow's flatbuffer headers that tell sizes, each read checked against
 * the bytes, so that a damaged header is found before any vector is built from it.
 *
 * @see https://arrow.apache.org/docs/format/Columnar.html (Message.fbs)
 */
export class FlatTable {
  readonly #view: DataView;
  readonly #at: number;
  readonly #vtable: number;

  constructor(view: DataView, at: number) {
    this.#view = view;
    this.#at = at;
    this.#vtable = at - view.getInt32(at, true);
  }

  /** The root table of a buffer. */
  static root(view: DataView): FlatTable {
    return new FlatTable(view, view.getUint32(0, true));
  }

  byte(field: number): number {
    const at = this.#field(field);
    return at === 0 ? 0 : this.#view.getUint8(at);
  }

  /** An int64 that must be a safe integer; 0 when absent. */
  long(field: number): number {
    const at = this.#field(field);
    if (at === 0) return 0;
    return safe(this.#view.getBigInt64(at, true));
  }

  table(field: number): FlatTable {
    const at = this.#field(field);
    if (at === 0) throw new RangeError('a header is missing');
    return new FlatTable(this.#view, at + this.#view.getUint32(at, true));
  }

  /** An int16, as enumerations are stored; 0 when absent. */
  short(field: number): number {
    const at = this.#field(field);
    return at === 0 ? 0 : this.#view.getInt16(at, true);
  }

  has(field: number): boolean {
    return this.#field(field) !== 0;
  }

  text(field: number): string {
    const { start, length } = this.#vector(field, 1);
    return new TextDecoder().decode(new Uint8Array(this.#view.buffer, this.#view.byteOffset + start, length));
  }

  /** A vector of tables. */
  tables(field: number): FlatTable[] {
    const { start, length } = this.#vector(field, 4);
    return Array.from({ length }, (_, i) => {
      const at = start + 4 * i;
      return new FlatTable(this.#view, at + this.#view.getUint32(at, true));
    });
  }

  /** A vector of structs of two int64 each. */
  pairs(field: number): [number, number][] {
    const { start, length } = this.#vector(field, 16);
    return Array.from({ length }, (_, i) => {
      const pair = start + 16 * i;
      return [safe(this.#view.getBigInt64(pair, true)), safe(this.#view.getBigInt64(pair + 8, true))];
    });
  }

  #vector(field: number, itemBytes: number): { start: number; length: number } {
    const at = this.#field(field);
    if (at === 0) return { start: 0, length: 0 };
    const head = at + this.#view.getUint32(at, true);
    const length = this.#view.getUint32(head, true);
    if (head + 4 + itemBytes * length > this.#view.byteLength) throw new RangeError('a vector is too long');
    return { start: head + 4, length };
  }

  #field(field: number): number {
    const slot = 4 + 2 * field;
    if (slot >= this.#view.getUint16(this.#vtable, true)) return 0;
    const offset = this.#view.getUint16(this.#vtable + slot, true);
    return offset === 0 ? 0 : this.#at + offset;
  }
}

function safe(value: bigint): number {
  const n = Number(value);
  if (!Number.isSafeInteger(n)) throw new RangeError('a length is not possible');
  return n;
}

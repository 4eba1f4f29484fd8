import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 in hex. Synchronous, so that pure code can hash; the bytes are not kept. */
export const sha256Hex = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** SHA-256 of a text in UTF-8, in base64: as a content security policy names a style sheet. */
export function sha256Base64(text: string): string {
  const bytes = sha256(utf8ToBytes(text));
  let out = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const bits = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    for (let part = 3; part >= 0; part--) out += BASE64[(bits >> (6 * part)) & 63]!;
  }
  return `${out.slice(0, Math.ceil((bytes.length * 4) / 3))}=`;
}

/**
 * SHA-256 over typed values in canonical form: numbers as little-endian f64 (one bit pattern for
 * NaN, `-0` as `0`), text as UTF-8 behind its length. The order of calls is the format.
 */
export class CanonicalHash {
  readonly #hash = sha256.create();
  readonly #scratch = new DataView(new ArrayBuffer(8));

  text(value: string): this {
    const bytes = utf8ToBytes(value);
    this.number(bytes.length);
    this.#hash.update(bytes);
    return this;
  }

  number(value: number): this {
    this.#scratch.setFloat64(0, canonical(value), true);
    this.#hash.update(new Uint8Array(this.#scratch.buffer));
    return this;
  }

  /** A column behind its length. */
  column(values: ArrayLike<number>): this {
    this.number(values.length);
    return this.rows(values);
  }

  /** Rows of a column without a length, so that it can be hashed in parts. */
  rows(values: ArrayLike<number>): this {
    const part = new DataView(new ArrayBuffer(8 * 4096));
    for (let from = 0; from < values.length; from += 4096) {
      const count = Math.min(4096, values.length - from);
      for (let i = 0; i < count; i++) part.setFloat64(8 * i, canonical(values[from + i]!), true);
      this.#hash.update(new Uint8Array(part.buffer, 0, 8 * count));
    }
    return this;
  }

  /** Ends the hash. */
  hex(): string {
    return bytesToHex(this.#hash.digest());
  }
}

const canonical = (value: number): number => (Number.isNaN(value) ? NaN : value === 0 ? 0 : value);

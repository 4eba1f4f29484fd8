import { BacktabError } from '../../core/errors';
import type { ByteSource } from './source';

/** Largest piece handed out: a source may give all it has at once, and a cancel must still be heard. */
const PIECE_BYTES = 1_048_576;

/** Reads a source once, in order, and notices when it is not what it was when it was chosen. */
export class ByteReader {
  /** Bytes handed out so far. */
  read = 0;
  #received = 0;
  #rest: Uint8Array = new Uint8Array(0);
  readonly #source: ByteSource;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;

  /** @throws BacktabError `file_not_readable` */
  constructor(source: ByteSource) {
    this.#source = source;
    try {
      this.#reader = source.stream().getReader();
    } catch (e) {
      throw this.#unreadable(reasonOf(e), e);
    }
  }

  /**
   * The next bytes, or null at the end.
   *
   * @throws BacktabError `file_not_readable` when reading fails or the size is not the one announced
   */
  async next(): Promise<Uint8Array | null> {
    if (this.#rest.length === 0) this.#rest = await this.#fetch();
    if (this.#rest.length === 0) return null;
    const piece = this.#rest.subarray(0, PIECE_BYTES);
    this.#rest = this.#rest.subarray(PIECE_BYTES);
    this.read += piece.length;
    return piece;
  }

  /** The first bytes, joined: at least `length` unless the source ends before. */
  async head(length: number): Promise<{ bytes: Uint8Array; ended: boolean }> {
    let bytes: Uint8Array = new Uint8Array(0);
    while (bytes.length < length) {
      const next = await this.next();
      if (next === null) return { bytes, ended: true };
      bytes = joinBytes(bytes, next);
    }
    return { bytes, ended: false };
  }

  /** The next filled chunk; an empty one at the end. */
  async #fetch(): Promise<Uint8Array> {
    for (;;) {
      const result = await this.#reader.read().catch((e: unknown) => {
        throw this.#unreadable(reasonOf(e), e);
      });
      if (!result.done) this.#received += result.value.byteLength;
      const { size } = this.#source;
      if (result.done ? this.#received !== size : this.#received > size) {
        throw this.#unreadable('it changed while it was read', undefined);
      }
      if (result.done) return new Uint8Array(0);
      if (result.value.byteLength > 0) return result.value;
    }
  }

  /** Lets the source go. Safe to call at any time. */
  async close(): Promise<void> {
    await this.#reader.cancel().catch(() => undefined);
  }

  #unreadable(reason: string, cause: unknown): BacktabError<'file_not_readable'> {
    return new BacktabError('file_not_readable', { file: this.#source.name, reason }, { cause });
  }
}

/** Two pieces of bytes as one; the second itself when the first is empty. */
export function joinBytes(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}

const reasonOf = (e: unknown): string => (e instanceof Error ? e.message : String(e)).replace(/\.$/, '');

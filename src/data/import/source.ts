/** Bytes with a name, as a `File` of the browser; read once, in order, never as a whole. */
export interface ByteSource {
  readonly name: string;
  /** Bytes in all, known before reading. */
  readonly size: number;
  stream(): ReadableStream<Uint8Array>;
}

/**
 * Bytes in memory as a source.
 *
 * @param name  file name for messages
 * @param bytes content; not copied, so it must not change while it is read
 */
export function bytesSource(name: string, bytes: Uint8Array<ArrayBuffer>): ByteSource {
  return { name, size: bytes.byteLength, stream: () => new Blob([bytes]).stream() };
}

/** Text in memory as a source of UTF-8 bytes, as for pasted rows. */
export function textSource(name: string, text: string): ByteSource {
  return bytesSource(name, new TextEncoder().encode(text));
}

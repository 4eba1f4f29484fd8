import { sha256 } from '@noble/hashes/sha2.js';

/** Version of the link format that this engine writes, and the newest it reads. */
export const LINK_VERSION = 2;

const CHECK_BYTES = 4;
const HEAD_BYTES = 1 + CHECK_BYTES;

/**
 * One version byte, four bytes of SHA-256 over version and content, then the content.
 *
 * @param version  of the content's format
 */
export function seal(content: Uint8Array, version: number = LINK_VERSION): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEAD_BYTES + content.length);
  bytes[0] = version;
  bytes.set(content, HEAD_BYTES);
  bytes.set(checksum(version, content), 1);
  return bytes;
}

/** The parts of sealed bytes; `intact` tells whether version and content are as they were sealed. */
export function unseal(bytes: Uint8Array<ArrayBuffer>): {
  readonly version: number;
  readonly content: Uint8Array<ArrayBuffer>;
  readonly intact: boolean;
} {
  const version = bytes[0] ?? 0;
  const content = bytes.subarray(HEAD_BYTES);
  const expected = checksum(version, content);
  const intact = bytes.length > HEAD_BYTES && expected.every((byte, k) => bytes[1 + k] === byte);
  return { version, content, intact };
}

function checksum(version: number, content: Uint8Array): Uint8Array {
  return sha256.create().update(Uint8Array.of(version)).update(content).digest().subarray(0, CHECK_BYTES);
}

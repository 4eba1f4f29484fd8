import { deflateSync, Inflate } from 'fflate';
import { BacktabError } from '../../core/errors';

/**
 * Everything that decides the bytes is set: `mem` would otherwise follow from a logarithm, whose last bit is the
 * platform's own. `CompressionStream` gives other bytes in other engines.
 */
const OPTIONS = { level: 9, mem: 8 } as const;

/** Compressed bytes inflated at once; deflate makes at most 1032 bytes of each, so little comes out beyond a bound. */
const SLICE = 256;

/** Raw deflate (RFC 1951): the same bytes wherever it runs. */
export const deflate = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  new Uint8Array(deflateSync(bytes, OPTIONS));

/**
 * Inflates raw deflate, and stops as soon as more comes out than `limitBytes`.
 *
 * @throws BacktabError `link_refused` beyond the limit, `link_damaged` when it is not deflate
 */
export function inflate(bytes: Uint8Array, limitBytes: number): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  const stream = new Inflate((part, final) => {
    length += part.length;
    if (length > limitBytes) {
      throw new BacktabError('link_refused', {
        reason: `it unpacks to more than ${Math.floor(limitBytes / 1000)} kB`,
      });
    }
    parts.push(part);
    ended = final;
  });
  try {
    for (let from = 0; from < bytes.length || from === 0; from += SLICE) {
      stream.push(bytes.slice(from, from + SLICE), from + SLICE >= bytes.length);
    }
  } catch (e) {
    if (e instanceof BacktabError) throw e;
    throw new BacktabError('link_damaged', { reason: 'it cannot be unpacked' }, { cause: e });
  }
  if (!ended) throw new BacktabError('link_damaged', { reason: 'it cannot be unpacked' });
  return joined(parts, length);
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

import { BacktabError } from '../../core/errors';
import { LINK_LIMITS } from '../../core/share';

/** Raw deflate (RFC 1951) by the platform's own compressor. */
export async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * Inflates raw deflate, and stops as soon as more comes out than a link may hold.
 *
 * @throws BacktabError `link_refused` beyond the limit, `link_damaged` when it is not deflate
 */
export async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const out = new Uint8Array(LINK_LIMITS.inflatedBytes);
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return out.subarray(0, length);
      if (length + value.length > LINK_LIMITS.inflatedBytes) {
        throw new BacktabError('link_refused', { reason: 'it unpacks to more than 256 kB' });
      }
      out.set(value, length);
      length += value.length;
    }
  } catch (e) {
    await reader.cancel().catch((late: unknown) => late);
    if (e instanceof BacktabError) throw e;
    throw new BacktabError('link_damaged', { reason: 'it cannot be unpacked' }, { cause: e });
  }
}

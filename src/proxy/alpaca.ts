import { barsAddress } from '../brokers/alpaca/bars-request';
import { BacktabError, isBacktabError } from '../core/errors';
import type { AlpacaKeys } from './config';

/** Sends a request on its way; the default is the runtime's `fetch`. */
export type FetchUpstream = (request: Request) => Promise<Response>;

const SERVICE = 'Alpaca';
const TIMEOUT_MS = 15_000;
const LARGEST_ANSWER_BYTES = 8 * 1024 * 1024;

/** Headers of Alpaca's answer that may reach the page. */
const PASSED_HEADERS = [
  'retry-after',
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
  'x-request-id',
];
const PLAIN_VALUE = /^[\w-]{1,64}$/;

/**
 * Historical stock bars from Alpaca, passed through. The request is made anew: of the page's request only the checked
 * query goes on, of Alpaca's answer only the JSON text and a few headers come back. An answer that repeats a key is
 * withheld.
 *
 * @param query  as the page sent it
 * @throws BacktabError `proxy_not_configured` | `request_invalid` | `upstream_failed` | `upstream_unreachable`
 */
export async function alpacaBars(
  query: URLSearchParams,
  keys: AlpacaKeys | null,
  fetchUpstream: FetchUpstream,
): Promise<Response> {
  if (!keys) throw new BacktabError('proxy_not_configured', { service: SERVICE });
  const address = barsAddress(query);
  try {
    return await ask(address, keys, fetchUpstream);
  } catch (e) {
    if (isBacktabError(e, 'upstream_failed') || isBacktabError(e, 'upstream_unreachable')) throw e;
    const late = e instanceof DOMException && e.name === 'TimeoutError';
    const reason = late ? `no answer within ${TIMEOUT_MS / 1000} s` : 'the connection failed';
    throw new BacktabError('upstream_unreachable', { service: SERVICE, reason });
  }
}

async function ask(address: URL, keys: AlpacaKeys, fetchUpstream: FetchUpstream): Promise<Response> {
  const upstream = await fetchUpstream(
    new Request(address, {
      headers: {
        accept: 'application/json',
        'apca-api-key-id': keys.keyId,
        'apca-api-secret-key': keys.secretKey,
      },
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }),
  );
  const isJson = upstream.headers.get('content-type')?.startsWith('application/json') ?? false;
  if (upstream.status !== 200 || !isJson) {
    await upstream.body?.cancel();
    throw new BacktabError('upstream_failed', { service: SERVICE, status: upstream.status });
  }
  const body = await readBounded(upstream);
  const headers = new Headers({ 'content-type': 'application/json', 'cache-control': 'no-store' });
  for (const name of PASSED_HEADERS) {
    const value = upstream.headers.get(name);
    if (value !== null && PLAIN_VALUE.test(value)) headers.set(name, value);
  }
  const passed = body + [...headers.values()].join('\n');
  if (passed.includes(keys.keyId) || passed.includes(keys.secretKey)) {
    throw new BacktabError('upstream_failed', { service: SERVICE, status: upstream.status });
  }
  return new Response(body, { headers });
}

async function readBounded(upstream: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  const reader = upstream.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    bytes += part.value.byteLength;
    if (bytes > LARGEST_ANSWER_BYTES) {
      await reader?.cancel();
      const reason = `its answer is larger than ${LARGEST_ANSWER_BYTES / 1024 / 1024} MB`;
      throw new BacktabError('upstream_unreachable', { service: SERVICE, reason });
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}

import * as v from 'valibot';
import { BacktabError } from '../core/errors';

/** Keys of the proxy's own account at Alpaca. They stay in this process. */
export interface AlpacaKeys {
  readonly keyId: string;
  readonly secretKey: string;
}

/** What the proxy is told about itself, whatever runtime it is in. */
export interface ProxyConfig {
  readonly version: string;
  /** `null` without keys: historical bars then answer `proxy_not_configured`. */
  readonly alpaca: AlpacaKeys | null;
  /** Names (without port) under which it may be addressed; `null` for any. */
  readonly allowedHosts: readonly string[] | null;
}

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where the Node proxy listens. */
export interface ListenAddress {
  readonly host: string;
  readonly port: number;
}

const DEFAULT_PORT = '4173';
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

const KEY = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,256}$/));
const PORT = v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.maxValue(65_535));
const HOST = v.pipe(v.string(), v.regex(/^([a-zA-Z0-9.-]{1,253}|[0-9a-fA-F:]{2,45})$/));
const HOSTS = v.pipe(v.string(), v.regex(/^[a-zA-Z0-9.:[\]-]+(,[a-zA-Z0-9.:[\]-]+)*$/));

/**
 * Keys for Alpaca from `ALPACA_KEY_ID` and `ALPACA_SECRET_KEY`; `null` unless both are set.
 *
 * @throws BacktabError `setting_invalid`, which never repeats a key
 */
export function alpacaKeys(env: Environment): AlpacaKeys | null {
  const { ALPACA_KEY_ID: keyId, ALPACA_SECRET_KEY: secretKey } = env;
  if (!keyId || !secretKey) return null;
  const expected = 'printable characters without spaces';
  return {
    keyId: read(KEY, 'ALPACA_KEY_ID', keyId, expected, 'what it is'),
    secretKey: read(KEY, 'ALPACA_SECRET_KEY', secretKey, expected, 'what it is'),
  };
}

/**
 * Where to listen, from `HOST` (127.0.0.1) and `PORT` (4173; 0 takes a free one).
 *
 * @throws BacktabError `setting_invalid`
 */
export function listenAddress(env: Environment): ListenAddress {
  return {
    host: read(HOST, 'HOST', env.HOST || '127.0.0.1', 'a host name or an IP address'),
    port: read(PORT, 'PORT', env.PORT || DEFAULT_PORT, 'a whole number from 0 to 65535'),
  };
}

/**
 * Names the proxy answers to, from `ALLOWED_HOSTS` (a comma list). Without it a proxy on the loopback answers to the
 * loopback's names only, so that a foreign page cannot reach it by pointing its own name here; others answer to any.
 *
 * @throws BacktabError `setting_invalid`
 */
export function allowedHosts(env: Environment, host: string | null): readonly string[] | null {
  const listed = env.ALLOWED_HOSTS;
  const own = host === null || !isLoopback(host) ? null : LOOPBACK;
  if (!listed) return own;
  const names = read(HOSTS, 'ALLOWED_HOSTS', listed, 'host names separated by commas')
    .toLowerCase()
    .split(',');
  return [...(own ?? []), ...names];
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host.startsWith('127.');

function read<T>(
  schema: v.GenericSchema<string, T>,
  name: string,
  value: string,
  expected: string,
  shown = value,
): T {
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) throw new BacktabError('setting_invalid', { name, value: shown, expected });
  return parsed.output;
}

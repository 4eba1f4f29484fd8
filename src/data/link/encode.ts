import { BacktabError } from '../../core/errors';
import { LINK_LIMITS, type SharedStrategy } from '../../core/share';
import { toBase64Url } from './base64url';
import { deflate } from './deflate';
import { seal } from './envelope';

/**
 * The payload of a share link: base64url of a version byte, a checksum and deflated JSON with a fixed
 * order of keys. The same strategy gives the same payload wherever the platform's deflate is the same.
 *
 * @throws BacktabError `link_too_long` when the strategy does not fit a link
 */
export async function encodeLink(shared: SharedStrategy): Promise<string> {
  const content = await deflate(new TextEncoder().encode(JSON.stringify(ordered(shared))));
  const payload = toBase64Url(seal(content));
  const limit = LINK_LIMITS.payloadCharacters;
  if (payload.length > limit) throw new BacktabError('link_too_long', { length: payload.length, limit });
  return payload;
}

function ordered({
  version,
  script,
  parameters,
  settings = {},
  data,
  engine,
  result,
}: SharedStrategy): SharedStrategy {
  const names = Object.keys(parameters).sort();
  const changed = Object.entries(settings).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const { sha256, name, rows, bundled } = data;
  const { hash, trades, cagr, sharpe, maxDrawdown, tradeMarks } = result;
  return {
    version,
    script,
    parameters: Object.fromEntries(names.map((key) => [key, parameters[key]!])),
    ...(changed.length > 0 ? { settings: Object.fromEntries(changed) } : {}),
    data: { sha256, name, rows, bundled },
    engine,
    result: { hash, trades, cagr, sharpe, maxDrawdown, tradeMarks },
  };
}

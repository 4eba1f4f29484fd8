import { BacktabError } from '../../core/errors';
import { LINK_LIMITS, type SharedStrategy } from '../../core/share';
import { toBase64Url } from './base64url';
import { packShared } from './content';
import { seal } from './envelope';

/**
 * The payload of a share link: base64url of a version byte, a checksum and deflated canonical JSON. The same content
 * gives the same payload, in Node and in every browser.
 *
 * @throws BacktabError `link_cannot_hold` when the run does not fit a link
 */
export function encodeLink(shared: SharedStrategy): string {
  const { textCharacters, payloadCharacters } = LINK_LIMITS;
  if (shared.script.length > textCharacters) {
    throw cannotHold(`its script has ${shared.script.length} characters, and ${textCharacters} fit`);
  }
  const payload = toBase64Url(seal(packShared(firstTrades(shared))));
  if (payload.length <= payloadCharacters) return payload;
  throw cannotHold(`the link would have ${payload.length} characters, and ${payloadCharacters} are allowed`);
}

function firstTrades(shared: SharedStrategy): SharedStrategy {
  const { result } = shared;
  return { ...shared, result: { ...result, tradeMarks: result.tradeMarks.slice(0, LINK_LIMITS.tradeMarks) } };
}

const cannotHold = (reason: string): BacktabError => new BacktabError('link_cannot_hold', { reason });

import { BacktabError } from '../../core/errors';
import { LINK_LIMITS, type SharedStrategy } from '../../core/share';
import { fromBase64Url } from './base64url';
import { unpackShared } from './content';
import { LINK_VERSION, unseal } from './envelope';

/**
 * Reads the payload of a share link of any version so far. Nothing of it runs; every bound is checked before what it
 * bounds.
 *
 * @param payload  the part of the address behind `#/s/`
 * @throws BacktabError `link_too_long` | `link_damaged` | `link_newer` | `link_refused`
 */
export function decodeLink(payload: string): SharedStrategy {
  const limit = LINK_LIMITS.payloadCharacters;
  if (payload.length > limit) throw new BacktabError('link_too_long', { length: payload.length, limit });
  const bytes = fromBase64Url(payload);
  if (!bytes || bytes.length === 0)
    throw damaged(payload === '' ? 'it is empty' : 'it holds characters no link has');
  const { version, content, intact } = unseal(bytes);
  if (!intact) throw damaged('its checksum does not fit, so a part is missing or changed');
  if (version > LINK_VERSION) throw new BacktabError('link_newer', { version, supported: LINK_VERSION });
  if (version === 0) throw new BacktabError('link_refused', { reason: 'there is no version 0' });
  return unpackShared(content, version, LINK_LIMITS);
}

const damaged = (reason: string): BacktabError => new BacktabError('link_damaged', { reason });

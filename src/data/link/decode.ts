import * as v from 'valibot';
import { BacktabError } from '../../core/errors';
import { LINK_LIMITS, type SharedStrategy } from '../../core/share';
import { fromBase64Url } from './base64url';
import { checkBreadth, checkDepth } from './bounds';
import { inflate } from './deflate';
import { LINK_VERSION, unseal } from './envelope';
import { sharedSchema } from './schema';

/**
 * Reads the payload of a share link. Nothing of it runs; every bound is checked before what it bounds.
 *
 * @param payload  the part of the address behind `#/s/`
 * @throws BacktabError `link_too_long` | `link_damaged` | `link_newer` | `link_refused`
 */
export async function decodeLink(payload: string): Promise<SharedStrategy> {
  const limit = LINK_LIMITS.payloadCharacters;
  if (payload.length > limit) throw new BacktabError('link_too_long', { length: payload.length, limit });
  const bytes = fromBase64Url(payload);
  if (!bytes || bytes.length === 0)
    throw damaged(payload === '' ? 'it is empty' : 'it holds characters no link has');
  const { version, content, intact } = unseal(bytes);
  if (!intact) throw damaged('its checksum does not fit, so a part is missing or changed');
  if (version > LINK_VERSION) throw new BacktabError('link_newer', { version, supported: LINK_VERSION });
  const shared = v.safeParse(sharedSchema, parse(await inflate(content)));
  if (!shared.success) {
    const path = v.getDotPath(shared.issues[0]) ?? 'its content';
    throw new BacktabError('link_refused', {
      reason: `${path.slice(0, 80)} is not what a strategy has there`,
    });
  }
  return shared.output as SharedStrategy;
}

function parse(bytes: Uint8Array): unknown {
  let value: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    checkDepth(text);
    value = JSON.parse(text);
  } catch (e) {
    if (e instanceof BacktabError) throw e;
    throw damaged('its content is not JSON');
  }
  checkBreadth(value);
  return value;
}

const damaged = (reason: string): BacktabError => new BacktabError('link_damaged', { reason });

import * as v from 'valibot';
import { BacktabError } from '../../core/errors';
import type { ShareBounds, SharedStrategy } from '../../core/share';
import { checkBreadth, checkDepth } from './bounds';
import { canonicalJson } from './canonical-json';
import { deflate, inflate } from './deflate';
import { readShared, wrongPath } from './schema';
import { fromVersion1, version1Schema } from './version-1';

/** A shared strategy as deflated canonical JSON in UTF-8: the same bytes for the same content, wherever it is made. */
export const packShared = (shared: SharedStrategy): Uint8Array<ArrayBuffer> =>
  deflate(new TextEncoder().encode(canonicalJson(shared)));

/**
 * Reads what `packShared` wrote, or a link of version 1. Every bound is checked before what it bounds.
 *
 * @param version  of the format, 1 or 2
 * @param bounds   of a link or of a file
 * @throws BacktabError `link_damaged` | `link_refused`
 */
export function unpackShared(bytes: Uint8Array, version: number, bounds: ShareBounds): SharedStrategy {
  const value = parseContent(inflate(bytes, bounds.inflatedBytes), bounds);
  if (version === 1) {
    const old = v.safeParse(version1Schema, value);
    if (old.success) return fromVersion1(old.output);
    throw refused(wrongPath(old.issues[0]));
  }
  const read = readShared(value, bounds);
  if ('shared' in read) return read.shared;
  throw refused(read.wrong);
}

/**
 * UTF-8 JSON of a stranger as a value, its depth checked before it is parsed and its breadth after.
 *
 * @throws BacktabError `link_damaged` | `link_refused`
 */
export function parseContent(bytes: Uint8Array, bounds: ShareBounds): unknown {
  let value: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    checkDepth(text, bounds);
    value = JSON.parse(text);
  } catch (e) {
    if (e instanceof BacktabError) throw e;
    throw new BacktabError('link_damaged', { reason: 'its content is not JSON' }, { cause: e });
  }
  checkBreadth(value, bounds);
  return value;
}

const refused = (path: string): BacktabError =>
  new BacktabError('link_refused', { reason: `${path} is not what a strategy has there` });

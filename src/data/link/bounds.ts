import { BacktabError } from '../../core/errors';
import type { ShareBounds } from '../../core/share';

/**
 * Refuses JSON text that nests too deeply, before anything walks it. A scan without recursion.
 *
 * @throws BacktabError `link_refused`
 */
export function checkDepth(text: string, bounds: ShareBounds): void {
  let depth = 0;
  let inText = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (inText) {
      if (character === '\\') i++;
      else if (character === '"') inText = false;
    } else if (character === '"') inText = true;
    else if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') depth--;
    if (depth > bounds.depth) throw new BacktabError('link_refused', { reason: 'it nests too deeply' });
  }
}

/**
 * Refuses a value with too many keys, too long a text or too long a list. Walks without recursion.
 *
 * @throws BacktabError `link_refused`
 */
export function checkBreadth(value: unknown, bounds: ShareBounds): void {
  const open: unknown[] = [value];
  let keys = 0;
  for (let item = open.pop(); open.length > 0 || item !== undefined; item = open.pop()) {
    if (typeof item === 'string' && item.length > bounds.textCharacters) refuse('a text of it is too long');
    if (typeof item !== 'object' || item === null) continue;
    if (Array.isArray(item)) {
      if (item.length > bounds.listItems) refuse('a list of it is too long');
      for (const inner of item) open.push(inner ?? null);
      continue;
    }
    const entries = Object.entries(item);
    keys += entries.length;
    if (keys > bounds.keys) refuse('it has too many entries');
    for (const [, inner] of entries) open.push(inner ?? null);
  }
}

function refuse(reason: string): never {
  throw new BacktabError('link_refused', { reason });
}

/** A piece of a title, and whether it is what was searched for. */
export interface TitlePart {
  readonly text: string;
  readonly hit: boolean;
}

/**
 * How well a title answers a search: lower is better, null for not at all. Each word searched for
 * must occur; words that begin with it count before words that contain it.
 */
export function rank(title: string, search: string): number | null {
  const text = title.toLowerCase();
  let total = 0;
  for (const word of search.toLowerCase().split(/\s+/).filter(Boolean)) {
    const at = text.indexOf(word);
    if (at < 0) return null;
    const starts = at === 0 || text.includes(` ${word}`);
    total += at + (starts ? 0 : 100);
  }
  return total;
}

/** A title cut into what was searched for and the rest. */
export function markHits(title: string, search: string): readonly TitlePart[] {
  const words = search
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (words.length === 0) return [{ text: title, hit: false }];
  const pattern = new RegExp(`(${words.join('|')})`, 'gi');
  return title
    .split(pattern)
    .map((text, i) => ({ text, hit: i % 2 === 1 }))
    .filter((part) => part.text !== '');
}

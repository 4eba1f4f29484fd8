/**
 * JSON with one spelling for one content: members by name in code unit order, and none that is absent, null, or a
 * list or record without anything in it. Lists keep their items.
 *
 * @param value  plain values, not nested deeper than a link may be
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => [name, canonicalJson(member ?? null)] as const)
    .filter(([, text]) => !EMPTY.has(text))
    .map(([name, text]) => `${JSON.stringify(name)}:${text}`);
  return `{${members.join(',')}}`;
}

const EMPTY = new Set(['null', '[]', '{}']);

/** One replacement that turns a text into another. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/**
 * The smallest single replacement that turns `before` into `after`, so that a caret outside the
 * changed part keeps its place; null when they are equal. A surrogate pair is never cut.
 */
export function textChange(before: string, after: string): TextChange | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  if (isHighSurrogate(before, head - 1)) head--;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  if (isHighSurrogate(before, before.length - tail - 1)) tail--;
  tail = Math.max(0, tail);
  return { from: head, to: before.length - tail, insert: after.slice(head, after.length - tail) };
}

const isHighSurrogate = (text: string, at: number): boolean => {
  const unit = at >= 0 ? text.charCodeAt(at) : 0;
  return unit >= 0xd800 && unit < 0xdc00;
};

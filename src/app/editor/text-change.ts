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

/**
 * Replacements in order that turn `before` into `after`: where only white space differs, as after
 * formatting, one for each place, so that a caret anywhere else keeps its place; else one.
 */
export function textChanges(before: string, after: string): readonly TextChange[] {
  if (before === after) return [];
  const spaces = spaceChanges(before, after);
  if (spaces) return spaces;
  const change = textChange(before, after);
  return change ? [change] : [];
}

const SPACE = /\s*/y;

/** Null when more than white space differs. */
function spaceChanges(before: string, after: string): readonly TextChange[] | null {
  const changes: TextChange[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const from = i;
    const old = spaceAt(before, i);
    const insert = spaceAt(after, j);
    if (old !== insert) changes.push({ from, to: from + old.length, insert });
    i += old.length;
    j += insert.length;
    if (before[i] !== after[j]) return null;
    i++;
    j++;
  }
  return changes;
}

function spaceAt(text: string, at: number): string {
  SPACE.lastIndex = at;
  return SPACE.exec(text)?.[0] ?? '';
}

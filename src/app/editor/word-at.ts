/** A name in a text, with its range. */
export interface WordAt {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

const NAME_BEFORE = /[\p{ID_Start}_$][\p{ID_Continue}$]*$/u;
const NAME_AFTER = /^[\p{ID_Continue}$]*/u;

/** The name that `at` touches, null when it touches none. */
export function wordAt(text: string, at: number): WordAt | null {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const after = NAME_AFTER.exec(text.slice(at))?.[0] ?? '';
  const word = NAME_BEFORE.exec(text.slice(lineStart, at) + after)?.[0];
  if (!word) return null;
  const to = at + after.length;
  return { word, from: to - word.length, to };
}

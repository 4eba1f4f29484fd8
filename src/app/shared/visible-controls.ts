/**
 * Characters that are not seen, or that turn the direction of the text around them: control
 * characters except tab and line feed, format characters (zero-width, bidirectional, tags), the
 * line and paragraph separators, and fillers and selectors without a shape of their own.
 */
const CATEGORIES = [
  String.raw`\p{Cc}`,
  String.raw`\p{Cf}`,
  String.raw`\p{Zl}`,
  String.raw`\p{Zp}`,
  String.raw`\p{Co}`,
  String.raw`\p{Cs}`,
];
const SHAPELESS = [
  String.raw`\u034f`,
  String.raw`\u115f\u1160`,
  String.raw`\u17b4\u17b5`,
  String.raw`\u180b-\u180f`,
  String.raw`\u3164`,
  String.raw`\uffa0`,
  String.raw`\ufe00-\ufe0f`,
  String.raw`\u{e0100}-\u{e01ef}`,
];
const UNSEEN = new RegExp(String.raw`(?![\t\n])[${[...CATEGORIES, ...SHAPELESS].join('')}]`, 'gu');

/** Whether a text holds characters that would not be seen, or that reorder what is. */
export const hasUnseen = (text: string): boolean => text.search(UNSEEN) >= 0;

/** A stretch of text: shown as it is, or the name of a character that would not be seen. */
export interface VisiblePart {
  readonly text: string;
  readonly unseen: boolean;
}

/** Cuts a text so that each unseen character stands alone under its code point, as `U+202E`. */
export function visibleParts(text: string): VisiblePart[] {
  const parts: VisiblePart[] = [];
  let from = 0;
  for (const match of text.matchAll(UNSEEN)) {
    if (match.index > from) parts.push({ text: text.slice(from, match.index), unseen: false });
    parts.push({ text: codePoint(match[0]), unseen: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), unseen: false });
  return parts;
}

/** The same as one string, for titles and labels: `a⟨U+202E⟩b`. Line feeds and tabs become spaces. */
export const visibleText = (text: string): string =>
  text.replace(/[\t\n]/g, ' ').replace(UNSEEN, (character) => `\u27e8${codePoint(character)}\u27e9`);

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

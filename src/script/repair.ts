import type { Reporter, Span } from './reporter';

/** A text with the closers added that were plainly forgotten, and the way back to the original. */
export interface Repaired {
  readonly text: string;
  /** Position in the original text of a position in `text`. */
  original(position: number): number;
}

/** A text that is put in at a position of the original. */
interface Insert {
  readonly at: number;
  readonly text: string;
}

interface Open {
  readonly closer: string;
  /** Braces around statements, in which new statements may begin. */
  readonly isBlock: boolean;
}

const CLOSER_NAMES: Readonly<Record<string, string>> = { ')': 'parenthesis', ']': 'bracket', '}': 'brace' };

/** Words that only begin statements: inside brackets they show that a closer is missing before. */
const STATEMENT_START = /(?:const|let|var|if)\b|(?:strategy|plot|buy|short|exit)\s*\(/y;

/**
 * Closes brackets that are still open where the next statement begins on a new line, and a comment
 * that never ends; both are reported. The parser then reads the rest as it was meant.
 */
export function repair(source: string, reporter: Reporter): Repaired {
  const inserts: Insert[] = [];
  let open: Open[] = [];
  /** End of the last text that is neither space nor comment. */
  let end = 0;
  for (let at = 0; at < source.length;) {
    const code = source.charCodeAt(at);
    if (isSpace(code)) {
      at++;
      continue;
    }
    if (open.at(-1)?.isBlock === false && startsStatement(source, at, end)) {
      const missing = unclosed(open);
      const closers = missing.map((bracket) => bracket.closer).join('');
      inserts.push({ at: end, text: closers });
      reportMissing(reporter, end, closers);
      open = open.slice(0, open.length - missing.length);
    }
    const afterComment = commentEnd(source, at);
    if (afterComment !== null) {
      if (afterComment > source.length) {
        reporter.reportSyntax('comment_unclosed', { from: at, to: source.length }, {});
        inserts.push({ at: source.length, text: '*/' });
      }
      at = afterComment;
      continue;
    }
    if (code === SINGLE_QUOTE || code === DOUBLE_QUOTE) end = readText(source, at, open, inserts, reporter);
    else if (isWordCharacter(code)) end = wordEnd(source, at);
    else {
      follow(open, source.charAt(at));
      end = at + 1;
    }
    at = end;
  }
  return insertAll(source, inserts);
}

const LINE_END = 10;
const DOUBLE_QUOTE = 34;
const DOLLAR = 36;
const SINGLE_QUOTE = 39;
const STAR = 42;
const SLASH = 47;
const BACKSLASH = 92;
const UNDERLINE = 95;

/** As `\s` of regular expressions. */
const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || (code > 127 && /\s/.test(String.fromCharCode(code)));

const isWordCharacter = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 48 && code <= 57) ||
  code === UNDERLINE ||
  code === DOLLAR;

function wordEnd(source: string, from: number): number {
  let at = from + 1;
  while (isWordCharacter(source.charCodeAt(at))) at++;
  return at;
}

/** End of the comment that begins at a position, null when none does; beyond the text when it never ends. */
function commentEnd(source: string, from: number): number | null {
  if (source.charCodeAt(from) !== SLASH) return null;
  const kind = source.charCodeAt(from + 1);
  if (kind !== SLASH && kind !== STAR) return null;
  const end = source.indexOf(kind === SLASH ? '\n' : '*/', from + 2);
  if (kind === SLASH) return end < 0 ? source.length : end;
  return end < 0 ? source.length + 1 : end + 2;
}

/** Reads a text in quotes, and closes one that its line does not; the position behind it. */
function readText(source: string, from: number, open: Open[], inserts: Insert[], reporter: Reporter): number {
  const quote = source.charCodeAt(from);
  let to = from + 1;
  let code = source.charCodeAt(to);
  while (to < source.length && code !== quote && code !== LINE_END) {
    if (code === BACKSLASH && to + 1 === source.length) break;
    to += code === BACKSLASH ? 2 : 1;
    code = source.charCodeAt(to);
  }
  if (code === quote) return to + 1;
  const text = source.slice(from, to);
  const at = from + textEnd(text);
  const insert = text.charAt(0);
  const fix = { label: 'Close the text', from: at, to: at, insert };
  reporter.reportSyntax('quote_missing', { from, to: at }, { quote: insert }, fix);
  inserts.push({ at, text: insert });
  for (const rest of source.slice(at, to)) follow(open, rest);
  return to;
}

/** Where a text without closing quote was probably meant to end: before a comma, bracket or the line's end. */
const textEnd = (text: string): number => /^.[^,)}\]]*/.exec(text)?.[0].trimEnd().length ?? 1;

/** Whether a statement begins at a position, on a later line than the text before ended. */
function startsStatement(source: string, position: number, end: number): boolean {
  if (!source.slice(end, position).includes('\n')) return false;
  STATEMENT_START.lastIndex = position;
  return STATEMENT_START.test(source);
}

/** Brackets to close, innermost first, before a statement may begin. */
function unclosed(open: readonly Open[]): readonly Open[] {
  const block = open.findLastIndex((bracket) => bracket.isBlock);
  return open.slice(block + 1).toReversed();
}

function follow(open: Open[], lexeme: string): void {
  if (lexeme === '(') open.push({ closer: ')', isBlock: false });
  else if (lexeme === '[') open.push({ closer: ']', isBlock: false });
  else if (lexeme === '{') open.push({ closer: '}', isBlock: open.at(-1)?.closer !== ')' });
  else if (open.at(-1)?.closer === lexeme) open.pop();
}

function reportMissing(reporter: Reporter, at: number, closers: string): void {
  const span: Span = { from: at, to: at };
  const [closer = ')'] = closers;
  const fix = { label: `Add ${closers}`, ...span, insert: closers };
  reporter.reportSyntax(
    'closing_missing',
    span,
    { closer: closers, name: CLOSER_NAMES[closer] ?? 'bracket' },
    fix,
  );
}

function insertAll(source: string, inserts: readonly Insert[]): Repaired {
  if (inserts.length === 0) return { text: source, original: (position) => position };
  const parts: string[] = [];
  let from = 0;
  for (const { at, text } of inserts) {
    parts.push(source.slice(from, at), text);
    from = at;
  }
  parts.push(source.slice(from));
  const original = (position: number): number => {
    let shift = 0;
    for (const { at, text } of inserts) {
      if (position <= at + shift) break;
      if (position < at + shift + text.length) return at;
      shift += text.length;
    }
    return position - shift;
  };
  return { text: parts.join(''), original };
}

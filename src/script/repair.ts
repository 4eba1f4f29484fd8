import type { Reporter, Span } from './reporter';

/** A text with the closers added that were plainly forgotten, and the way back to the original. */
export interface Repaired {
  readonly text: string;
  /** Position in the original text of a position in `text`. */
  original(position: number): number;
}

interface Open {
  readonly closer: string;
  /** Braces around statements, in which new statements may begin. */
  readonly isBlock: boolean;
}

const CLOSER_NAMES: Readonly<Record<string, string>> = { ')': 'parenthesis', ']': 'bracket', '}': 'brace' };

/** Words that only begin statements: inside brackets they show that a closer is missing before. */
const STATEMENT_START = /(?:const|let|var|if)\b|(?:strategy|plot|buy|short|exit)\s*\(/y;

/** Comments, texts, space, words and single characters, whichever comes first. */
const LEXEME =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|\/\*[\s\S]*$|'(?:[^\\\n']|\\[\s\S])*'?|"(?:[^\\\n"]|\\[\s\S])*"?|\s+|[\w$]+|[\s\S]/g;

/**
 * Closes brackets that are still open where the next statement begins on a new line, and a comment
 * that never ends; both are reported. The parser then reads the rest as it was meant.
 */
export function repair(source: string, reporter: Reporter): Repaired {
  const inserts: { readonly at: number; readonly text: string }[] = [];
  let open: Open[] = [];
  let end = 0;
  for (const { 0: lexeme, index } of source.matchAll(LEXEME)) {
    if (/^\s/.test(lexeme)) continue;
    const missing = startsStatement(source, index, end) ? unclosed(open) : [];
    if (missing.length > 0) {
      const closers = missing.map((bracket) => bracket.closer).join('');
      inserts.push({ at: end, text: closers });
      reportMissing(reporter, end, closers);
      open = open.slice(0, open.length - missing.length);
    }
    if (isOpenText(lexeme)) {
      const at = index + textEnd(lexeme);
      const quote = lexeme.charAt(0);
      const fix = { label: 'Close the text', from: at, to: at, insert: quote };
      reporter.reportSyntax('quote_missing', { from: index, to: at }, { quote }, fix);
      inserts.push({ at, text: quote });
      for (const rest of source.slice(at, index + lexeme.length)) follow(open, rest);
    }
    if (isOpenComment(lexeme)) {
      reporter.reportSyntax('comment_unclosed', { from: index, to: source.length }, {});
      inserts.push({ at: source.length, text: '*/' });
    }
    if (!/^\/[/*]/.test(lexeme)) end = index + lexeme.length;
    follow(open, lexeme);
  }
  return insertAll(source, inserts);
}

/** A text with its closing quote. */
const CLOSED_TEXT = /^(?:'(?:[^\\\n']|\\[\s\S])*'|"(?:[^\\\n"]|\\[\s\S])*")$/;

const isOpenText = (lexeme: string): boolean => /^['"]/.test(lexeme) && !CLOSED_TEXT.test(lexeme);

/** Where a text without closing quote was probably meant to end: before a comma, bracket or the line's end. */
const textEnd = (lexeme: string): number => /^.[^,)}\]]*/.exec(lexeme)?.[0].trimEnd().length ?? 1;

const isOpenComment = (lexeme: string): boolean =>
  lexeme.startsWith('/*') && !(lexeme.length >= 4 && lexeme.endsWith('*/'));

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

function insertAll(
  source: string,
  inserts: readonly { readonly at: number; readonly text: string }[],
): Repaired {
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

/** Where in a call a position stands. */
export interface CallAt {
  /** The function that is called. */
  readonly name: string;
  /** Position of its opening parenthesis. */
  readonly open: number;
  /** Arguments before the one at the position. */
  readonly argument: number;
  /** Whether the position stands in the braces of the options. */
  readonly inOptions: boolean;
  /** The option at the position; null while its name is typed. */
  readonly option: string | null;
}

/** Comments, texts, names, and single characters. */
const LEXEME =
  /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:[^\\\n']|\\[\s\S])*'?|"(?:[^\\\n"]|\\[\s\S])*"?|[\p{ID_Start}_$][\p{ID_Continue}$]*|[\s\S]/gu;

/** Words that only begin statements: brackets open before one on a new line were forgotten. */
const STATEMENT_WORD = /^(?:const|let|if|function)$/;

interface Frame {
  readonly closer: string;
  readonly name: string;
  readonly at: number;
  /** A block of statements, which belongs to no call. */
  readonly isBlock: boolean;
  argument: number;
  option: string | null;
}

/**
 * The innermost call around a position, read from the text alone, so that it serves while the call
 * is still being typed. null outside calls and in comments.
 */
export function callAt(source: string, position: number): CallAt | null {
  const frames: Frame[] = [];
  let before = '';
  for (const { 0: lexeme, index } of source.slice(0, position).matchAll(LEXEME)) {
    if (isOpenComment(lexeme, index + lexeme.length === position)) return null;
    if (/^\s|^\/[/*]/.test(lexeme)) continue;
    if (STATEMENT_WORD.test(lexeme) && startsLine(source, index)) dropForgotten(frames);
    follow(frames, lexeme, before, index);
    before = lexeme;
  }
  return innermost(frames);
}

const isOpenComment = (lexeme: string, atEnd: boolean): boolean =>
  atEnd &&
  (lexeme.startsWith('//') || (lexeme.startsWith('/*') && !(lexeme.length >= 4 && lexeme.endsWith('*/'))));

const startsLine = (source: string, index: number): boolean =>
  /^\s*$/.test(source.slice(source.lastIndexOf('\n', index - 1) + 1, index));

function dropForgotten(frames: Frame[]): void {
  while (frames.length > 0 && !frames.at(-1)?.isBlock) frames.pop();
}

function follow(frames: Frame[], lexeme: string, before: string, at: number): void {
  const top = frames.at(-1);
  const open = (closer: string, name = '', isBlock = false): void =>
    void frames.push({ closer, name, at, isBlock, argument: 0, option: null });
  if (lexeme === '(') open(')', isName(before) && before !== 'if' ? before : '');
  else if (lexeme === '[') open(']');
  else if (lexeme === '{') open('}', '', !(top?.closer === ')' && top.name !== ''));
  else if (top && lexeme === top.closer) frames.pop();
  else if (top && lexeme === ',') {
    top.argument++;
    top.option = null;
  } else if (top && lexeme === ':' && top.option === null && isName(before)) top.option = before;
}

const isName = (lexeme: string): boolean => /^[\p{ID_Start}_$]/u.test(lexeme);

function innermost(frames: readonly Frame[]): CallAt | null {
  for (let i = frames.length - 1; i >= 0; i--) {
    const frame = frames[i]!;
    if (frame.isBlock) return null;
    if (frame.name === '') continue;
    const inner = frames[i + 1];
    const inOptions = inner?.closer === '}';
    return {
      name: frame.name,
      open: frame.at,
      argument: frame.argument,
      inOptions,
      option: inOptions ? inner.option : null,
    };
  }
  return null;
}

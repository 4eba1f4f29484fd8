import type { SyntaxNode } from '@lezer/common';
import { SCRIPT_LIMITS } from './limits';
import { parser } from './strategy.grammar';

/** A token with the place where it stands. */
interface Token {
  readonly node: SyntaxNode;
  readonly text: string;
  /** Line ends between the token before and this one. */
  readonly breaks: number;
}

/**
 * The script in standard layout: one statement a line, two spaces a level, single spaces around
 * operators, at most one empty line in a row. Line breaks inside calls stay; no token is added,
 * removed or moved. A text that cannot be read, or is beyond `SCRIPT_LIMITS.characters`, comes back
 * as it is.
 */
export function format(source: string): string {
  if (source.length > SCRIPT_LIMITS.characters) return source;
  const tokens = tokensOf(source);
  if (!tokens) return source;
  const writer = new Writer();
  for (const token of tokens) writer.write(token);
  return writer.finish();
}

/** Tokens in order, or null when some text is not readable. */
function tokensOf(source: string): Token[] | null {
  const tokens: Token[] = [];
  let isReadable = true;
  let end = 0;
  parser.parse(source).iterate({
    enter(ref) {
      if (ref.type.isError || ref.name === 'UnterminatedString') isReadable = false;
      if (!isReadable || ref.node.firstChild || ref.from === ref.to) return;
      const breaks = (source.slice(end, ref.from).match(/\n/g) ?? []).length;
      tokens.push({ node: ref.node, text: source.slice(ref.from, ref.to).trimEnd(), breaks });
      end = ref.to;
    },
  });
  return isReadable ? tokens : null;
}

class Writer {
  #text = '';
  #last: Token | null = null;
  #line = 0;
  /** Line on which each open bracket stands. */
  readonly #open: number[] = [];
  /** Starts of bodies without braces that stand on a line of their own. */
  readonly #hanging = new Set<number>();

  write(token: Token): void {
    const last = this.#last;
    const closes = /^[)\]}]$/.test(token.text);
    const opened = closes ? this.#open.pop() : undefined;
    const breaks = last ? breaksBefore(token, last) : 0;
    if (breaks > 0) {
      if (startsHangingBody(token)) this.#hanging.add(token.node.from);
      this.#line++;
      this.#text += '\n'.repeat(breaks) + '  '.repeat(this.#indent(token, opened));
    } else if (last && needsSpace(last, token)) {
      this.#text += ' ';
    }
    this.#text += token.text;
    if (/^[([{]$/.test(token.text)) this.#open.push(this.#line);
    this.#last = token;
  }

  finish(): string {
    return this.#text === '' ? '' : `${this.#text}\n`;
  }

  /** @param opened  line of the bracket that the token closes: brackets from there stand as far left */
  #indent(token: Token, opened: number | undefined): number {
    let hanging = 0;
    for (let at: SyntaxNode | null = token.node; at; at = at.parent) {
      if (at.name === 'Body' && this.#hanging.has(at.from)) hanging++;
    }
    return new Set(this.#open.filter((line) => line !== opened)).size + hanging;
  }
}

/** Line ends to write before a token: statements stand on lines of their own, other breaks stay. */
function breaksBefore(token: Token, last: Token): number {
  const kept = Math.min(token.breaks, 2);
  if (last.node.name === 'LineComment') return Math.max(kept, 1);
  if (isComment(token)) return kept;
  const parent = token.node.parent?.name;
  if (token.text === '{' && parent === 'Block' && last.text === ')') return 0;
  if (token.text === 'else') return last.text === '}' ? 0 : 1;
  if (token.text === ';') return 0;
  const isEmptyBlock = token.text === '}' && last.text === '{';
  if (token.text === '}' && parent === 'Block') return isEmptyBlock ? 0 : 1;
  if (last.text === '{' && last.node.parent?.name === 'Block') return 1;
  if (startsListedStatement(token.node)) return Math.max(kept, 1);
  return Math.min(kept, 1);
}

const isComment = (token: Token): boolean => token.node.name.endsWith('Comment');

/** The statement that begins with a token, if one does. */
function statementAt(node: SyntaxNode): SyntaxNode | null {
  let at: SyntaxNode | null = node;
  while (at?.parent && at.parent.from === node.from && !at.type.is('Statement')) at = at.parent;
  return at?.type.is('Statement') && at.from === node.from ? at : null;
}

function startsListedStatement(node: SyntaxNode): boolean {
  const parent = statementAt(node)?.parent?.name;
  return parent === 'Script' || parent === 'Block';
}

function startsHangingBody(token: Token): boolean {
  const statement = statementAt(token.node);
  return statement?.parent?.name === 'Body' && statement.name !== 'Block';
}

function needsSpace(last: Token, next: Token): boolean {
  const nextParent = next.node.parent?.name;
  const lastParent = last.node.parent?.name;
  if (isComment(next) || isComment(last)) return true;
  if (last.text === '{' && next.text === '}') return false;
  if (last.text === '(' || last.text === '[' || last.text === '.') return false;
  if (/^[)\],;.]$/.test(next.text)) return false;
  if (next.text === ':') return nextParent === 'Conditional';
  if (next.text === '(')
    return nextParent !== 'Arguments' && nextParent !== 'Parameters' && lastParent !== 'Unary';
  if (next.text === '[') return nextParent !== 'History';
  if (next.node.name === 'IncrementOperator') return false;
  const isSign = lastParent === 'Unary' && /^[-+!]$/.test(last.text);
  return !isSign || (last.text !== '!' && last.text === next.text);
}

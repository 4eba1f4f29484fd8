import type { SyntaxNode, Tree } from '@lezer/common';
import type { QuickFix } from './diagnostic';
import type { DiagnosticCode, DiagnosticParams } from './messages';
import type { Repaired } from './repair';
import type { Reporter, Span } from './reporter';

/** Words of other languages, with what is written here instead. */
const FOREIGN_WORDS: ReadonlyMap<string, string> = new Map([
  ['for', 'A script runs once per bar by itself; use an indicator for a window of bars.'],
  ['while', 'A script runs once per bar by itself; use an indicator for a window of bars.'],
  ['do', 'A script runs once per bar by itself.'],
  ['class', 'Name values with const.'],
  ['switch', 'Use if and else, or condition ? a : b.'],
  ['then', 'Write if (condition) and then the order.'],
  ['elif', 'Write else if (condition).'],
  ['import', 'All indicators are available by name.'],
  ['export', 'Plot a value to see it.'],
  ['and', 'Write && instead.'],
  ['or', 'Write || instead.'],
  ['not', 'Write ! instead.'],
]);

const ARROW = 'Write function name(a, b) { return value }.';

const OPERATOR_WORDS: ReadonlyMap<string, string> = new Map([
  ['and', '&&'],
  ['or', '||'],
  ['not', '!'],
]);

const CLOSERS: ReadonlyMap<string, DiagnosticParams['closing_missing']> = new Map([
  ['Arguments', { closer: ')', name: 'parenthesis' }],
  ['Parenthesized', { closer: ')', name: 'parenthesis' }],
  ['Condition', { closer: ')', name: 'parenthesis' }],
  ['History', { closer: ']', name: 'bracket' }],
  ['Options', { closer: '}', name: 'brace' }],
  ['Block', { closer: '}', name: 'brace' }],
]);

const CLOSING_BRACKETS: ReadonlyMap<string, string> = new Map([
  [')', 'closing parenthesis'],
  [']', 'closing bracket'],
  ['}', 'closing brace'],
]);

/** `for`, `and`, …: they parse as names, so what follows from them is noise. */
export function reportForeignWords(names: readonly Span[], repaired: Repaired, reporter: Reporter): void {
  const errors = new SyntaxErrors(repaired, reporter);
  for (const name of names) errors.foreignWord(name);
}

/** Turns the parser's recovery points into diagnostics: the first of each line, in words. */
export function reportSyntaxErrors(tree: Tree, repaired: Repaired, reporter: Reporter): void {
  const errors = new SyntaxErrors(repaired, reporter);
  tree.iterate({
    enter(ref) {
      if (ref.type.isError) errors.recovery(ref.node);
    },
  });
}

class SyntaxErrors {
  readonly #text: string;
  readonly #repaired: Repaired;
  readonly #reporter: Reporter;

  constructor(repaired: Repaired, reporter: Reporter) {
    this.#text = repaired.text;
    this.#repaired = repaired;
    this.#reporter = reporter;
  }

  foreignWord(name: Span): void {
    const word = this.#text.slice(name.from, name.to);
    const instead = FOREIGN_WORDS.get(word);
    if (instead === undefined) return;
    const operator = OPERATOR_WORDS.get(word);
    const fix = operator === undefined ? null : replace(name, `Use ${operator}`, operator);
    this.#report('not_in_language', name, { word, instead }, fix);
  }

  recovery(node: SyntaxNode): void {
    if (node.from === node.to) this.#missing(node);
    else this.#unexpected(node);
  }

  #unexpected(node: SyntaxNode): void {
    const text = this.#text.slice(node.from, node.to);
    if (text.startsWith('>') && this.#text[node.from - 1] === '=') {
      return this.#report('not_in_language', node, { word: '=>', instead: ARROW });
    }
    if (text === ':' && node.prevSibling?.name === 'VariableName')
      return this.#report('braces_missing', node, {});
    const isSecondValue = node.parent?.name === 'Arguments' && node.prevSibling?.type.is('Expression');
    if (isSecondValue && /^[\w$'"]/.test(text))
      return this.#commaMissing(endOfText(this.#text, node.from), node.from);
    const closer = CLOSING_BRACKETS.get(text);
    if (closer !== undefined) {
      return this.#report(
        'text_unexpected',
        node,
        { text: `this ${closer}` },
        replace(node, 'Remove it', ''),
      );
    }
    this.#report('text_unexpected', node, { text: quoted(this.#reporter.textOf(this.#original(node))) });
  }

  /** Something is absent at an empty recovery point; its parent says what. */
  #missing(node: SyntaxNode): void {
    const { parent } = node;
    const end = endOfText(this.#text, node.from);
    switch (parent?.name) {
      case 'Declaration':
        return this.#inDeclaration(node, parent, end);
      case 'VariableDefinition':
        return this.#nameMissing(parent.parent ?? parent);
      case 'Option':
        return this.#inOption(parent, end);
      case 'If':
      case 'Body':
      case 'Else':
        return this.#inIf(parent);
      case 'Conditional':
        if (!parent.getChild('?')) return this.#commaMissing(end, node.from);
        if (!parent.getChild(':'))
          return this.#report('choice_incomplete', { from: parent.from, to: end }, {});
    }
    if (parent?.name === 'Arguments' && parent.firstChild?.type.isError)
      return this.#commaMissing(end, node.from);
    const closing = parent ? CLOSERS.get(parent.name) : undefined;
    if (!parent || !closing || operatorBefore(this.#text, end) !== null) return this.#valueMissing(end);
    this.#listBroken(node, parent, end, closing);
  }

  /** A comma or the closer is missing: what follows on the same line tells which. */
  #listBroken(
    node: SyntaxNode,
    parent: SyntaxNode,
    end: number,
    closing: DiagnosticParams['closing_missing'],
  ): void {
    const isList = parent.name === 'Arguments' || parent.name === 'Options';
    const goesOn =
      /^[\w$.'"]/.test(this.#text.slice(node.from)) && !this.#text.slice(end, node.from).includes('\n');
    if (isList && goesOn) return this.#commaMissing(end, node.from);
    this.#report(
      'closing_missing',
      { from: end, to: end },
      closing,
      insert(end, `Add ${closing.closer}`, closing.closer),
    );
  }

  #commaMissing(end: number, next: number): void {
    const before = /^[\w$.]+|^\S/.exec(this.#text.slice(next))?.[0] ?? '';
    this.#report(
      'comma_missing',
      { from: end, to: end },
      { before: quoted(before) },
      insert(end, 'Add a comma', ','),
    );
  }

  #inDeclaration(node: SyntaxNode, parent: SyntaxNode, end: number): void {
    const name = parent.getChild('VariableDefinition')?.getChild('Name');
    if (!name) return this.#nameMissing(parent);
    const equals = parent.getChild('=');
    if (equals && equals.from < node.from) return this.#valueMissing(end);
    this.#report('equals_missing', name, { name: this.#text.slice(name.from, name.to) });
  }

  #nameMissing(declaration: SyntaxNode): void {
    const keyword = declaration.getChild('DeclarationKeyword') ?? declaration;
    this.#report('name_missing', keyword, { keyword: this.#text.slice(keyword.from, keyword.to) });
  }

  #inOption(parent: SyntaxNode, end: number): void {
    const name = parent.getChild('PropertyName');
    if (!name || parent.getChild(':')) return this.#valueMissing(end);
    const option = this.#text.slice(name.from, name.to);
    this.#report('colon_missing', name, { option }, insert(name.to, 'Add a colon', ':'));
  }

  #inIf(parent: SyntaxNode): void {
    const owner = parent.name === 'Body' ? (parent.parent ?? parent) : parent;
    const keyword = owner.name === 'Else' ? 'else' : 'if';
    const span = { from: owner.from, to: owner.from + keyword.length };
    if (parent.name === 'If' && !parent.getChild('Condition'))
      return this.#report('parentheses_missing', span, {});
    this.#report('statement_missing', span, { keyword });
  }

  #valueMissing(end: number): void {
    const before = operatorBefore(this.#text, end) ?? wordBefore(this.#text, end);
    this.#report('value_missing', { from: end - before.length, to: end }, { after: quoted(before) });
  }

  #report<C extends DiagnosticCode>(
    code: C,
    span: Span,
    params: DiagnosticParams[C],
    fix: QuickFix | null = null,
  ): void {
    const back = fix && { ...fix, ...this.#original(fix) };
    this.#reporter.reportSyntax(code, this.#original(span), params, back);
  }

  #original({ from, to }: Span): Span {
    return { from: this.#repaired.original(from), to: this.#repaired.original(to) };
  }
}

const replace = ({ from, to }: Span, label: string, text: string): QuickFix => ({
  label,
  from,
  to,
  insert: text,
});

const insert = (at: number, label: string, text: string): QuickFix => ({
  label,
  from: at,
  to: at,
  insert: text,
});

/** Words as they are; signs in quotes, so that they stand out of the sentence. */
const quoted = (text: string): string => (/^\w+$/.test(text) ? text : text === '' ? 'this' : `'${text}'`);

/** End of the last text before a position: white space is skipped backwards. */
function endOfText(text: string, position: number): number {
  let end = position;
  while (end > 0 && /\s/.test(text[end - 1] ?? '')) end--;
  return end;
}

const operatorBefore = (text: string, end: number): string | null =>
  /(?:[=!<>]=?=?|&&|\|\||[-+*/%?:,.([{])$/.exec(text.slice(Math.max(0, end - 3), end))?.[0] ?? null;

const wordBefore = (text: string, end: number): string =>
  /\S{1,20}$/.exec(text.slice(Math.max(0, end - 20), end))?.[0] ?? '';

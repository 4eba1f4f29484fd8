import type { SyntaxNode, Tree } from '@lezer/common';
import type { Reporter, Span } from './reporter';

/** Words of other languages, with what is written here instead. */
const FOREIGN_WORDS: ReadonlyMap<string, string> = new Map([
  ['for', 'A script runs once per bar by itself; use an indicator for a window of bars.'],
  ['while', 'A script runs once per bar by itself; use an indicator for a window of bars.'],
  ['do', 'A script runs once per bar by itself.'],
  ['function', 'Name values with const; functions of your own are not supported.'],
  ['return', 'Name values with const; functions of your own are not supported.'],
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

const OPERATOR_WORDS: Readonly<Record<string, string>> = { and: '&&', or: '||', not: '!' };

const CLOSERS: Readonly<Record<string, { closer: string; name: string }>> = {
  Arguments: { closer: ')', name: 'parenthesis' },
  Parenthesized: { closer: ')', name: 'parenthesis' },
  Condition: { closer: ')', name: 'parenthesis' },
  History: { closer: ']', name: 'bracket' },
  Options: { closer: '}', name: 'brace' },
  Block: { closer: '}', name: 'brace' },
};

const CLOSING_BRACKETS: Readonly<Record<string, string>> = {
  ')': 'closing parenthesis',
  ']': 'closing bracket',
  '}': 'closing brace',
};

/** Turns the parser's recovery points into diagnostics: the first of each line, in words. */
export function reportSyntaxErrors(tree: Tree, source: string, reporter: Reporter): void {
  reportForeignWords(tree, source, reporter);
  tree.iterate({
    enter(ref) {
      if (ref.name === 'UnterminatedString') {
        const quote = source[ref.from] ?? "'";
        const fix = { label: 'Close the text', from: ref.to, to: ref.to, insert: quote };
        reporter.reportSyntax('quote_missing', ref, { quote }, fix);
      }
      if (ref.type.isError) reportError(ref.node, source, reporter);
    },
  });
}

/** `for`, `and`, …: they parse as names, so what follows from them is noise. */
function reportForeignWords(tree: Tree, source: string, reporter: Reporter): void {
  tree.iterate({
    enter(ref) {
      if (ref.name !== 'Name' || ref.node.parent?.name === 'PropertyName') return;
      const word = source.slice(ref.from, ref.to);
      const instead = FOREIGN_WORDS.get(word);
      if (instead === undefined) return;
      const operator = OPERATOR_WORDS[word];
      const fix = operator
        ? { label: `Use ${operator}`, from: ref.from, to: ref.to, insert: operator }
        : null;
      reporter.reportSyntax('not_in_language', ref, { word, instead }, fix);
    },
  });
}

function reportError(node: SyntaxNode, source: string, reporter: Reporter): void {
  const text = source.slice(node.from, node.to);
  if (node.from === node.to) return reportMissing(node, source, reporter);
  if (text.startsWith('/*')) return reporter.reportSyntax('comment_unclosed', node, {});
  const closer = CLOSING_BRACKETS[text];
  const shown = closer ? `this ${closer}` : reporter.textOf(node);
  const fix = closer ? { label: 'Remove it', from: node.from, to: node.to, insert: '' } : null;
  reporter.reportSyntax('text_unexpected', node, { text: shown }, fix);
}

/** Something is absent at an empty recovery point; its parent says what. */
function reportMissing(node: SyntaxNode, source: string, reporter: Reporter): void {
  const parent = node.parent;
  const end = endOfText(source, node.from);
  const at: Span = { from: end, to: end };
  const next = /^\s*([A-Za-z0-9_$.'"]+)/.exec(source.slice(node.from));
  switch (parent?.name) {
    case 'Declaration':
      return reportInDeclaration(node, parent, source, reporter, at);
    case 'VariableDefinition': {
      const keyword = wordBefore(source, end);
      return reporter.reportSyntax('name_missing', wordSpan(end, keyword), { keyword });
    }
    case 'Option':
      return reportInOption(parent, source, reporter, at);
    case 'If':
    case 'Body':
    case 'Else': {
      const keyword = parent.name === 'If' && !parent.getChild('Condition');
      if (keyword)
        return reporter.reportSyntax('parentheses_missing', { from: parent.from, to: parent.from + 2 }, {});
      const word = parent.name === 'Else' || parent.parent?.name === 'Else' ? 'else' : 'if';
      return reporter.reportSyntax('statement_missing', wordSpan(end, wordBefore(source, end)), {
        keyword: word,
      });
    }
  }
  const closing = parent ? CLOSERS[parent.name] : undefined;
  if (!closing || operatorBefore(source, end) !== null) return reportValueMissing(source, reporter, at);
  const sameLine = next && !source.slice(node.from, node.from + next[0].length).includes('\n');
  if (sameLine && parent?.name !== 'Block' && parent?.name !== 'Condition') {
    return reporter.reportSyntax(
      'comma_missing',
      at,
      { before: next[1] ?? '' },
      { label: 'Add a comma', ...at, insert: ',' },
    );
  }
  reporter.reportSyntax('closing_missing', at, closing, {
    label: `Add ${closing.closer}`,
    ...at,
    insert: closing.closer,
  });
}

function reportInDeclaration(
  node: SyntaxNode,
  parent: SyntaxNode,
  source: string,
  reporter: Reporter,
  at: Span,
): void {
  const name = parent.getChild('VariableDefinition')?.getChild('Name');
  if (!name) {
    const keyword = source.slice(parent.from, parent.to).split(/\s/)[0] ?? 'const';
    return reporter.reportSyntax(
      'name_missing',
      { from: parent.from, to: parent.from + keyword.length },
      { keyword },
    );
  }
  const hasEquals = parent.getChild('=') !== null && (parent.getChild('=')?.from ?? 0) < node.from;
  if (hasEquals) return reportValueMissing(source, reporter, at);
  reporter.reportSyntax('equals_missing', name, { name: source.slice(name.from, name.to) });
}

function reportInOption(parent: SyntaxNode, source: string, reporter: Reporter, at: Span): void {
  const name = parent.getChild('PropertyName');
  if (!name || parent.getChild(':')) return reportValueMissing(source, reporter, at);
  const option = source.slice(name.from, name.to);
  reporter.reportSyntax(
    'colon_missing',
    name,
    { option },
    { label: 'Add a colon', from: name.to, to: name.to, insert: ':' },
  );
}

function reportValueMissing(source: string, reporter: Reporter, at: Span): void {
  const operator = operatorBefore(source, at.from) ?? wordBefore(source, at.from);
  reporter.reportSyntax('value_missing', wordSpan(at.from, operator), {
    after: operator === '' ? 'this' : operator,
  });
}

/** End of the last text before a position: white space is skipped backwards. */
function endOfText(source: string, position: number): number {
  let end = position;
  while (end > 0 && /\s/.test(source[end - 1] ?? '')) end--;
  return end;
}

const operatorBefore = (source: string, end: number): string | null =>
  /(?:[=!<>]=?=?|&&|\|\||[-+*/%?:,.([{])$/.exec(source.slice(Math.max(0, end - 3), end))?.[0] ?? null;

const wordBefore = (source: string, end: number): string =>
  /\S{1,20}$/.exec(source.slice(Math.max(0, end - 20), end))?.[0] ?? '';

const wordSpan = (end: number, word: string): Span => ({ from: end - word.length, to: end });

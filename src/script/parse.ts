import type { SyntaxNode } from '@lezer/common';
import type { Call, Expression, Identifier, Options, Statement } from './ast';
import { SCRIPT_LIMITS } from './limits';
import type { BinaryOperator, UnaryOperator } from './plan';
import type { Reporter, Span } from './reporter';
import { repair, type Repaired } from './repair';
import { parser } from './strategy.grammar';
import { reportSyntaxErrors } from './syntax-errors';

const BINARY_OPERATORS: Readonly<Record<string, BinaryOperator>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'div',
  '%': 'mod',
  '<': 'lt',
  '<=': 'le',
  '>': 'gt',
  '>=': 'ge',
  '==': 'eq',
  '===': 'eq',
  '!=': 'ne',
  '!==': 'ne',
  '&&': 'and',
  '||': 'or',
};

const UNARY_OPERATORS: Readonly<Record<string, UnaryOperator | 'plus'>> = {
  '-': 'neg',
  '+': 'plus',
  '!': 'not',
};

/** Reads a text into statements, reporting what cannot be read. Never throws; always ends. */
export function parse(source: string, reporter: Reporter): readonly Statement[] {
  const repaired = repair(source, reporter);
  const tree = parser.parse(repaired.text);
  reportSyntaxErrors(tree, repaired, reporter);
  const reader = new Reader(repaired, reporter);
  return reader.statements(tree.topNode);
}

/** Turns the concrete tree into statements and expressions; stops at the depth limit. */
class Reader {
  readonly #repaired: Repaired;
  readonly #reporter: Reporter;
  #depth = 0;

  constructor(repaired: Repaired, reporter: Reporter) {
    this.#repaired = repaired;
    this.#reporter = reporter;
  }

  statements(parent: SyntaxNode): readonly Statement[] {
    return childrenOf(parent, 'Statement').map((node) => this.#statement(node));
  }

  #statement(node: SyntaxNode): Statement {
    const span = this.#spanOf(node);
    return this.#nested(span, { kind: 'nothing', ...span }, (): Statement => {
      switch (node.name) {
        case 'Declaration':
          return this.#declaration(node, span);
        case 'If':
          return this.#if(node, span);
        case 'FunctionDeclaration':
          return this.#function(node, span);
        case 'Return':
          return {
            kind: 'return',
            value: this.#expression(node.getChild('Expression'), endOf(span)),
            ...span,
          };
        case 'Block':
          return { kind: 'block', body: this.statements(node), ...span };
        case 'Assignment':
        case 'Increment':
          return this.#assignment(node, span);
        case 'ExpressionStatement':
          return {
            kind: 'expression',
            value: this.#expression(childrenOf(node, 'Expression')[0], span),
            ...span,
          };
        default:
          return { kind: 'nothing', ...span };
      }
    });
  }

  #declaration(node: SyntaxNode, span: Span): Statement {
    const keyword = this.#identifier(node.getChild('DeclarationKeyword'), span);
    const name = this.#identifier(node.getChild('VariableDefinition')?.getChild('Name') ?? null, span);
    const value = this.#expression(node.getChild('Expression'), { from: span.to, to: span.to });
    return { kind: 'declare', keyword, name, value, ...span };
  }

  #function(node: SyntaxNode, span: Span): Statement {
    const block = node.getChild('Block');
    const parameters = node.getChild('Parameters')?.getChildren('Parameter') ?? [];
    return {
      kind: 'function',
      name: this.#identifier(node.getChild('FunctionName')?.getChild('Name') ?? null, span),
      parameters: parameters.map((parameter) => this.#identifier(parameter.getChild('Name'), span)),
      body: block ? this.statements(block) : [],
      ...span,
    };
  }

  /** `x = a`, `x += a` and `x++`, which is `x += 1`. */
  #assignment(node: SyntaxNode, span: Span): Statement {
    const [target, value] = childrenOf(node, 'Expression');
    const sign = node.getChild('AssignmentOperator') ?? node.getChild('IncrementOperator');
    const operator = sign ? (BINARY_OPERATORS[this.#text(sign).charAt(0)] ?? null) : null;
    const isIncrement = node.name === 'Increment';
    return {
      kind: 'assign',
      target: this.#expression(target, span),
      operator,
      value: isIncrement
        ? { kind: 'number', value: 1, ...endOf(span) }
        : this.#expression(value, endOf(span)),
      ...span,
    };
  }

  #if(node: SyntaxNode, span: Span): Statement {
    const condition = node.getChild('Condition');
    const body = (parent: SyntaxNode | null): Statement | null => {
      const statement = parent?.getChild('Body')?.getChild('Statement');
      return statement ? this.#statement(statement) : null;
    };
    return {
      kind: 'if',
      test: this.#expression(condition?.getChild('Expression'), condition ? this.#spanOf(condition) : span),
      yes: body(node) ?? { kind: 'nothing', ...span },
      no: body(node.getChild('Else')),
      ...span,
    };
  }

  #expression(node: SyntaxNode | null | undefined, around: Span): Expression {
    if (!node) return { kind: 'missing', ...around };
    const span = this.#spanOf(node);
    return this.#nested(span, { kind: 'missing', ...span }, () => this.#read(node, span));
  }

  #read(node: SyntaxNode, span: Span): Expression {
    const operand = (i: number): Expression =>
      this.#expression(childrenOf(node, 'Expression')[i], endOf(span));
    switch (node.name) {
      case 'Number':
        return { kind: 'number', value: Number(this.#text(node).replaceAll('_', '')), ...span };
      case 'String':
        return { kind: 'string', text: unquote(this.#text(node)), ...span };
      case 'Boolean':
        return { kind: 'bool', value: this.#text(node) === 'true', ...span };
      case 'VariableName':
        return { kind: 'name', name: this.#text(node), ...span };
      case 'Parenthesized':
        return operand(0);
      case 'Unary':
        return {
          kind: 'unary',
          operator: UNARY_OPERATORS[this.#repaired.text[node.from] ?? ''] ?? 'plus',
          of: operand(0),
          ...span,
        };
      case 'Binary':
        return this.#binary(node, span);
      case 'Conditional':
        return { kind: 'conditional', test: operand(0), yes: operand(1), no: operand(2), ...span };
      case 'Call':
        return this.#call(node, span);
      case 'Member':
        return {
          kind: 'member',
          of: operand(0),
          name: this.#identifier(node.getChild('PropertyName'), endOf(span)),
          ...span,
        };
      case 'History':
        return { kind: 'history', of: operand(0), index: operand(1), ...span };
      default:
        return { kind: 'missing', ...span };
    }
  }

  #binary(node: SyntaxNode, span: Span): Expression {
    const [left, right] = childrenOf(node, 'Expression');
    const sign = childrenOf(node).find((child) => OPERATOR_NODES.has(child.name));
    const symbol = sign ? this.#text(sign) : '';
    const operator = BINARY_OPERATORS[symbol];
    if (!operator) return { kind: 'missing', ...span };
    const end = endOf(span);
    return {
      kind: 'binary',
      operator,
      symbol,
      left: this.#expression(left, end),
      right: this.#expression(right, end),
      ...span,
    };
  }

  #call(node: SyntaxNode, span: Span): Call {
    const list = node.getChild('Arguments');
    const options = list?.getChildren('Options') ?? [];
    const last = list?.lastChild;
    return {
      kind: 'call',
      callee: this.#expression(node.getChild('Expression'), span),
      args: (list ? childrenOf(list, 'Expression') : []).map((child) => this.#expression(child, span)),
      options: options[0] ? this.#options(options[0]) : null,
      close: last?.name === ')' ? this.#repaired.original(last.from) : span.to,
      ...span,
    };
  }

  #options(node: SyntaxNode): Options {
    const entries = node.getChildren('Option').map((option) => {
      const end = endOf(this.#spanOf(option));
      return {
        name: this.#identifier(option.getChild('PropertyName'), end),
        value: this.#expression(option.getChild('Expression'), end),
      };
    });
    return { entries, ...this.#spanOf(node) };
  }

  #identifier(node: SyntaxNode | null, around: Span): Identifier {
    return node ? { name: this.#text(node), ...this.#spanOf(node) } : { name: '', ...around };
  }

  #spanOf(node: SyntaxNode): Span {
    return { from: this.#repaired.original(node.from), to: this.#repaired.original(node.to) };
  }

  #text(node: SyntaxNode): string {
    return this.#repaired.text.slice(node.from, node.to);
  }

  #nested<T>(span: Span, otherwise: T, read: () => T): T {
    if (this.#depth >= SCRIPT_LIMITS.depth) {
      this.#reporter.reportSyntax('script_too_deep', span, { limit: SCRIPT_LIMITS.depth });
      return otherwise;
    }
    this.#depth++;
    try {
      return read();
    } finally {
      this.#depth--;
    }
  }
}

const OPERATOR_NODES: ReadonlySet<string> = new Set(['Times', 'Plus', 'Compare', 'Equal', 'And', 'Or']);

const endOf = (span: Span): Span => ({ from: span.to, to: span.to });

/** Children of a node, of one group of node types when it is named; error nodes are left out. */
function childrenOf(node: SyntaxNode, group?: string): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!child.type.isError && (group === undefined || child.type.is(group))) found.push(child);
  }
  return found;
}

const unquote = (text: string): string => text.slice(1, -1).replace(/\\([\s\S])/g, '$1');

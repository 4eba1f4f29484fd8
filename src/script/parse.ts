import type { Tree } from '@lezer/common';
import type { Call, Expression, Identifier, Options, Statement } from './ast';
import { childOf, childrenOf, concreteTree, type ConcreteNode, type ConcreteTree } from './concrete-tree';
import { SCRIPT_LIMITS } from './limits';
import type { BinaryOperator, UnaryOperator } from './plan';
import type { Reporter, Span } from './reporter';
import { repair, type Repaired } from './repair';
import { parser } from './strategy.grammar';
import { reportForeignWords, reportSyntaxErrors } from './syntax-errors';

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

/**
 * Reads a text into statements, reporting what cannot be read. Never throws; always ends.
 *
 * @param known  tree of exactly this text; one with mistakes is not taken, as a parser that goes on from an
 *               earlier text may recover from them in another way
 */
export function parse(source: string, reporter: Reporter, known?: Tree): readonly Statement[] {
  const repaired = repair(source, reporter);
  const { tree, root, names, hasErrors } = treeOf(repaired, repaired.text === source ? known : undefined);
  reportForeignWords(names, repaired, reporter);
  if (hasErrors) reportSyntaxErrors(tree, repaired, reporter);
  return new Reader(repaired, reporter).statements(root);
}

function treeOf({ text }: Repaired, known: Tree | undefined): ConcreteTree {
  const given = known && concreteTree(known);
  return given?.hasErrors === false ? given : concreteTree(parser.parse(text));
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

  statements(parent: ConcreteNode): readonly Statement[] {
    return childrenOf(parent, 'Statement').map((node) => this.#statement(node));
  }

  #statement(node: ConcreteNode): Statement {
    const span = this.#spanOf(node);
    if (!this.#goesDeeper(span)) return { kind: 'nothing', from: span.from, to: span.to };
    const statement = this.#readStatement(node, span);
    this.#depth--;
    return statement;
  }

  #readStatement(node: ConcreteNode, span: Span): Statement {
    const { from, to } = span;
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
          value: this.#expression(childOf(node, 'Expression'), endOf(span)),
          from,
          to,
        };
      case 'Block':
        return { kind: 'block', body: this.statements(node), from, to };
      case 'Assignment':
      case 'Increment':
        return this.#assignment(node, span);
      case 'ExpressionStatement':
        return { kind: 'expression', value: this.#expression(childOf(node, 'Expression'), span), from, to };
      default:
        return { kind: 'nothing', from, to };
    }
  }

  #declaration(node: ConcreteNode, span: Span): Statement {
    const { from, to } = span;
    const keyword = this.#identifier(childOf(node, 'DeclarationKeyword'), span);
    const name = this.#identifier(childOf(childOf(node, 'VariableDefinition'), 'Name'), span);
    const value = this.#expression(childOf(node, 'Expression'), endOf(span));
    return { kind: 'declare', keyword, name, value, from, to };
  }

  #function(node: ConcreteNode, span: Span): Statement {
    const { from, to } = span;
    const block = childOf(node, 'Block');
    const parameters = childrenOf(childOf(node, 'Parameters'), 'Parameter');
    return {
      kind: 'function',
      name: this.#identifier(childOf(childOf(node, 'FunctionName'), 'Name'), span),
      parameters: parameters.map((parameter) => this.#identifier(childOf(parameter, 'Name'), span)),
      body: block ? this.statements(block) : [],
      from,
      to,
    };
  }

  /** `x = a`, `x += a` and `x++`, which is `x += 1`. */
  #assignment(node: ConcreteNode, span: Span): Statement {
    const { from, to } = span;
    const [target, value] = childrenOf(node, 'Expression');
    const sign = childOf(node, 'AssignmentOperator') ?? childOf(node, 'IncrementOperator');
    const operator = sign ? (BINARY_OPERATORS[this.#text(sign).charAt(0)] ?? null) : null;
    const isIncrement = node.name === 'Increment';
    return {
      kind: 'assign',
      target: this.#expression(target, span),
      operator,
      value: isIncrement
        ? { kind: 'number', value: 1, ...endOf(span) }
        : this.#expression(value, endOf(span)),
      from,
      to,
    };
  }

  #if(node: ConcreteNode, span: Span): Statement {
    const { from, to } = span;
    const condition = childOf(node, 'Condition');
    const body = (parent: ConcreteNode | undefined): Statement | null => {
      const statement = childOf(childOf(parent, 'Body'), 'Statement');
      return statement ? this.#statement(statement) : null;
    };
    return {
      kind: 'if',
      test: this.#expression(childOf(condition, 'Expression'), condition ? this.#spanOf(condition) : span),
      yes: body(node) ?? { kind: 'nothing', from, to },
      no: body(childOf(node, 'Else')),
      from,
      to,
    };
  }

  #expression(node: ConcreteNode | undefined, around: Span): Expression {
    if (!node) return { kind: 'missing', from: around.from, to: around.to };
    const span = this.#spanOf(node);
    if (!this.#goesDeeper(span)) return { kind: 'missing', from: span.from, to: span.to };
    const expression = this.#readExpression(node, span);
    this.#depth--;
    return expression;
  }

  #readExpression(node: ConcreteNode, span: Span): Expression {
    const { from, to } = span;
    switch (node.name) {
      case 'Number':
        return { kind: 'number', value: Number(this.#text(node).replaceAll('_', '')), from, to };
      case 'String':
        return { kind: 'string', text: unquote(this.#text(node)), from, to };
      case 'Boolean':
        return { kind: 'bool', value: this.#text(node) === 'true', from, to };
      case 'VariableName':
        return { kind: 'name', name: this.#text(node), from, to };
      case 'Parenthesized':
        return this.#expression(childOf(node, 'Expression'), endOf(span));
      case 'Unary':
        return this.#unary(node, span);
      case 'Binary':
        return this.#binary(node, span);
      case 'Conditional':
        return this.#conditional(node, span);
      case 'Call':
        return this.#call(node, span);
      case 'Member': {
        const of = this.#expression(childOf(node, 'Expression'), endOf(span));
        return {
          kind: 'member',
          of,
          name: this.#identifier(childOf(node, 'PropertyName'), endOf(span)),
          from,
          to,
        };
      }
      case 'History': {
        const [of, index] = childrenOf(node, 'Expression');
        const end = endOf(span);
        return {
          kind: 'history',
          of: this.#expression(of, end),
          index: this.#expression(index, end),
          from,
          to,
        };
      }
      default:
        return { kind: 'missing', from, to };
    }
  }

  #unary(node: ConcreteNode, span: Span): Expression {
    const { from, to } = span;
    const operator = UNARY_OPERATORS[this.#repaired.text[node.from] ?? ''] ?? 'plus';
    const of = this.#expression(childOf(node, 'Expression'), endOf(span));
    return { kind: 'unary', operator, of, from, to };
  }

  #binary(node: ConcreteNode, span: Span): Expression {
    const { from, to } = span;
    const sign = node.children.find((child) => OPERATOR_NODES.has(child.name));
    const symbol = sign ? this.#text(sign) : '';
    const operator = BINARY_OPERATORS[symbol];
    if (!operator) return { kind: 'missing', from, to };
    const [first, second] = childrenOf(node, 'Expression');
    const end = endOf(span);
    const left = this.#expression(first, end);
    const right = this.#expression(second, end);
    return { kind: 'binary', operator, symbol, left, right, from, to };
  }

  #conditional(node: ConcreteNode, span: Span): Expression {
    const { from, to } = span;
    const end = endOf(span);
    const [first, second, third] = childrenOf(node, 'Expression');
    const test = this.#expression(first, end);
    const yes = this.#expression(second, end);
    const no = this.#expression(third, end);
    return { kind: 'conditional', test, yes, no, from, to };
  }

  #call(node: ConcreteNode, span: Span): Call {
    const { from, to } = span;
    const list = childOf(node, 'Arguments');
    const options = childOf(list, 'Options');
    const last = list?.children.at(-1);
    return {
      kind: 'call',
      callee: this.#expression(childOf(node, 'Expression'), span),
      args: childrenOf(list, 'Expression').map((child) => this.#expression(child, span)),
      options: options ? this.#options(options) : null,
      close: last?.name === ')' ? this.#repaired.original(last.from) : to,
      from,
      to,
    };
  }

  #options(node: ConcreteNode): Options {
    const entries = childrenOf(node, 'Option').map((option) => {
      const end = endOf(this.#spanOf(option));
      return {
        name: this.#identifier(childOf(option, 'PropertyName'), end),
        value: this.#expression(childOf(option, 'Expression'), end),
      };
    });
    return { entries, ...this.#spanOf(node) };
  }

  #identifier(node: ConcreteNode | undefined, around: Span): Identifier {
    const { from, to } = node ? this.#spanOf(node) : around;
    return { name: node ? this.#text(node) : '', from, to };
  }

  #spanOf(node: ConcreteNode): Span {
    return { from: this.#repaired.original(node.from), to: this.#repaired.original(node.to) };
  }

  #text(node: ConcreteNode): string {
    return this.#repaired.text.slice(node.from, node.to);
  }

  /** Enters a statement or expression, which the caller leaves; false at the depth limit, which is told. */
  #goesDeeper(span: Span): boolean {
    if (this.#depth < SCRIPT_LIMITS.depth) {
      this.#depth++;
      return true;
    }
    this.#reporter.reportSyntax('script_too_deep', span, { limit: SCRIPT_LIMITS.depth });
    return false;
  }
}

const OPERATOR_NODES: ReadonlySet<string> = new Set(['Times', 'Plus', 'Compare', 'Equal', 'And', 'Or']);

const endOf = (span: Span): Span => ({ from: span.to, to: span.to });

const unquote = (text: string): string => text.slice(1, -1).replace(/\\([\s\S])/g, '$1');

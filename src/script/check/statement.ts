import type { Expression, Statement } from '../ast';
import type { NodeId } from '../plan';
import { KIND_WORDS } from '../values';
import { reportOutputNeeded } from './arguments';
import { checkActCall } from './call';
import { mayGoOn, type Context } from './context';
import { checkAssignment, checkDeclaration } from './declaration';
import { seriesOf } from './plot-call';
import { inScope } from './scope';

type Of<K extends Statement['kind']> = Extract<Statement, { kind: K }>;

/** Checks statements in order, inside the current scope and condition. */
export function checkStatements(context: Context, statements: readonly Statement[]): void {
  for (const statement of statements) checkStatement(context, statement);
}

function checkStatement(context: Context, statement: Statement): void {
  if (!mayGoOn(context)) return;
  switch (statement.kind) {
    case 'declare':
      return checkDeclaration(context, statement);
    case 'function':
      return checkFunctionPlace(context, statement);
    case 'return':
      return context.reporter.report('return_misplaced', statement, {});
    case 'if':
      return checkIf(context, statement);
    case 'block':
      return inScope(context, () => checkStatements(context, statement.body));
    case 'assign':
      return checkAssignment(context, statement);
    case 'expression':
      return checkBare(context, statement.value);
    case 'nothing':
      return;
  }
}

/** Functions are known before the first line (`declareFunctions`), those on top level only. */
function checkFunctionPlace(context: Context, { name }: Of<'function'>): void {
  const isTop = context.scopes.length === 1 && context.when === null && context.calls.length === 0;
  if (!isTop) context.reporter.report('top_level_only', name, { name: 'function' });
}

function checkIf(context: Context, { test, yes, no }: Of<'if'>): void {
  const node = readCondition(context, test);
  const reason = conditionText(context, test);
  under(context, node, reason, () => checkStatement(context, yes));
  if (!no) return;
  under(context, context.builder.unary('not', node), `!(${reason})`, () => checkStatement(context, no));
}

/** Node of a condition; after a mistake one that never holds, so that its orders are still checked. */
function readCondition(context: Context, test: Expression): NodeId {
  const { builder, reporter } = context;
  const value = context.evaluate(test);
  if (value.kind === 'bool') {
    if (builder.rateOf(value.node) === 'column' && context.calls.length === 0) {
      context.lenses.push(seriesOf(context, conditionText(context, test), value.node, 'bool', test));
    }
    return value.node;
  }
  if (value.kind === 'record') reportOutputNeeded(context, test, value);
  else if (value.kind !== 'unknown')
    reporter.report('condition_not_bool', test, { actual: KIND_WORDS[value.kind] });
  return builder.constant(0);
}

const conditionText = (context: Context, test: Expression): string =>
  context.source.slice(test.from, test.to).replace(/\s+/g, ' ');

/** Walks a branch with its condition joined to those around it. */
function under(context: Context, node: NodeId, reason: string, walk: () => void): void {
  const outer = context.when;
  context.when = outer
    ? { node: context.builder.binary('and', outer.node, node), reason: `${outer.reason} && ${reason}` }
    : { node, reason };
  context.branches.push(node);
  inScope(context, walk);
  context.branches.pop();
  context.when = outer;
}

/** A statement that is only an expression: an order, a plot, or something without effect. */
function checkBare(context: Context, expression: Expression): void {
  const value = expression.kind === 'call' ? checkActCall(context, expression) : context.evaluate(expression);
  if (value.kind === 'nothing' || value.kind === 'unknown') return;
  context.reporter.report('statement_without_effect', expression, {
    text: context.reporter.textOf(expression),
  });
}

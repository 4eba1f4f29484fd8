import type { Expression, Statement } from '../ast';
import { isReserved } from '../names';
import type { NodeId } from '../plan';
import { KIND_WORDS, UNKNOWN, type Value } from '../values';
import { reportOutputNeeded } from './arguments';
import { checkActCall } from './call';
import { findDeclared, type Context, type Declared } from './context';
import { seriesOf } from './plot-call';

type Of<K extends Statement['kind']> = Extract<Statement, { kind: K }>;

/** Checks statements in order, inside the current scope and condition. */
export function checkStatements(context: Context, statements: readonly Statement[]): void {
  for (const statement of statements) checkStatement(context, statement);
}

function checkStatement(context: Context, statement: Statement): void {
  switch (statement.kind) {
    case 'const':
      return checkConst(context, statement);
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

function checkConst(context: Context, { keyword, name, value: expression }: Of<'const'>): void {
  const { reporter } = context;
  if (keyword.name !== 'const' && keyword.name !== '') {
    const fix = { label: 'Use const', from: keyword.from, to: keyword.to, insert: 'const' };
    reporter.report('const_needed', keyword, { keyword: keyword.name }, fix);
  }
  const value = context.evaluate(expression);
  if (name.name === '') return;
  const scope = context.scopes.at(-1)!;
  const earlier = scope.get(name.name);
  if (isReserved(name.name)) {
    reporter.report('name_reserved', name, { name: name.name });
  } else if (earlier) {
    reporter.report('name_twice', name, { name: name.name, line: reporter.lineOf(earlier.identifier.from) });
  } else {
    scope.set(name.name, { identifier: name, value, used: false });
    addLenses(context, name, value);
  }
}

/** The value lens shows every named series. */
function addLenses(context: Context, name: Declared['identifier'], value: Value): void {
  const add = (label: string, node: NodeId, kind: 'number' | 'bool'): void => {
    if (context.builder.rateOf(node) === 'column')
      context.lenses.push(seriesOf(context, label, node, kind, name));
  };
  if (value.kind === 'number' || value.kind === 'bool') add(name.name, value.node, value.kind);
  if (value.kind !== 'record') return;
  value.outputs.forEach((node, i) =>
    add(`${name.name}.${value.indicator.outputs[i]?.name ?? i}`, node, 'number'),
  );
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
    if (builder.rateOf(value.node) === 'column') {
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
  inScope(context, walk);
  context.when = outer;
}

function inScope(context: Context, walk: () => void): void {
  context.scopes.push(new Map());
  walk();
  reportUnused(context, context.scopes.pop()!);
}

/** Warns of names that nothing reads. */
export function reportUnused(context: Context, scope: ReadonlyMap<string, Declared>): void {
  for (const { identifier, used, value } of scope.values()) {
    if (!used && value.kind !== 'unknown')
      context.reporter.report('const_unused', identifier, { name: identifier.name });
  }
}

function checkAssignment(context: Context, { target, value: expression }: Of<'assign'>): void {
  const value = expression ? context.evaluate(expression) : UNKNOWN;
  const isNew = target.kind === 'name' && !findDeclared(context, target.name) && !isReserved(target.name);
  if (isNew) {
    const fix = { label: 'Add const', from: target.from, to: target.from, insert: 'const ' };
    context.reporter.report('declaration_missing', target, { name: target.name }, fix);
    context.scopes.at(-1)!.set(target.name, { identifier: target, value, used: true });
    return;
  }
  context.reporter.report('const_assigned', target, { name: context.reporter.textOf(target) });
}

/** A statement that is only an expression: an order, a plot, or something without effect. */
function checkBare(context: Context, expression: Expression): void {
  const value = expression.kind === 'call' ? checkActCall(context, expression) : context.evaluate(expression);
  if (value.kind === 'nothing' || value.kind === 'unknown') return;
  context.reporter.report('statement_without_effect', expression, {
    text: context.reporter.textOf(expression),
  });
}

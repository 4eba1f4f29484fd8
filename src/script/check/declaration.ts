import type { Call, Expression, Statement } from '../ast';
import { findIndicator } from '../../indicators/catalogue';
import { isReserved } from '../names';
import type { NodeId, PlanChange, PlanVariable } from '../plan';
import { UNKNOWN, type Value } from '../values';
import { positional, named, reportKind } from './arguments';
import { findDeclared, type Context, type Declared } from './context';
import { seriesOf } from './plot-call';

type Of<K extends Statement['kind']> = Extract<Statement, { kind: K }>;

/** `const` names a value, `let` one that assignments may change, `let` with `state(…)` one that is kept from bar to bar. */
export function checkDeclaration(
  context: Context,
  { keyword, name, value: expression }: Of<'declare'>,
): void {
  const { reporter } = context;
  if (keyword.name === 'var') {
    const fix = { label: 'Use let', from: keyword.from, to: keyword.to, insert: 'let' };
    reporter.report('const_needed', keyword, { keyword: keyword.name }, fix);
  }
  const initial = keyword.name === 'const' ? null : stateCall(context, expression);
  const { value, state } = initial
    ? beginState(context, initial)
    : { value: context.evaluate(expression), state: undefined };
  if (name.name === '') return;
  const isChanging = keyword.name === 'let' || keyword.name === 'var';
  const changes: PlanChange[] = [];
  addName(context, name.name, value, isChanging ? { state: state ?? null, changes } : null);
  declare(context, {
    identifier: name,
    kind: state !== undefined ? 'state' : isChanging ? 'let' : 'const',
    value,
    used: false,
    depth: state === undefined ? context.branches.length : 0,
    source: { expression, scopes: [...context.scopes] },
    ...(state === undefined ? {} : { state }),
    ...(isChanging ? { changes } : {}),
  });
  if (context.calls.length === 0 && context.scopes.at(-1)!.get(name.name)?.identifier === name)
    addLenses(context, name, value);
}

/** Adds a name to the innermost scope, unless it is taken. */
export function declare(context: Context, declared: Declared): void {
  const { reporter } = context;
  const { identifier } = declared;
  const scope = context.scopes.at(-1)!;
  const earlier = scope.get(identifier.name);
  if (isReserved(identifier.name)) {
    reporter.report('name_reserved', identifier, { name: identifier.name });
  } else if (earlier) {
    const line = reporter.lineOf(earlier.identifier.from);
    reporter.report('name_twice', identifier, { name: identifier.name, line });
  } else {
    scope.set(identifier.name, declared);
  }
}

/** `state(initial)` when that is what an expression says. */
function stateCall(context: Context, expression: Expression): Call | null {
  if (expression.kind !== 'call' || expression.callee.kind !== 'name') return null;
  return expression.callee.name === 'state' && !findDeclared(context, 'state') ? expression : null;
}

function beginState(context: Context, call: Call): { value: Value; state?: number } {
  named(context, call.options, 'state', []);
  const [given] = positional(context, call, 'state', ['initial']);
  const initial = given ? context.evaluate(given) : UNKNOWN;
  if (!given || initial.kind === 'unknown') return { value: UNKNOWN };
  if (initial.kind !== 'number' && initial.kind !== 'bool') {
    reportKind(context, given, 'the beginning of a state', 'a number', initial);
    return { value: UNKNOWN };
  }
  if (context.frame !== 0) {
    context.reporter.report('frame_own_only', call, { text: 'state(…)' });
    return { value: UNKNOWN };
  }
  if (context.builder.rateOf(initial.node) !== 'scalar') {
    context.reporter.report('value_varies', given, { what: 'the beginning of a state' });
    return { value: UNKNOWN };
  }
  const state = context.builder.states.length;
  const node = context.builder.state(initial.node, context.frame);
  return { value: { kind: initial.kind, node }, state };
}

/** Keeps what the script calls a value. */
function addName(
  { names }: Context,
  name: string,
  value: Value,
  changing: Pick<PlanVariable, 'state' | 'changes'> | null,
): void {
  if (value.kind !== 'number' && value.kind !== 'bool') return;
  const { kind, node } = value;
  if (changing) names.variables.push({ name, kind, node, ...changing });
  else names.constants.push({ name, kind, node });
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

/** `x = value`, `x += value`, `x++`: a name of `let` gets a new meaning from here on, under the conditions around. */
export function checkAssignment(
  context: Context,
  { target, operator, value: expression }: Of<'assign'>,
): void {
  const declared = target.kind === 'name' ? findDeclared(context, target.name) : undefined;
  if (target.kind !== 'name' || !declared) return reportNotDeclared(context, target, expression);
  const given = context.evaluate(expression);
  if (declared.kind !== 'let' && declared.kind !== 'state') {
    const isConst = declared.kind === 'const' && context.calls.length === 0;
    const keyword = isConst ? keywordBefore(context, declared) : null;
    const fix = keyword && { label: 'Declare it with let', ...keyword, insert: 'let' };
    context.reporter.report('const_assigned', target, { name: target.name }, fix);
    return;
  }
  const { value: old } = declared;
  if (given.kind === 'unknown' || old.kind === 'unknown') {
    declared.value = UNKNOWN;
    return;
  }
  const isMade = operator !== null;
  if ((old.kind !== 'number' && old.kind !== 'bool') || (isMade && old.kind !== 'number')) {
    const text = context.reporter.textOf(target);
    context.reporter.report('assignment_kind', target, { name: text });
    return;
  }
  if (given.kind !== old.kind) {
    const expected = old.kind === 'number' ? 'a number' : 'true or false';
    reportKind(context, expression, `the new value of ${target.name}`, expected, given);
    return;
  }
  const { builder } = context;
  const made = operator === null ? given.node : builder.binary(operator, old.node, given.node);
  const conditions = context.branches.slice(declared.depth);
  const node = conditions.reduceRight((value, test) => builder.conditional(test, value, old.node), made);
  declared.changes?.push({ made, conditions, result: node });
  declared.value = { kind: old.kind, node };
}

function reportNotDeclared(context: Context, target: Expression, expression: Expression): void {
  const value = context.evaluate(expression);
  if (target.kind === 'name' && !isReserved(target.name) && !findIndicator(target.name)) {
    const fix = { label: 'Add const', from: target.from, to: target.from, insert: 'const ' };
    context.reporter.report('declaration_missing', target, { name: target.name }, fix);
    context.scopes.at(-1)!.set(target.name, {
      identifier: { name: target.name, from: target.from, to: target.to },
      kind: 'const',
      value,
      used: true,
      depth: context.branches.length,
      source: null,
    });
    return;
  }
  if (target.kind !== 'missing')
    context.reporter.report('const_assigned', target, { name: context.reporter.textOf(target) });
}

/** Where the keyword `const` of a declaration stands. */
function keywordBefore(context: Context, { identifier }: Declared): { from: number; to: number } | null {
  const before = /const\s+$/.exec(context.source.slice(0, identifier.from));
  return before ? { from: before.index, to: before.index + 'const'.length } : null;
}

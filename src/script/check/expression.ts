import type { Expression } from '../ast';
import { TRUTH_OPERATORS } from '../arithmetic';
import { SCRIPT_LIMITS } from '../limits';
import {
  ACCOUNT,
  CLOCK,
  LANGUAGE_NAMES,
  languageName,
  POSITION_MEMBERS,
  POSITION_TESTS,
  PRICES,
} from '../names';
import { nearestName } from '../nearest';
import type { AccountField, BinaryOperator } from '../plan';
import { UNKNOWN, type Value } from '../values';
import { nodeOf, numberOf, reportKind } from './arguments';
import { checkCall } from './call';
import { findDeclared, mayGoOn, type Context, type Declared } from './context';
import { inFrame } from './frame-call';
import { outputOf } from './indicator-call';
import { clockNode, priceNode } from './sources';
import { readWord } from './words';

type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>;

/** Value of an expression; mistakes in it are reported and give `unknown`. */
export function checkExpression(context: Context, expression: Expression): Value {
  if (!mayGoOn(context)) return UNKNOWN;
  switch (expression.kind) {
    case 'number':
      return { kind: 'number', node: context.builder.constant(expression.value) };
    case 'bool':
      return { kind: 'bool', node: context.builder.constant(expression.value ? 1 : 0) };
    case 'string':
      return { kind: 'string', text: expression.text };
    case 'name':
      return checkName(context, expression);
    case 'unary':
      return checkUnary(context, expression);
    case 'binary':
      return checkBinary(context, expression);
    case 'conditional':
      return checkConditional(context, expression);
    case 'call':
      return checkCall(context, expression);
    case 'member':
      return checkMember(context, expression);
    case 'history':
      return checkHistory(context, expression);
    case 'missing':
      return UNKNOWN;
  }
}

function checkName(context: Context, expression: Of<'name'>): Value {
  const { name } = expression;
  const declared = findDeclared(context, name);
  if (declared) {
    declared.used = true;
    return valueInFrame(context, expression, declared);
  }
  const price = PRICES.find((column) => column === name);
  if (price) return { kind: 'number', node: priceNode(context, price) };
  const clock = CLOCK.get(name);
  if (clock) return { kind: 'number', node: clockNode(context, clock) };
  const field = ACCOUNT.get(name);
  if (field) return accountValue(context, expression, field, undefined);
  if (name === 'NaN') return { kind: 'number', node: context.builder.constant(NaN) };
  if (name === 'position') {
    const fix = { label: 'Use position.size', from: expression.to, to: expression.to, insert: '.size' };
    context.reporter.report(
      'output_needed',
      expression,
      { name, outputs: POSITION_MEMBERS.map((m) => `.${m}`).join(', ') },
      fix,
    );
    return UNKNOWN;
  }
  const known = languageName(name);
  if (known) context.reporter.report('call_missing', expression, { name, signature: known.signature });
  else reportUnknownName(context, expression);
  return UNKNOWN;
}

/** A declared value; on the rows of another frame what it was declared as is read anew there. */
function valueInFrame(context: Context, at: Of<'name'>, declared: Declared): Value {
  const { value, source } = declared;
  const nodes = 'node' in value ? [value.node] : value.kind === 'record' ? value.outputs : [];
  const isHere = nodes.every((node) => {
    const frame = context.builder.frameOf[node]!;
    return frame < 0 || frame === context.frame;
  });
  if (isHere) return value;
  if (declared.kind === 'let' || declared.kind === 'state' || !source) {
    context.reporter.report('frame_own_only', at, { text: at.name });
    return UNKNOWN;
  }
  const outer = context.scopes;
  context.scopes = [...source.scopes];
  const own = context.evaluate(source.expression);
  context.scopes = outer;
  return own;
}

/** A field of the account, or of the position in another dataset's instrument. */
function accountValue(
  context: Context,
  at: Expression,
  field: AccountField,
  market: string | undefined,
): Value {
  if (context.frame !== 0) {
    context.reporter.report('frame_own_only', at, { text: context.reporter.textOf(at) });
    return UNKNOWN;
  }
  const node = context.builder.source({ op: 'account', field, ...(market === undefined ? {} : { market }) });
  return { kind: 'number', node };
}

/** A member of the position, in this instrument or in another dataset's. */
function positionMember(
  context: Context,
  at: Expression,
  name: Of<'member'>['name'],
  market: string | undefined,
): Value {
  const field = ACCOUNT.get(`position.${name.name}`);
  if (field) return accountValue(context, at, field, market);
  const comparison = POSITION_TESTS.get(name.name);
  if (!comparison) {
    reportUnknownOutput(context, name, 'position', POSITION_MEMBERS);
    return UNKNOWN;
  }
  const size = accountValue(context, at, 'positionSize', market);
  if (size.kind !== 'number') return UNKNOWN;
  const { builder } = context;
  return { kind: 'bool', node: builder.binary(comparison, size.node, builder.constant(0)) };
}

function reportUnknownName(context: Context, expression: Of<'name'>): void {
  const declared = context.scopes.flatMap((scope) => [...scope.keys()]);
  const values = LANGUAGE_NAMES.filter(({ kind }) => VALUE_KINDS.has(kind)).map(({ name }) => name);
  const nearest = nearestName(expression.name, [...declared, ...values]);
  const fix =
    nearest === null
      ? null
      : { label: `Use ${nearest}`, from: expression.from, to: expression.to, insert: nearest };
  context.reporter.report('name_unknown', expression, { name: expression.name, nearest }, fix);
}

const VALUE_KINDS: ReadonlySet<string> = new Set(['price', 'clock', 'account']);

function checkUnary(context: Context, { operator, of }: Of<'unary'>): Value {
  if (operator === 'not') {
    const node = nodeOf(context, of, 'bool', 'the value after !');
    return node === null ? UNKNOWN : { kind: 'bool', node: context.builder.unary('not', node) };
  }
  const node = numberOf(context, of, `the value after ${operator === 'neg' ? '-' : '+'}`);
  if (node === null) return UNKNOWN;
  return { kind: 'number', node: operator === 'neg' ? context.builder.unary('neg', node) : node };
}

function checkBinary(context: Context, { operator, symbol, left, right }: Of<'binary'>): Value {
  const takesBool = operator === 'and' || operator === 'or';
  const isEquality = operator === 'eq' || operator === 'ne';
  const first = context.evaluate(left);
  if (isEquality && first.kind === 'choice') return checkChoice(context, operator, first, right);
  const kind = takesBool || (isEquality && first.kind === 'bool') ? 'bool' : 'number';
  if (first.kind !== kind)
    reportKind(
      context,
      left,
      `the value before ${symbol}`,
      kind === 'bool' ? 'true or false' : 'a number',
      first,
    );
  const b = nodeOf(context, right, kind, `the value after ${symbol}`);
  if (first.kind !== kind || b === null) return UNKNOWN;
  const node = context.builder.binary(operator, first.node, b);
  return { kind: TRUTH_OPERATORS.has(operator) ? 'bool' : 'number', node };
}

/** `average == 'ema'`: the word must be one of the choices. */
function checkChoice(
  context: Context,
  operator: BinaryOperator,
  { node, choices }: Extract<Value, { kind: 'choice' }>,
  right: Expression,
): Value {
  const word = readWord(context, right, 'the choice', choices);
  if (word === null) return UNKNOWN;
  const { builder } = context;
  return { kind: 'bool', node: builder.binary(operator, node, builder.constant(choices.indexOf(word))) };
}

function checkConditional(context: Context, { test, yes, no }: Of<'conditional'>): Value {
  const condition = nodeOf(context, test, 'bool', 'the value before ?');
  const first = context.evaluate(yes);
  if (first.kind !== 'number' && first.kind !== 'bool') {
    reportKind(context, yes, 'the value after ?', 'a number', first);
    context.evaluate(no);
    return UNKNOWN;
  }
  const other = nodeOf(context, no, first.kind, 'the value after :');
  if (condition === null || other === null) return UNKNOWN;
  return { kind: first.kind, node: context.builder.conditional(condition, first.node, other) };
}

/** `data('SPX').close`: a price of another dataset, or the position in it. */
function datasetMember(context: Context, at: Expression, name: Of<'member'>['name'], data: string): Value {
  if (name.name === 'position') return { kind: 'position', market: data };
  const price = PRICES.find((column) => column === name.name);
  if (!price) {
    reportUnknownOutput(context, name, `data('${data}')`, [...PRICES, 'position']);
    return UNKNOWN;
  }
  const { interval } = context.builder.frames[context.frame]!;
  return inFrame(
    context,
    { data, interval },
    { kind: 'name', name: price, from: at.from, to: at.to },
    'value',
  );
}

function checkMember(context: Context, expression: Of<'member'>): Value {
  const { of, name } = expression;
  if (of.kind === 'name' && of.name === 'position' && !findDeclared(context, 'position'))
    return positionMember(context, expression, name, undefined);
  const value = context.evaluate(of);
  if (value.kind === 'unknown' || name.name === '') return UNKNOWN;
  if (value.kind === 'position') return positionMember(context, expression, name, value.market);
  if (value.kind === 'dataset') return datasetMember(context, expression, name, value.name);
  if (value.kind !== 'record') {
    reportUnknownOutput(context, name, context.reporter.textOf(of), []);
    return UNKNOWN;
  }
  const node = outputOf(value, name.name);
  if (node !== undefined) return { kind: 'number', node };
  reportUnknownOutput(
    context,
    name,
    value.indicator.name,
    value.indicator.outputs.map((output) => output.name),
  );
  return UNKNOWN;
}

function reportUnknownOutput(
  context: Context,
  name: Of<'member'>['name'],
  owner: string,
  known: readonly string[],
): void {
  const nearest = nearestName(name.name, known);
  const fix =
    nearest === null ? null : { label: `Use ${nearest}`, from: name.from, to: name.to, insert: nearest };
  context.reporter.report(
    'output_unknown',
    name,
    { name: owner, output: name.name, known: known.join(', ') },
    fix,
  );
}

function checkHistory(context: Context, { of, index }: Of<'history'>): Value {
  const value = context.evaluate(of);
  const bars = readBars(context, index);
  if (value.kind !== 'number' && value.kind !== 'bool') {
    reportKind(context, of, 'the value before [', 'a number', value);
    return UNKNOWN;
  }
  if (bars === null) return UNKNOWN;
  const { builder } = context;
  const node = builder.history(value.node, bars);
  // Before the data a number is NaN and a truth value false: `and` with itself turns NaN into 0.
  return { kind: value.kind, node: value.kind === 'bool' ? builder.binary('and', node, node) : node };
}

function readBars(context: Context, index: Expression): number | null {
  const value = context.evaluate(index);
  if (value.kind === 'unknown') return null;
  const bars = value.kind === 'number' ? context.builder.constantOf(value.node) : undefined;
  const limit = SCRIPT_LIMITS.history;
  if (bars !== undefined && Number.isInteger(bars) && bars >= 0 && bars <= limit) return bars;
  context.reporter.report('history_invalid', index, { text: context.reporter.textOf(index), limit });
  return null;
}

import { findIndicator, INDICATORS } from '../../indicators/catalogue';
import type { Call, Identifier } from '../ast';
import { helper, SCALAR_MATH } from '../helpers';
import { LANGUAGE_NAMES, languageName } from '../names';
import { nearestName } from '../nearest';
import type { UnaryOperator } from '../plan';
import { sizeFunction } from '../sizing';
import { NOTHING, UNKNOWN, type Value } from '../values';
import { named, numberOf, positional, signatureOf } from './arguments';
import { findDeclared, type Context } from './context';
import { checkData, checkTimeframe } from './frame-call';
import { checkOwnCall } from './function-call';
import { checkHelper } from './helper-call';
import { checkIndicator } from './indicator-call';
import { ORDER_CHECKS } from './order-call';
import { checkParam } from './param-call';
import { checkPlot } from './plot-call';
import { checkDate, checkSession } from './session-call';
import { checkSize } from './size-call';
import { checkStrategy } from './strategy-call';
import { TELL_CHECKS } from './tell-call';
import { checkTrail } from './trail-call';

/** Calls that act: they stand on a line of their own. */
const ACTS: ReadonlySet<string> = new Set([
  'strategy',
  'plot',
  ...Object.keys(ORDER_CHECKS),
  ...Object.keys(TELL_CHECKS),
]);

/** Names of other platforms for orders, with ours. */
const ORDER_WORDS: Readonly<Record<string, string>> = {
  close_position: 'exit',
  long: 'buy',
};

const ORDER_HINT =
  'buy({ … }) opens a long position, short({ … }) a short one; sell() and cover() leave them, exit() either.';

/** Value of a call inside an expression. */
export function checkCall(context: Context, call: Call): Value {
  const name = calleeOf(context, call);
  if (name === null) return UNKNOWN;
  if (findDeclared(context, name.name) || !ACTS.has(name.name)) return checkFunction(context, call, name);
  context.reporter.report('top_level_only', name, { name: name.name });
  return UNKNOWN;
}

/** A call that is a whole statement. */
export function checkActCall(context: Context, call: Call): Value {
  const name = calleeOf(context, call);
  if (name === null) return UNKNOWN;
  if (findDeclared(context, name.name)) return checkFunction(context, call, name);
  const isInside = context.when !== null || context.scopes.length > 1;
  if (isInside && (name.name === 'strategy' || name.name === 'plot')) {
    context.reporter.report('top_level_only', name, { name: name.name });
    return NOTHING;
  }
  switch (name.name) {
    case 'strategy':
      return checkStrategy(context, call);
    case 'plot':
      return checkPlot(context, call);
  }
  const act = actOf(ORDER_CHECKS, name.name) ?? actOf(TELL_CHECKS, name.name);
  if (!act) return checkFunction(context, call, name);
  if (context.frame === 0) return act(context, call);
  context.reporter.report('frame_own_only', name, { text: `${name.name}(…)` });
  return NOTHING;
}

const actOf = (
  acts: typeof ORDER_CHECKS,
  name: string,
): ((context: Context, call: Call) => Value) | undefined =>
  Object.hasOwn(acts, name) ? acts[name] : undefined;

/** The name that is called; reports what cannot be called. */
function calleeOf(context: Context, call: Call): Identifier | null {
  const { callee } = call;
  if (callee.kind === 'missing') return null;
  if (callee.kind === 'member' && callee.of.kind === 'name' && !findDeclared(context, callee.of.name)) {
    return reportForeignPrefix(context, callee.of, callee.name);
  }
  const declared = callee.kind === 'name' ? findDeclared(context, callee.name) : undefined;
  if (callee.kind === 'name' && declared?.kind === 'function') return callee;
  if (callee.kind === 'name' && !declared) {
    const kind = languageName(callee.name)?.kind;
    const isValue = kind === 'price' || kind === 'account' || kind === 'clock';
    if (!isValue || sizeFunction(callee.name)) return callee;
  }
  if (callee.kind !== 'name' && callee.kind !== 'member' && callee.kind !== 'history') {
    const at = context.source.indexOf('(', callee.to);
    context.reporter.report(
      'text_unexpected',
      { from: at, to: at + 1 },
      { text: 'this opening parenthesis' },
    );
    return null;
  }
  const fix = { label: 'Remove the parentheses', from: callee.to, to: call.to, insert: '' };
  context.reporter.report('call_unexpected', callee, { name: context.reporter.textOf(callee) }, fix);
  return null;
}

/** `ta.sma(…)`, `Math.max(…)`: the name exists here without its prefix. */
function reportForeignPrefix(context: Context, prefix: Identifier, name: Identifier): null {
  const whole = `${prefix.name}.${name.name}`;
  const isKnown = languageName(name.name) !== undefined;
  const nearest = isKnown ? name.name : null;
  const fix = isKnown
    ? { label: `Use ${name.name}`, from: prefix.from, to: name.to, insert: name.name }
    : null;
  const span = { from: prefix.from, to: name.to };
  context.reporter.report(
    'function_unknown',
    span,
    { name: whole, noun: 'function or indicator', nearest, hint: '' },
    fix,
  );
  return null;
}

function checkFunction(context: Context, call: Call, { name, from, to }: Identifier): Value {
  const own = findDeclared(context, name);
  if (own) {
    own.used = true;
    return checkOwnCall(context, call, own);
  }
  const math = Object.hasOwn(SCALAR_MATH, name) ? checkScalarMath(context, call, SCALAR_MATH[name]!) : null;
  if (math) return math;
  const indicator = findIndicator(name);
  // Both min and max are also of the catalogue: with options they are meant, as the language's take none.
  const isOfLanguage = (name === 'min' || name === 'max') && call.options === null;
  if (indicator && !isOfLanguage) return checkIndicator(context, call, indicator);
  switch (name) {
    case 'param':
      return checkParam(context, call);
    case 'crossover':
    case 'crossunder':
      return checkCross(context, call, name);
    case 'min':
    case 'max':
      return checkExtreme(context, call, name);
    case 'timeframe':
      return checkTimeframe(context, call);
    case 'data':
      return checkData(context, call);
    case 'inSession':
      return checkSession(context, call);
    case 'date':
      return checkDate(context, call);
    case 'state':
      context.reporter.report('state_misplaced', call, {});
      return UNKNOWN;
    case 'percent':
    case 'bps': {
      const [x] = plain(context, call, name, ['x']);
      const node = x ? numberOf(context, x, name) : null;
      return node === null ? UNKNOWN : { kind: name, node };
    }
    case 'amount':
    case 'averageRanges':
      return checkTrail(context, call, name);
  }
  const known = helper(name);
  if (known) return checkHelper(context, call, known);
  const size = sizeFunction(name);
  if (size) return checkSize(context, call, size);
  reportUnknownFunction(context, { name, from, to });
  return UNKNOWN;
}

/** `sqrt(252)`: of one number, or of what the position decides; a series is the catalogue's. */
function checkScalarMath(context: Context, call: Call, operator: UnaryOperator): Value | null {
  const [x] = call.args;
  const value = x && call.args.length === 1 && !call.options ? context.evaluate(x) : UNKNOWN;
  if (value.kind !== 'number' || context.builder.rateOf(value.node) === 'column') return null;
  return { kind: 'number', node: context.builder.unary(operator, value.node) };
}

function plain(context: Context, call: Call, name: string, names: readonly string[]): Call['args'] {
  named(context, call.options, name, []);
  return positional(context, call, name, names).filter((argument) => argument !== undefined);
}

function checkCross(context: Context, call: Call, name: 'crossover' | 'crossunder'): Value {
  const nodes = plain(context, call, name, ['a', 'b']).map((x) =>
    numberOf(context, x, `an argument of ${name}`),
  );
  const [a = null, b = null] = nodes;
  if (a === null || b === null) return UNKNOWN;
  return { kind: 'bool', node: context.builder.cross(name === 'crossover' ? 'over' : 'under', a, b) };
}

function checkExtreme(context: Context, call: Call, name: 'min' | 'max'): Value {
  named(context, call.options, name, []);
  if (call.args.length < 2) {
    const argument = call.args.length === 0 ? 'a' : 'b';
    context.reporter.report('argument_missing', call, {
      callee: name,
      argument,
      signature: signatureOf(name),
    });
    return UNKNOWN;
  }
  const nodes = call.args.map((x) => numberOf(context, x, `an argument of ${name}`));
  if (nodes.includes(null)) return UNKNOWN;
  const node = nodes.reduce((a, b) => context.builder[name](a!, b!));
  return { kind: 'number', node: node! };
}

function reportUnknownFunction(context: Context, callee: Identifier): void {
  const { name } = callee;
  const known = LANGUAGE_NAMES.filter(
    ({ kind }) => kind === 'function' || kind === 'order' || kind === 'indicator',
  );
  const lower = name.toLowerCase();
  const word = Object.hasOwn(ORDER_WORDS, lower) ? ORDER_WORDS[lower] : undefined;
  const nearest =
    word ??
    nearestName(
      name,
      known.map((entry) => entry.name),
    );
  const isIndicator = INDICATORS.some((indicator) => indicator.name === nearest);
  const noun = isIndicator ? 'indicator' : word ? 'order' : 'function or indicator';
  const fix =
    nearest === null ? null : { label: `Use ${nearest}`, from: callee.from, to: callee.to, insert: nearest };
  context.reporter.report(
    'function_unknown',
    callee,
    { name, noun, nearest, hint: word ? ORDER_HINT : '' },
    fix,
  );
}

import type { Call, Expression } from '../ast';
import { orderVerb } from '../order-options';
import type { NodeId, Occasion } from '../plan';
import { NOTHING, type Value } from '../values';
import { holdsRange, named, numberOf, positional } from './arguments';
import type { Context } from './context';
import { readMarket, readTag, readTerms, readTrail } from './order-terms';
import { readSize } from './size-call';
import { readSwitch, readWord } from './words';

/** Reads an order statement and adds it to the plan. */
type CheckOrder = (context: Context, call: Call) => Value;

/** Checks of the order statements by their names. */
export const ORDER_CHECKS: Readonly<Record<string, CheckOrder>> = {
  buy: (context, call) => checkEntry(context, call, 'buy'),
  short: (context, call) => checkEntry(context, call, 'short'),
  sell: (context, call) => checkExit(context, call, 'sell', 'long'),
  cover: (context, call) => checkExit(context, call, 'cover', 'short'),
  exit: (context, call) => checkExit(context, call, 'exit', null),
  order: checkPlain,
  rebalance: checkRebalance,
  cancel: checkCancel,
};

/** `buy({ size, … })` and `short(…)`: open a position. */
function checkEntry(context: Context, call: Call, name: 'buy' | 'short'): Value {
  const options = optionsOf(context, call, name);
  const sizing = readSize(context, call, name, options.get('size'), 'percentOfEquity(95)');
  const [stop, target] = [readNumber(context, options, 'stop'), readNumber(context, options, 'target')];
  const trailing = readTrail(context, options.get('trailing'), 'trailing');
  const terms = readTerms(context, call, name, options);
  const tag = readTag(context, options.get('tag'));
  if (!sizing) return NOTHING;
  const size = options.get('size');
  if (size && sizing.kind === 'risk_percent' && !options.has('stop')) {
    const example = `${name}({ size: riskPercent(1), stop: close ${name === 'buy' ? '-' : '+'} 2 * atr(14) })`;
    context.reporter.report('option_incomplete', size, { option: 'riskPercent', needs: 'stop', example });
  }
  const side = name === 'buy' ? 'buy' : 'sell';
  const occasion = occasionOf(context, call);
  context.actions.push({ kind: 'enter', side, sizing, stop, target, trailing, terms, tag, ...occasion });
  return NOTHING;
}

/** `exit({ … })`, `sell({ … })` and `cover({ … })`: leave a position or a part of it. */
function checkExit(context: Context, call: Call, name: string, position: 'long' | 'short' | null): Value {
  const options = optionsOf(context, call, name);
  const given = options.get('fraction');
  const fraction = readNumber(context, options, 'fraction');
  if (given && fraction !== null) holdsScalar(context, given, 'fraction', fraction, Number.MIN_VALUE, 1);
  const terms = readTerms(context, call, name, options);
  const tag = readTag(context, options.get('tag'));
  context.actions.push({ kind: 'exit', position, fraction, terms, tag, ...occasionOf(context, call) });
  return NOTHING;
}

/** `order(side, { size: units(x), … })`: so many units, whatever they close or open. */
function checkPlain(context: Context, call: Call): Value {
  const [given] = positional(context, call, 'order', ['side']);
  const side = given ? readWord(context, given, 'the side of order', ['buy', 'sell'] as const) : null;
  const options = named(context, call.options, 'order', optionNames('order'));
  const size = options.get('size');
  const sizing = readSize(context, call, 'order', size, 'units(10)');
  const reduces = options.get('reduceOnly');
  const reduceOnly = reduces ? readSwitch(context, reduces, 'reduceOnly') === true : false;
  const terms = readTerms(context, call, 'order', options);
  const tag = readTag(context, options.get('tag'));
  if (size && sizing && sizing.kind !== 'units') {
    const hint = 'Write units(x), or use buy({ … }) and short({ … }).';
    const params = { what: 'the size of order', expected: 'units(x)', actual: 'another size', hint };
    context.reporter.report('kind_wrong', size, params);
  }
  if (!side || sizing?.kind !== 'units') return NOTHING;
  const { units } = sizing;
  context.actions.push({ kind: 'order', side, units, reduceOnly, terms, tag, ...occasionOf(context, call) });
  return NOTHING;
}

/** `rebalance(weight, { … })`: move the position to a share of equity. */
function checkRebalance(context: Context, call: Call): Value {
  const [given] = positional(context, call, 'rebalance', ['weight']);
  const options = named(context, call.options, 'rebalance', optionNames('rebalance'));
  const weight = given ? numberOf(context, given, 'weight') : null;
  const terms = readTerms(context, call, 'rebalance', options);
  const tag = readTag(context, options.get('tag'));
  if (!given || weight === null || !holdsScalar(context, given, 'weight', weight, -10, 10)) return NOTHING;
  context.actions.push({ kind: 'target', weight, terms, tag, ...occasionOf(context, call) });
  return NOTHING;
}

/** `cancel({ tag })`: withdraw what waits. */
function checkCancel(context: Context, call: Call): Value {
  const options = optionsOf(context, call, 'cancel');
  const given = options.get('tag');
  const tag = given ? readTag(context, given) : null;
  const market = readMarket(context, options.get('market')).market ?? null;
  context.actions.push({ kind: 'cancel', tag, market, ...occasionOf(context, call) });
  return NOTHING;
}

const optionNames = (name: string): readonly string[] =>
  orderVerb(name)?.options.map((option) => option.name) ?? [];

/** Options of a statement that takes nothing else. */
function optionsOf(context: Context, call: Call, name: string): ReadonlyMap<string, Expression> {
  positional(context, call, name, []);
  return named(context, call.options, name, optionNames(name));
}

function readNumber(context: Context, options: ReadonlyMap<string, Expression>, name: string): NodeId | null {
  const given = options.get(name);
  return given ? numberOf(context, given, name) : null;
}

/** Holds a value to a range as far as it is known before the run. */
function holdsScalar(
  context: Context,
  given: Expression,
  what: string,
  node: NodeId,
  min: number,
  max: number,
): boolean {
  if (context.builder.rateOf(node) !== 'scalar') return true;
  return holdsRange(context, given, what, context.builder.defaults[node]!, min, max);
}

function occasionOf(context: Context, call: Call): Occasion {
  const { node, reason } = context.when ?? { node: context.builder.constant(1), reason: 'every bar' };
  return { when: node, reason, line: context.reporter.lineOf(call.from) };
}

import type { Call, Expression } from '../ast';
import type { PlanTrail } from '../plan';
import { UNKNOWN, type Value } from '../values';
import { holdsRange, named, numberOf, positional } from './arguments';
import { readBarCount } from './bar-count';
import type { Context } from './context';

/** `amount(x)` and `averageRanges(multiple, bars)`: how far a trailing stop stays behind. */
export function checkTrail(context: Context, call: Call, name: 'amount' | 'averageRanges'): Value {
  named(context, call.options, name, []);
  const names = name === 'amount' ? ['x'] : ['multiple', 'bars'];
  const [first, second] = positional(context, call, name, names);
  const distance = first ? numberOf(context, first, `${names[0]} of ${name}`) : null;
  const period = second ? readBarCount(context, second, `bars of ${name}`, 1) : null;
  if (!first || distance === null || !isDistance(context, first, name, distance, 1e15)) return UNKNOWN;
  if (name === 'amount') return { kind: 'trail', trail: { kind: 'amount', distance } };
  return period === null ? UNKNOWN : { kind: 'trail', trail: { kind: 'atr', distance, period } };
}

/** A value as a trailing distance: of its own kind, or a percentage; null for others. */
export function asTrail(context: Context, given: Expression, value: Value): PlanTrail | null {
  if (value.kind === 'trail') return value.trail;
  if (value.kind !== 'percent') return null;
  isDistance(context, given, 'percent', value.node, 100);
  return { kind: 'percent', distance: value.node };
}

function isDistance(context: Context, given: Expression, what: string, node: number, max: number): boolean {
  if (context.builder.rateOf(node) !== 'scalar') return true;
  return holdsRange(context, given, what, context.builder.defaults[node]!, Number.MIN_VALUE, max);
}

import type { Expression } from '../ast';
import type { NodeId } from '../plan';
import { holdsRange, numberOf } from './arguments';
import type { Context } from './context';

/** Most bars that a size or a trailing stop looks back. */
const MOST_BARS = 10_000;

/** Node of a whole number of bars that is known before the run; null after a mistake. */
export function readBarCount(
  context: Context,
  given: Expression,
  what: string,
  least: number,
): NodeId | null {
  const node = numberOf(context, given, what);
  if (node === null) return null;
  if (context.builder.rateOf(node) !== 'scalar') {
    context.reporter.report('value_varies', given, { what });
    return null;
  }
  const value = context.builder.defaults[node]!;
  if (!holdsRange(context, given, what, value, least, MOST_BARS)) return null;
  if (Number.isInteger(value)) return node;
  context.reporter.report('value_fractional', given, { what, value });
  return null;
}

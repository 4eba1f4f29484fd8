import type { Call, Expression } from '../ast';
import type { Helper } from '../helpers';
import { SCRIPT_LIMITS } from '../limits';
import type { NodeId } from '../plan';
import { UNKNOWN, type Value } from '../values';
import { fixedNumber, holdsRange, named, nodeOf, positional } from './arguments';
import { readBarCount } from './bar-count';
import type { Context } from './context';

/** Helpers whose count of bars becomes part of the plan's shape. */
const FIXED: ReadonlySet<string> = new Set(['change', 'valueWhen']);

/** A call of a helper such as `change(x)` or `barsSince(condition)`. */
export function checkHelper(context: Context, call: Call, helper: Helper): Value {
  const { name } = helper;
  named(context, call.options, name, []);
  const given = positional(
    context,
    call,
    name,
    helper.args.map(([argument]) => argument),
    helper.required,
  );
  if (given.slice(0, helper.required).includes(undefined)) return UNKNOWN;
  const nodes: (NodeId | null)[] = [];
  for (const [i, expression] of given.entries()) {
    if (!expression) {
      nodes.push(null);
      continue;
    }
    const node = readArgument(context, helper, expression, i);
    if (node === null) return UNKNOWN;
    nodes.push(node);
  }
  const counts = helper.args.findIndex(([, kind]) => kind === 'bars');
  if (counts >= 0 && isTooShort(context, helper, given[counts], nodes[counts] ?? null)) return UNKNOWN;
  return { kind: helper.gives, node: helper.build(context.builder, nodes, context.frame) };
}

function readArgument(context: Context, helper: Helper, given: Expression, i: number): NodeId | null {
  const [argument, kind] = helper.args[i]!;
  const what = `${argument} of ${helper.name}`;
  if (kind !== 'bars') return nodeOf(context, given, kind, what);
  if (!FIXED.has(helper.name)) return readBarCount(context, given, what, 1);
  const count = fixedNumber(context, given, what);
  const [least, most] = helper.name === 'valueWhen' ? [0, 100] : [1, SCRIPT_LIMITS.history];
  if (count === null || !holdsRange(context, given, what, count, least, most)) return null;
  if (Number.isInteger(count)) return context.builder.constant(count);
  context.reporter.report('value_fractional', given, { what, value: count });
  return null;
}

/** A window of one bar is the value itself when that is known; as a parameter it must be two at least. */
function isTooShort(
  context: Context,
  helper: Helper,
  given: Expression | undefined,
  node: NodeId | null,
): boolean {
  if (!given || node === null || FIXED.has(helper.name)) return false;
  if (context.builder.constantOf(node) !== undefined) return false;
  return !holdsRange(context, given, `bars of ${helper.name}`, context.builder.defaults[node]!, 2, 10_000);
}

import type { Call, Expression } from '../ast';
import { nearestName } from '../nearest';
import type { NodeId, PlanSizing } from '../plan';
import { sizeFrom, type SizeFunction, type SizeMember } from '../sizing';
import { UNKNOWN, type Value } from '../values';
import { holdsRange, named, numberOf, positional } from './arguments';
import { readBarCount } from './bar-count';
import type { Context } from './context';

/** `percentOfEquity(x)`, `units(x)`, `riskPercent(x)` and so on: sizes of orders. */
export function checkSize(context: Context, call: Call, size: SizeFunction): Value {
  named(context, call.options, size.name, []);
  const names = size.members.map(({ name }) => name);
  const nodes = positional(context, call, size.name, names).map((given, i) =>
    given ? readMember(context, given, size, size.members[i]!) : null,
  );
  if (nodes.includes(null)) return UNKNOWN;
  return { kind: 'size', sizing: sizeFrom<PlanSizing>(size, nodes as NodeId[]) };
}

function readMember(
  context: Context,
  given: Expression,
  size: SizeFunction,
  { name, min, max, isBars }: SizeMember,
): NodeId | null {
  const what = size.members.length === 1 ? size.name : `${name} of ${size.name}`;
  if (isBars) return readBarCount(context, given, what, min);
  const node = numberOf(context, given, what);
  if (node === null || context.builder.rateOf(node) !== 'scalar') return node;
  return holdsRange(context, given, what, context.builder.defaults[node]!, min, max) ? node : null;
}

/**
 * The size that an order's option gives; its absence, or a number without a unit, is reported.
 *
 * @param example  a size that the order takes
 */
export function readSize(
  context: Context,
  call: Call,
  name: string,
  given: Expression | undefined,
  example: string,
): PlanSizing | null {
  if (!given) {
    reportMissing(context, call, name, `size: ${example}`);
    return null;
  }
  const value = context.evaluate(given);
  if (value.kind === 'size') return value.sizing;
  if (value.kind === 'unknown') return null;
  const isPercent = value.kind === 'percent' && given.kind === 'call' && given.args[0];
  const text = context.reporter.textOf(isPercent ? isPercent : given);
  const better = isPercent ? `percentOfEquity(${text})` : `units(${text})`;
  const fix = { label: `Use ${better}`, from: given.from, to: given.to, insert: better };
  context.reporter.report('size_unit_missing', given, { text }, fix);
  return null;
}

function reportMissing(context: Context, call: Call, name: string, example: string): void {
  const isMisspelt = call.options?.entries.some((entry) => nearestName(entry.name.name, ['size']) !== null);
  if (isMisspelt) return;
  const at = call.options ? call.options.from + 1 : call.close;
  const comma = call.options?.entries.length ? ', ' : ' ';
  const insert = call.options
    ? ` ${example}${comma}`.trimEnd() + (comma === ' ' ? ' ' : '')
    : `${call.args.length > 0 ? ', ' : ''}{ ${example} }`;
  const first = call.args[0] ? `${context.reporter.textOf(call.args[0])}, ` : '';
  context.reporter.report(
    'option_missing',
    call,
    { callee: name, option: 'size', example: `${name}(${first}{ ${example} })` },
    { label: `Add ${example}`, from: at, to: at, insert },
  );
}

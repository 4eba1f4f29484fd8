import type { Call, Expression } from '../ast';
import { nearestName } from '../nearest';
import type { NodeId, PlanSizing } from '../plan';
import { NOTHING, type Value } from '../values';
import { holdsRange, named, numberOf, positional } from './arguments';
import type { Context } from './context';

/** `buy({ size, stop, target, tag })` and `short(...)`: open a position at the next open. */
export function checkEntry(context: Context, call: Call, name: 'buy' | 'short'): Value {
  positional(context, call, name, []);
  const options = named(context, call.options, name, ['size', 'stop', 'target', 'tag']);
  const sizing = readSize(context, call, name, options.get('size'));
  const level = (option: string): NodeId | null => {
    const expression = options.get(option);
    return expression ? numberOf(context, expression, option) : null;
  };
  const [stop, target] = [level('stop'), level('target')];
  const tag = readTag(context, options.get('tag'));
  if (!sizing) return NOTHING;
  const side = name === 'buy' ? 'buy' : 'sell';
  context.actions.push({ kind: 'enter', side, sizing, stop, target, tag, ...occasion(context, call) });
  return NOTHING;
}

/** `exit({ tag })`: close whatever is open at the next open. */
export function checkExit(context: Context, call: Call): Value {
  positional(context, call, 'exit', []);
  const options = named(context, call.options, 'exit', ['tag']);
  const tag = readTag(context, options.get('tag'));
  context.actions.push({ kind: 'exit', tag, ...occasion(context, call) });
  return NOTHING;
}

/** `percentOfEquity(x)` and `units(x)`: sizes for `buy` and `short`. */
export function checkSize(context: Context, call: Call, name: 'percentOfEquity' | 'units'): Value {
  const [argument] = positional(context, call, name, ['x']);
  const node = argument ? numberOf(context, argument, name) : null;
  if (!argument || node === null) return { kind: 'unknown' };
  const isScalar = context.builder.rateOf(node) === 'scalar';
  const value = context.builder.defaults[node]!;
  const limit = name === 'units' ? 1e12 : 1000;
  if (isScalar && !holdsRange(context, argument, name, value, Number.MIN_VALUE, limit))
    return { kind: 'unknown' };
  const sizing: PlanSizing =
    name === 'units' ? { kind: 'units', units: node } : { kind: 'percent_of_equity', percent: node };
  return { kind: 'size', sizing };
}

function occasion(context: Context, call: Call): { when: NodeId; reason: string; line: number } {
  const { node, reason } = context.when ?? { node: context.builder.constant(1), reason: 'every bar' };
  return { when: node, reason, line: context.reporter.lineOf(call.from) };
}

function readSize(
  context: Context,
  call: Call,
  name: string,
  expression: Expression | undefined,
): PlanSizing | null {
  if (!expression) {
    const isMisspelt = call.options?.entries.some((entry) => nearestName(entry.name.name, ['size']) !== null);
    if (isMisspelt) return null;
    const example = 'size: percentOfEquity(95)';
    const at = call.options ? call.options.from + 1 : call.close;
    const comma = call.options?.entries.length ? ', ' : ' ';
    const insert = call.options
      ? ` ${example}${comma}`.trimEnd() + (comma === ' ' ? ' ' : '')
      : `{ ${example} }`;
    context.reporter.report(
      'option_missing',
      call,
      { callee: name, option: 'size', example: `${name}({ ${example} })` },
      {
        label: `Add ${example}`,
        from: at,
        to: at,
        insert,
      },
    );
    return null;
  }
  const value = context.evaluate(expression);
  if (value.kind === 'size') return value.sizing;
  if (value.kind === 'unknown') return null;
  const isPercent = value.kind === 'percent' && expression.kind === 'call' && expression.args[0];
  const text = context.reporter.textOf(isPercent ? isPercent : expression);
  const better = isPercent ? `percentOfEquity(${text})` : `units(${text})`;
  const fix = { label: `Use ${better}`, from: expression.from, to: expression.to, insert: better };
  context.reporter.report('size_unit_missing', expression, { text }, fix);
  return null;
}

function readTag(context: Context, expression: Expression | undefined): string {
  if (!expression || expression.kind === 'missing') return '';
  if (expression.kind === 'string') return expression.text.slice(0, 100);
  const params = {
    what: 'tag',
    expected: 'a text',
    actual: 'something else',
    hint: "Write it in quotes, as 'breakout'.",
  };
  context.reporter.report('kind_wrong', expression, params);
  return '';
}

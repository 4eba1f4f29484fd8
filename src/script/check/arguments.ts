import type { Call, Expression, Options } from '../ast';
import { nearestName } from '../nearest';
import { languageName } from '../names';
import type { NodeId } from '../plan';
import type { Span } from '../reporter';
import { KIND_WORDS, type Value } from '../values';
import type { Context } from './context';

/** Signature of a function or indicator for messages. */
export const signatureOf = (name: string): string => languageName(name)?.signature ?? `${name}(...)`;

/**
 * Arguments of a call by position, with too few and too many reported.
 *
 * @param names  what the positions are called; those from `required` on may be left out
 * @returns      one expression per name, undefined where it is missing
 */
export function positional(
  context: Context,
  call: Call,
  callee: string,
  names: readonly string[],
  required = names.length,
): readonly (Expression | undefined)[] {
  const signature = signatureOf(callee);
  const extra = call.args[names.length];
  if (extra) context.reporter.report('argument_extra', extra, { callee, signature });
  const missing = names[call.args.length];
  if (missing !== undefined && call.args.length < required) {
    context.reporter.report('argument_missing', call, { callee, argument: missing, signature });
  }
  return names.map((_, i) => call.args[i]);
}

/**
 * Named options of a call, with unknown and doubled ones reported.
 *
 * @param known  names that the call understands
 * @returns      expression by name
 */
export function named(
  context: Context,
  options: Options | null,
  callee: string,
  known: readonly string[],
): ReadonlyMap<string, Expression> {
  const found = new Map<string, Expression>();
  for (const { name, value } of options?.entries ?? []) {
    if (found.has(name.name)) {
      context.reporter.report('option_twice', name, { option: name.name });
    } else if (known.includes(name.name)) {
      found.set(name.name, value);
    } else {
      reportUnknownOption(context, name, callee, known);
    }
  }
  return found;
}

function reportUnknownOption(
  context: Context,
  name: Span & { name: string },
  callee: string,
  known: readonly string[],
): void {
  const nearest = nearestName(name.name, known);
  const params = { callee, option: name.name, known: listText(known), nearest };
  const fix =
    nearest === null ? null : { label: `Use ${nearest}`, from: name.from, to: name.to, insert: nearest };
  context.reporter.report('option_unknown', name, params, fix);
}

/** Options that a message lists. */
const MOST_LISTED = 16;

const listText = (names: readonly string[]): string =>
  names.length <= MOST_LISTED
    ? names.join(', ')
    : `${names.slice(0, 4).join(', ')} and ${names.length - 4} more, which completion lists`;

/** Node of an expression that must be a number; null after a mistake. */
export function numberOf(context: Context, expression: Expression, what: string): NodeId | null {
  return nodeOf(context, expression, 'number', what);
}

/** Node of an expression that must be of a kind; null after a mistake. */
export function nodeOf(
  context: Context,
  expression: Expression,
  kind: 'number' | 'bool',
  what: string,
): NodeId | null {
  const value = context.evaluate(expression);
  if (value.kind === kind) return value.node;
  reportKind(context, expression, what, kind === 'number' ? 'a number' : 'true or false', value);
  return null;
}

/** Reports a value of the wrong kind, unless it follows from a reported mistake. */
export function reportKind(
  context: Context,
  span: Expression,
  what: string,
  expected: string,
  value: Value,
): void {
  if (value.kind === 'unknown' || span.kind === 'missing') return;
  if (value.kind === 'record') return reportOutputNeeded(context, span, value);
  const hint = hintFor(expected, value);
  context.reporter.report('kind_wrong', span, { what, expected, actual: KIND_WORDS[value.kind], hint });
}

function hintFor(expected: string, value: Value): string {
  if (value.kind === 'bool') return 'Use condition ? a : b to turn it into a number.';
  if (value.kind === 'number' && expected === 'true or false') return 'Compare it, as in close > 100.';
  if (value.kind === 'size') return 'Sizes belong into the option size of an order.';
  if (value.kind === 'percent' || value.kind === 'bps') return 'Costs belong into strategy(...).';
  if (value.kind === 'trail') return 'Trailing distances belong into the options trail and trailing.';
  return `Write ${expected}.`;
}

/** A record where one of its values is needed. */
export function reportOutputNeeded(
  context: Context,
  span: Span,
  record: Extract<Value, { kind: 'record' }>,
): void {
  const outputs = record.indicator.outputs.map((output) => `.${output.name}`);
  const first = outputs[0] ?? '';
  const fix = { label: `Use ${first}`, from: span.to, to: span.to, insert: first };
  context.reporter.report(
    'output_needed',
    span,
    { name: record.indicator.name, outputs: outputs.join(', ') },
    fix,
  );
}

/** Value of an expression that must be a number known before the run and independent of parameters. */
export function fixedNumber(context: Context, expression: Expression, what: string): number | null {
  const node = numberOf(context, expression, what);
  if (node === null) return null;
  return constantOf(context, expression, node, what);
}

/** Value of a node that must be known before the run and independent of parameters. */
export function constantOf(
  context: Context,
  expression: Expression,
  node: NodeId,
  what: string,
): number | null {
  const value = context.builder.constantOf(node);
  if (value !== undefined) return value;
  const hint = 'Write a plain number.';
  const actual = context.builder.rateOf(node) === 'scalar' ? 'a parameter' : 'a value that changes';
  context.reporter.report('kind_wrong', expression, { what, expected: 'a plain number', actual, hint });
  return null;
}

/** Reports a number outside a range; true when it is inside. */
export function holdsRange(
  context: Context,
  span: Span,
  what: string,
  value: number,
  min: number,
  max: number,
): boolean {
  if (value >= min && value <= max) return true;
  context.reporter.report('value_out_of_range', span, { what, value, min, max });
  return false;
}

import type { Indicator, IndicatorParameter } from '../../indicators/indicator';
import { variantOf, type IndicatorVariant } from '../../indicators/variant';
import { MA_TYPES } from '../../indicators/ma-type';
import type { Call, Expression } from '../ast';
import { givenInputs, indicatorSignature } from '../names';
import type { NodeId } from '../plan';
import { UNKNOWN, type Value } from '../values';
import { variantOptions } from '../variant-options';
import { holdsRange, named, numberOf, positional, reportKind } from './arguments';
import type { Context } from './context';
import { priceNode } from './sources';
import { readVariant } from './variant-call';

/**
 * A call of a catalogue entry: series first, then parameters by position or by name, the rest at
 * their defaults; options choose a variant of it. Price inputs come from the bars by themselves.
 */
export function checkIndicator(context: Context, call: Call, indicator: Indicator): Value {
  const { inputs, places, options: known } = shapeOf(indicator);
  if (reportMissingSeries(context, call, indicator, inputs)) return UNKNOWN;
  const args = positional(context, call, indicator.name, places, inputs.length);
  const options = named(context, call.options, indicator.name, known);

  const series = inputs.map((name, i) => readSeries(context, args[i], indicator, name));
  const params = indicator.params.map((param, i) => {
    const byPosition = args[inputs.length + i];
    const byName = options.get(param.name);
    if (byPosition && byName) context.reporter.report('option_twice', byName, { option: param.name });
    return readParam(context, byPosition ?? byName, indicator, param);
  });
  const variant = readVariant(context, indicator, options);
  if (variant === null || !isComplete(series) || !isComplete(params)) return UNKNOWN;
  return outputsOf(context, variantOf(indicator, variant), series, params, variant);
}

/** How an indicator is called. */
interface CallShape {
  /** Series that the call gives. */
  readonly inputs: readonly string[];
  /** What may stand by position: those, then the parameters. */
  readonly places: readonly string[];
  /** What may stand by name: parameters, and what chooses a variant. */
  readonly options: readonly string[];
}

const shapes = new Map<Indicator, CallShape>();

function shapeOf(indicator: Indicator): CallShape {
  const known = shapes.get(indicator);
  if (known) return known;
  const inputs = givenInputs(indicator);
  const params = indicator.params.map(({ name }) => name);
  const options = [...params, ...variantOptions(indicator).map(({ name }) => name)];
  const shape = { inputs, places: [...inputs, ...params], options };
  shapes.set(indicator, shape);
  return shape;
}

/** `rsi(14)` for `rsi(close, 14)`: the commonest slip, told with its remedy. */
function reportMissingSeries(
  context: Context,
  call: Call,
  indicator: Indicator,
  inputs: readonly string[],
): boolean {
  const [first] = call.args;
  if (inputs.length !== 1 || (first && first.kind !== 'number')) return false;
  const span = first ?? call;
  const at = first?.from ?? call.close;
  const insert = first || call.options ? 'close, ' : 'close';
  const from = first ? at : (call.options?.from ?? at);
  const params = {
    callee: indicator.name,
    argument: inputs[0] ?? 'real',
    signature: indicatorSignature(indicator),
  };
  context.reporter.report('argument_missing', span, params, { label: 'Use close', from, to: from, insert });
  return true;
}

function readSeries(
  context: Context,
  argument: Expression | undefined,
  indicator: Indicator,
  name: string,
): NodeId | null {
  if (!argument) return null;
  const node = numberOf(context, argument, `${name} of ${indicator.name}`);
  if (node === null) return null;
  if (context.builder.rateOf(node) === 'scalar') {
    const params = {
      what: `${name} of ${indicator.name}`,
      expected: 'a series',
      actual: 'one number',
      hint: 'Use a price such as close.',
    };
    context.reporter.report('kind_wrong', argument, params);
    return null;
  }
  return node;
}

function readParam(
  context: Context,
  argument: Expression | undefined,
  indicator: Indicator,
  param: IndicatorParameter,
): NodeId | null {
  if (!argument) return context.builder.constant(param.default);
  const what = `${param.name} of ${indicator.name}`;
  const value = context.evaluate(argument);
  const maType = param.kind === 'ma_type' && value.kind === 'string' ? maTypeNumber(value.text) : -1;
  if (maType >= 0) return context.builder.constant(maType);
  if (param.kind === 'ma_type' && value.kind === 'choice') return averageOf(context, argument, value);
  if (value.kind !== 'number') {
    reportKind(context, argument, what, 'a number', value);
    return null;
  }
  const { node } = value;
  if (context.builder.rateOf(node) !== 'scalar') {
    context.reporter.report('value_varies', argument, { what });
    return null;
  }
  const number = context.builder.defaults[node]!;
  if (!holdsRange(context, argument, what, number, param.min, param.max)) return null;
  if (param.kind !== 'real' && !Number.isInteger(number)) {
    context.reporter.report('value_fractional', argument, { what, value: number });
    return null;
  }
  warnOfRange(context, argument, node, indicator, param);
  return node;
}

/** Number of the average that a choice of the script's parameter names. */
function averageOf(
  context: Context,
  argument: Expression,
  { node, choices }: Extract<Value, { kind: 'choice' }>,
): NodeId | null {
  const { builder } = context;
  const numbers = choices.map(maTypeNumber);
  const unknown = choices[numbers.indexOf(-1)];
  if (unknown !== undefined) {
    const hint = `Choose among ${MA_TYPES.join(', ')}.`;
    const params = { what: 'the average', expected: 'a kind of average', actual: `'${unknown}'`, hint };
    context.reporter.report('kind_wrong', argument, params);
    return null;
  }
  return numbers.reduceRight<NodeId>((otherwise, number, k) => {
    const isChosen = builder.binary('eq', node, builder.constant(k));
    return builder.conditional(isChosen, builder.constant(number), otherwise);
  }, builder.constant(numbers[0]!));
}

const maTypeNumber = (name: string): number => MA_TYPES.findIndex((known) => known === name.toLowerCase());

/** A script parameter whose slider reaches values that the indicator refuses. */
function warnOfRange(
  context: Context,
  argument: Expression,
  node: NodeId,
  indicator: Indicator,
  param: IndicatorParameter,
): void {
  const source = context.builder.nodes[node];
  const range = source?.op === 'param' ? context.params.find((p) => p.name === source.name) : undefined;
  if (!range) return;
  const isInside = range.min >= param.min && range.max <= param.max;
  const isWhole = param.kind === 'real' || (Number.isInteger(range.min) && Number.isInteger(range.step));
  if (isInside && isWhole) return;
  const params = { name: range.name, callee: indicator.name, min: param.min, max: param.max };
  context.reporter.report('param_range_wide', argument, params);
}

function outputsOf(
  context: Context,
  indicator: Indicator,
  series: readonly NodeId[],
  params: readonly NodeId[],
  variant: IndicatorVariant | undefined,
): Value {
  const given = [...series];
  const inputs = indicator.inputs.map((input) =>
    input.source === 'real' ? given.shift()! : priceNode(context, input.source),
  );
  const outputs = indicator.outputs.map((_, output) =>
    context.builder.source({
      op: 'indicator',
      name: indicator.name,
      output,
      inputs,
      params,
      ...(variant ? { variant } : {}),
    }),
  );
  if (outputs.length === 1) return { kind: 'number', node: outputs[0]! };
  return { kind: 'record', indicator, outputs };
}

const isComplete = (nodes: readonly (NodeId | null)[]): nodes is readonly NodeId[] => !nodes.includes(null);

/** One value of a record by its name, or by its beginning when that is enough. */
export function outputOf(record: Extract<Value, { kind: 'record' }>, name: string): NodeId | undefined {
  const { indicator, outputs } = record;
  const exact = indicator.outputs.findIndex((output) => output.name === name);
  if (exact >= 0) return outputs[exact];
  if (name === '') return undefined;
  const shortOf = (output: string): string =>
    output.startsWith(indicator.name)
      ? output.slice(indicator.name.length).replace(/^./, (c) => c.toLowerCase())
      : output;
  const matches = indicator.outputs
    .map((output, i) => (output.name.startsWith(name) || shortOf(output.name).startsWith(name) ? i : -1))
    .filter((i) => i >= 0);
  return matches.length === 1 ? outputs[matches[0]!] : undefined;
}

import type { Call, Expression } from '../ast';
import { SCRIPT_LIMITS } from '../limits';
import type { PlanParam } from '../plan';
import { KIND_WORDS, UNKNOWN, type Value } from '../values';
import { fixedNumber, named, positional } from './arguments';
import type { Context } from './context';

/** `param(name, default, { min, max, step })`: a number that sliders and sweeps vary. */
export function checkParam(context: Context, call: Call): Value {
  const [nameArgument, defaultArgument] = positional(context, call, 'param', ['name', 'default']);
  const options = named(context, call.options, 'param', ['min', 'max', 'step']);
  const name = nameArgument && readName(context, nameArgument);
  const value = defaultArgument && readDefault(context, defaultArgument, name ?? 'the parameter');
  if (!name || !defaultArgument || value === undefined || value === null) return UNKNOWN;
  const range = readRange(context, call, name, value, options);
  if (!range) return UNKNOWN;
  if (context.params.length >= SCRIPT_LIMITS.params) {
    context.reporter.report('params_too_many', call, { limit: SCRIPT_LIMITS.params });
    return UNKNOWN;
  }
  context.params.push({ name, default: value, ...range, from: defaultArgument.from, to: defaultArgument.to });
  return { kind: 'number', node: context.builder.param(name, value) };
}

function readName(context: Context, argument: Expression): string | null {
  const value = context.evaluate(argument);
  if (value.kind !== 'string') {
    if (value.kind === 'unknown') return null;
    const params = {
      what: 'the name',
      expected: 'a text',
      actual: KIND_WORDS[value.kind],
      hint: "Write it in quotes, as 'fast'.",
    };
    context.reporter.report('kind_wrong', argument, params);
    return null;
  }
  if (!/^[A-Za-z][A-Za-z0-9_]{0,39}$/.test(value.text)) {
    context.reporter.report('param_name_invalid', argument, { name: context.reporter.textOf(argument) });
    return null;
  }
  if (context.params.some((param) => param.name === value.text)) {
    context.reporter.report('param_twice', argument, { name: value.text });
    return null;
  }
  return value.text;
}

/** The default must be a literal, so that a new value can be written back over it. */
function readDefault(context: Context, argument: Expression, name: string): number | null {
  if (argument.kind === 'missing') return null;
  if (argument.kind === 'number') return argument.value;
  const isNegative =
    argument.kind === 'unary' && argument.operator === 'neg' && argument.of.kind === 'number';
  if (isNegative && argument.of.kind === 'number') return -argument.of.value;
  context.reporter.report('param_literal_needed', argument, { name });
  return null;
}

function readRange(
  context: Context,
  call: Call,
  name: string,
  value: number,
  options: ReadonlyMap<string, Expression>,
): Pick<PlanParam, 'min' | 'max' | 'step'> | null {
  const read = (option: string): number | null | undefined => {
    const expression = options.get(option);
    return expression && fixedNumber(context, expression, option);
  };
  const [min, max, given] = [read('min'), read('max'), read('step')];
  if (min === null || max === null || given === null) return null;
  if (min === undefined || max === undefined) {
    context.reporter.report(
      'param_range_missing',
      call,
      { name },
      call.options ? null : rangeFix(call, value),
    );
    return null;
  }
  const isWhole = [value, min, max].every(Number.isInteger);
  const step = given ?? (isWhole ? 1 : (max - min) / 20);
  const isRange = max > min && step > 0 && step <= max - min && Number.isFinite(max - min);
  if (!isRange) {
    context.reporter.report('param_range_invalid', call.options ?? call, { name, min, max, step });
    return null;
  }
  if (value < min || value > max) {
    context.reporter.report('param_default_outside', call.args[1] ?? call, { name, value, min, max });
    return null;
  }
  return { min, max, step };
}

/** A range around the default: a quarter of it to four times it. */
function rangeFix(call: Call, value: number): { label: string; from: number; to: number; insert: string } {
  const size = Math.abs(value) || 1;
  const low = Number.isInteger(value) ? Math.max(1, Math.floor(size / 4)) : size / 4;
  const [min, max] = value < 0 ? [-size * 4, -low] : [value === 0 ? 0 : low, size * 4];
  return { label: 'Add a range', from: call.close, to: call.close, insert: `, { min: ${min}, max: ${max} }` };
}

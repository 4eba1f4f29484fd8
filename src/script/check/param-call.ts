import type { Call, Expression } from '../ast';
import { SCRIPT_LIMITS } from '../limits';
import type { PlanParam } from '../plan';
import { KIND_WORDS, UNKNOWN, type Value } from '../values';
import { fixedNumber, named, positional } from './arguments';
import type { Context } from './context';
import { readText } from './words';

type Options = ReadonlyMap<string, Expression>;
type Shape = Pick<PlanParam, 'kind' | 'choices' | 'default' | 'min' | 'max' | 'step'>;

/**
 * `param(name, default, { min, max, step })`: a number that sliders and sweeps vary; `param(name, true)` a switch, and
 * `param(name, 'ema', { choices: 'ema, sma' })` a choice.
 */
export function checkParam(context: Context, call: Call): Value {
  const [nameArgument, defaultArgument] = positional(context, call, 'param', ['name', 'default']);
  const options = named(context, call.options, 'param', ['min', 'max', 'step', 'choices']);
  const name = nameArgument && readName(context, nameArgument, defaultArgument?.from);
  if (!name || !defaultArgument || defaultArgument.kind === 'missing') return UNKNOWN;
  const known = context.params.find((param) => param.from === defaultArgument.from);
  const shape = known ?? readShape(context, call, name, defaultArgument, options);
  if (!shape) return UNKNOWN;
  if (!known && context.params.length >= SCRIPT_LIMITS.params) {
    context.reporter.report('params_too_many', call, { limit: SCRIPT_LIMITS.params });
    return UNKNOWN;
  }
  const { from, to } = defaultArgument;
  if (!known) context.params.push({ name, ...shape, from, to });
  const node = context.builder.param(name, shape.default);
  switch (shape.kind) {
    case 'boolean':
      return { kind: 'bool', node: context.builder.binary('eq', node, context.builder.constant(1)) };
    case 'choice':
      return { kind: 'choice', node, choices: shape.choices };
    default:
      return { kind: 'number', node };
  }
}

function readShape(
  context: Context,
  call: Call,
  name: string,
  given: Expression,
  options: Options,
): Shape | null {
  if (given.kind === 'bool') {
    refuseOptions(context, options, ['min', 'max', 'step', 'choices']);
    return { kind: 'boolean', choices: [], default: given.value ? 1 : 0, min: 0, max: 1, step: 1 };
  }
  if (given.kind === 'string') return readChoice(context, call, name, given.text, options);
  refuseOptions(context, options, ['choices']);
  const value = readDefault(context, given, name);
  const range = value === null ? null : readRange(context, call, name, value, options);
  if (value === null || !range) return null;
  const isWhole = [value, range.min, range.max, range.step].every(Number.isInteger);
  return { kind: isWhole ? 'integer' : 'number', choices: [], default: value, ...range };
}

function readChoice(
  context: Context,
  call: Call,
  name: string,
  word: string,
  options: Options,
): Shape | null {
  refuseOptions(context, options, ['min', 'max', 'step']);
  const given = options.get('choices');
  const text = given ? readText(context, given, 'choices', 'ema, sma') : null;
  if (!given) context.reporter.report('param_choices_missing', call, { name, word });
  if (text === null) return null;
  const choices = text.split(',').map((part) => part.trim());
  const isList = choices.length >= 2 && choices.length <= 32 && new Set(choices).size === choices.length;
  if (!isList || choices.some((choice) => !/^[^\s'",]{1,40}$/.test(choice)) || !choices.includes(word)) {
    context.reporter.report('param_choices_invalid', given ?? call, { name, word });
    return null;
  }
  const value = choices.indexOf(word);
  return { kind: 'choice', choices, default: value, min: 0, max: choices.length - 1, step: 1 };
}

/** Options that belong to another kind of parameter. */
function refuseOptions(context: Context, options: Options, names: readonly string[]): void {
  for (const name of names) {
    const given = options.get(name);
    const params = { callee: 'this kind of param', option: name, known: '', nearest: null };
    if (given) context.reporter.report('option_unknown', given, params);
  }
}

function readName(context: Context, argument: Expression, at: number | undefined): string | null {
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
  // The same place again is no other parameter: a function may be called twice.
  if (context.params.some((param) => param.name === value.text && param.from !== at)) {
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
  options: Options,
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

import { DEFAULT_SETTINGS, type RunSettings } from '../../core/run';
import type { Call, Expression } from '../ast';
import { KIND_WORDS, NOTHING, type Value } from '../values';
import { fixedNumber, holdsRange, named, positional } from './arguments';
import type { Context } from './context';

type Settings = { -readonly [K in keyof RunSettings]: RunSettings[K] };

const OPTIONS = ['capital', 'fee', 'slippage', 'lot'] as const;

/** `strategy(name, { capital, fee, slippage, lot })`: name and what a run assumes. */
export function checkStrategy(context: Context, call: Call): Value {
  if (context.strategy) {
    context.reporter.report('strategy_twice', call, {
      line: context.reporter.lineOf(context.strategy.span.from),
    });
    return NOTHING;
  }
  const [nameArgument] = positional(context, call, 'strategy', ['name']);
  const options = named(context, call.options, 'strategy', OPTIONS);
  const settings: Settings = { ...DEFAULT_SETTINGS };
  for (const [option, value] of options)
    readOption(context, settings, option as (typeof OPTIONS)[number], value);
  if (!options.has('fee'))
    context.reporter.report('costs_missing', { from: call.from, to: call.callee.to }, {});
  context.strategy = {
    name: readName(context, nameArgument),
    settings,
    span: { from: call.from, to: call.to },
  };
  return NOTHING;
}

function readName(context: Context, argument: Expression | undefined): string {
  if (!argument || argument.kind === 'missing') return '';
  const value = context.evaluate(argument);
  if (value.kind === 'string') return value.text;
  if (value.kind !== 'unknown') {
    const params = {
      what: 'the name',
      expected: 'a text',
      actual: KIND_WORDS[value.kind],
      hint: "Write it in quotes, as 'My strategy'.",
    };
    context.reporter.report('kind_wrong', argument, params);
  }
  return '';
}

function readOption(
  context: Context,
  settings: Settings,
  option: (typeof OPTIONS)[number],
  expression: Expression,
): void {
  switch (option) {
    case 'capital': {
      const value = fixedNumber(context, expression, 'capital');
      if (value !== null && holdsRange(context, expression, 'capital', value, 1, 1e15))
        settings.capital = value;
      return;
    }
    case 'lot': {
      const value = fixedNumber(context, expression, 'lot');
      if (value !== null && holdsRange(context, expression, 'lot', value, 1e-9, 1e9))
        settings.lotSize = value;
      return;
    }
    case 'fee': {
      const percent = readCost(context, expression, 'fee');
      if (percent !== null) settings.feePercent = percent.percent;
      return;
    }
    case 'slippage': {
      const cost = readCost(context, expression, 'slippage');
      if (cost !== null) settings.slippageBps = cost.bps;
    }
  }
}

/** A cost in either unit, given as `percent(x)` or `bps(x)`, from 0 to half of the value. */
function readCost(
  context: Context,
  expression: Expression,
  option: string,
): { percent: number; bps: number } | null {
  const value = context.evaluate(expression);
  if (value.kind === 'percent' || value.kind === 'bps') {
    const isPercent = value.kind === 'percent';
    if (!holdsRange(context, expression, option, value.amount, 0, isPercent ? 50 : 5000)) return null;
    return isPercent
      ? { percent: value.amount, bps: value.amount * 100 }
      : { percent: value.amount / 100, bps: value.amount };
  }
  if (value.kind === 'unknown') return null;
  const text = context.reporter.textOf(expression);
  const fix = {
    label: `Use percent(${text})`,
    from: expression.from,
    to: expression.to,
    insert: `percent(${text})`,
  };
  context.reporter.report('cost_unit_missing', expression, { option, text }, fix);
  return null;
}

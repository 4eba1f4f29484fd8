import { DEFAULT_SETTINGS, type RunSettings } from '../../core/run';
import { SETTINGS, type SettingName } from '../../core/settings';
import type { Call, Expression } from '../ast';
import { isAlias, SETTING_ALIASES, STRATEGY_OPTION_NAMES } from '../setting-options';
import { KIND_WORDS, NOTHING, type Value } from '../values';
import { constantOf, fixedNumber, holdsRange, named, positional } from './arguments';
import type { Context } from './context';
import { readText, readWord } from './words';

type Settings = { -readonly [K in keyof RunSettings]?: RunSettings[K] };

/** `strategy(name, { … })`: name and what a run assumes, any setting by its name or short name. */
export function checkStrategy(context: Context, call: Call): Value {
  if (context.strategy) {
    context.reporter.report('strategy_twice', call, {
      line: context.reporter.lineOf(context.strategy.span.from),
    });
    return NOTHING;
  }
  const [nameArgument] = positional(context, call, 'strategy', ['name']);
  const options = named(context, call.options, 'strategy', STRATEGY_OPTION_NAMES);
  const settings: Record<string, string | number> = {};
  for (const [option, given] of options) {
    const name = isAlias(option) ? SETTING_ALIASES[option] : (option as SettingName);
    if (name !== option && options.has(name)) {
      context.reporter.report('options_conflict', given, { first: option, second: name });
    }
    const value =
      isAlias(option) && isCost(option)
        ? readCost(context, given, option)
        : readSetting(context, given, option, name);
    if (value !== null) settings[name] = value;
  }
  for (const [name, { value, why, instead }] of FLATTERING) {
    const at = options.get(name);
    if (at && settings[name] === value)
      context.reporter.report('setting_flatters', at, { setting: `${name}: '${value}'`, why, instead });
  }
  if (!COST_OPTIONS.some((option) => options.has(option)))
    context.reporter.report('costs_missing', { from: call.from, to: call.callee.to }, {});
  context.strategy = {
    name: readName(context, nameArgument),
    settings: { ...DEFAULT_SETTINGS, ...(settings as Settings) },
    span: { from: call.from, to: call.to },
  };
  return NOTHING;
}

/** Settings under which a backtest shows what paper and live trading cannot repeat. */
const FLATTERING: readonly (readonly [SettingName, { value: string; why: string; instead: string }])[] = [
  [
    'marketFill',
    {
      value: 'same_close',
      why: 'orders fill at the very close that decided them',
      instead: "Leave it out: orders then fill at the next open. auction: 'close' waits for the next close.",
    },
  ],
  [
    'intrabar',
    {
      value: 'optimistic',
      why: 'where one bar reaches target and stop, the target comes first',
      instead: 'Leave it out: the stop then comes first.',
    },
  ],
];

/** Options of which one says that costs were thought of. */
const COST_OPTIONS = [
  'fee',
  'feePercent',
  'feePerUnit',
  'feePerOrder',
  'feeMinimum',
  'feeTiers',
  'feeMakerPercent',
];

const isCost = (option: string): option is 'fee' | 'slippage' => option === 'fee' || option === 'slippage';

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

/** A value of the table of settings; null after a mistake. */
function readSetting(
  context: Context,
  given: Expression,
  option: string,
  name: SettingName,
): number | string | null {
  const setting = SETTINGS[name];
  switch (setting.kind) {
    case 'number': {
      const value = fixedNumber(context, given, option);
      if (value === null || !holdsRange(context, given, option, value, setting.min, setting.max)) return null;
      if (!setting.isInteger || Number.isInteger(value)) return value;
      context.reporter.report('value_fractional', given, { what: option, value });
      return null;
    }
    case 'choice':
      return readWord<string>(context, given, option, setting.choices);
    case 'text': {
      const text = readText(context, given, option, '0:0.1,1000000:0.08');
      if (text === null || setting.pattern.test(text)) return text;
      const hint = `Write ${setting.form}.`;
      const params = { what: option, expected: setting.form, actual: 'another text', hint };
      context.reporter.report('kind_wrong', given, params);
      return null;
    }
  }
}

/** A cost in either unit, given as `percent(x)` or `bps(x)`, in the unit of its setting. */
function readCost(context: Context, given: Expression, option: 'fee' | 'slippage'): number | null {
  const value = context.evaluate(given);
  if (value.kind === 'percent' || value.kind === 'bps') {
    const argument = given.kind === 'call' && given.args[0] ? given.args[0] : given;
    const amount = constantOf(context, argument, value.node, value.kind);
    const { min, max } = value.kind === 'percent' ? { min: 0, max: 50 } : { min: 0, max: 5000 };
    if (amount === null || !holdsRange(context, given, option, amount, min, max)) return null;
    const isInPercent = option === 'fee';
    if (value.kind === 'percent') return isInPercent ? amount : amount * 100;
    return isInPercent ? amount / 100 : amount;
  }
  if (value.kind === 'unknown') return null;
  const text = context.reporter.textOf(given);
  const better = `percent(${text})`;
  const fix = { label: `Use ${better}`, from: given.from, to: given.to, insert: better };
  context.reporter.report('cost_unit_missing', given, { option, text }, fix);
  return null;
}

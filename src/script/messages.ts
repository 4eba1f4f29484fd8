import type { DiagnosticParams } from './diagnostic-params';
/** Words of one kind of mistake. */
interface Entry<P> {
  readonly severity: 'error' | 'warning';
  readonly message: (p: P) => string;
  readonly remedy: (p: P) => string;
}

export type { DiagnosticParams } from './diagnostic-params';

/** Stable names of the mistakes. */
export type DiagnosticCode = keyof DiagnosticParams;

type Messages = { readonly [C in DiagnosticCode]: Entry<DiagnosticParams[C]> };

const nearestRemedy = (nearest: string | null, otherwise: string): string =>
  nearest === null ? otherwise : `The nearest name is ${nearest}.`;

function error<P>(message: (p: P) => string, remedy: (p: P) => string): Entry<P> {
  return { severity: 'error', message, remedy };
}

function warning<P>(message: (p: P) => string, remedy: (p: P) => string): Entry<P> {
  return { severity: 'warning', message, remedy };
}

/** Every diagnostic with its words. */
export const DIAGNOSTICS: Messages = {
  closing_missing: error(
    (p) => `a closing ${p.name} is missing.`,
    (p) => `Add ${p.closer} here.`,
  ),
  value_missing: error(
    (p) => `a value is missing after ${p.after}.`,
    () => 'Write the value, or remove what asks for it.',
  ),
  comma_missing: error(
    (p) => `a comma is missing before ${p.before}.`,
    () => 'Separate arguments and options with commas.',
  ),
  colon_missing: error(
    (p) => `the option ${p.option} needs a colon and a value.`,
    (p) => `Write ${p.option}: value.`,
  ),
  name_missing: error(
    (p) => `a name is missing after ${p.keyword}.`,
    () => 'Write a name, as in const quick = sma(close, 20).',
  ),
  equals_missing: error(
    (p) => `${p.name} needs = and a value.`,
    (p) => `Write const ${p.name} = value.`,
  ),
  statement_missing: error(
    (p) => `${p.keyword} has nothing to do.`,
    () => 'Write an order after it, as in if (condition) exit().',
  ),
  parentheses_missing: error(
    () => 'the condition of if needs parentheses.',
    () => 'Write if (condition) and then the order.',
  ),
  choice_incomplete: error(
    () => 'a choice with ? needs two values with a colon between them.',
    () => 'Write condition ? a : b.',
  ),
  braces_missing: error(
    () => 'options stand in braces.',
    () => 'Write them as in buy({ size: units(10) }).',
  ),
  text_unexpected: error(
    (p) => `${p.text} is not expected here.`,
    () => 'Remove it, or complete what stands before it.',
  ),
  quote_missing: error(
    () => 'a closing quote is missing.',
    (p) => `End the text with ${p.quote} on the same line.`,
  ),
  comment_unclosed: error(
    () => 'this comment has no end.',
    () => 'Close it with */, or use // for one line.',
  ),
  not_in_language: error(
    (p) => `${p.word} is not part of the strategy language.`,
    (p) => p.instead,
  ),
  script_too_long: error(
    (p) => `the script has ${p.length} characters; the limit is ${p.limit}.`,
    () => 'Shorten it, or split it into two strategies.',
  ),
  script_too_deep: error(
    (p) => `this is nested more than ${p.limit} levels deep.`,
    () => 'Name the inner part with const and use the name.',
  ),
  script_too_large: error(
    (p) => `the script computes more than ${p.limit} values.`,
    () => 'Remove what is not needed for the orders.',
  ),
  params_too_many: error(
    (p) => `a script has at most ${p.limit} parameters.`,
    () => 'Turn the ones that you do not vary into constants.',
  ),
  name_unknown: error(
    (p) => `there is nothing called ${p.name}.`,
    (p) => nearestRemedy(p.nearest, 'Declare it first with const.'),
  ),
  function_unknown: error(
    (p) => `there is no ${p.noun} called ${p.name}.`,
    (p) => (p.hint === '' ? nearestRemedy(p.nearest, 'The list of completions names them all.') : p.hint),
  ),
  call_missing: error(
    (p) => `${p.name} is a function and needs its arguments.`,
    (p) => `Write ${p.signature}.`,
  ),
  call_unexpected: error(
    (p) => `${p.name} is a value, not a function.`,
    () => 'Remove the parentheses. A value some bars ago is written with brackets, as in close[1].',
  ),
  name_twice: error(
    (p) => `${p.name} is declared already, on line ${p.line}.`,
    () => 'Choose another name.',
  ),
  name_reserved: error(
    (p) => `${p.name} is a name of the language.`,
    () => 'Choose another name.',
  ),
  const_assigned: error(
    (p) => `${p.name} cannot be changed.`,
    () => 'Declare it with let, or a new const for the new value.',
  ),
  assignment_kind: error(
    (p) => `${p.name} does not hold a number or a truth value that could be changed so.`,
    () => 'Only numbers are counted up; numbers, true and false are assigned.',
  ),
  state_misplaced: error(
    () => 'state(…) begins a value that is kept from bar to bar, and stands alone after let.',
    () => 'Write let count = state(0), and then count = count + 1.',
  ),
  function_recursive: error(
    (p) => `${p.name} calls itself, by way of what it calls.`,
    () => 'Functions are put in place of their calls and must come to an end. Keep a value with state(…).',
  ),
  return_misplaced: error(
    () => 'return is the last line of a function.',
    () => 'Choose between two values with condition ? a : b.',
  ),
  frame_nested: error(
    (p) => `${p.name} stands inside another ${p.name}.`,
    () => 'Name the inner value on its own bars, or combine the two outside.',
  ),
  frame_own_only: error(
    (p) => `${p.text} is known on the bars of the run only, not on those of another timeframe or dataset.`,
    () => 'Use it outside timeframe(…) and data(…).',
  ),
  interval_invalid: error(
    (p) => `'${p.text}' is not an interval.`,
    () => "Write a number and s, m, h, d, w or M, as '5m', '1h', '1d', '1w' or '1M'.",
  ),
  session_invalid: error(
    (p) => `'${p.text}' does not name the hours of a session.`,
    () => "Write two times of day, as '09:30-16:00'.",
  ),
  dataset_name_invalid: error(
    (p) => `'${p.name}' cannot be the name of a dataset.`,
    () => 'Use letters, digits and . _ ^ = -, at most 40 of them.',
  ),
  annotations_too_many: error(
    (p) => `a script marks, colours and tells with at most ${p.limit} statements.`,
    () => 'Put several conditions into one statement.',
  ),
  declaration_missing: error(
    (p) => `${p.name} is not declared.`,
    (p) => `Write const ${p.name} = value.`,
  ),
  const_needed: error(
    (p) => `values are declared with const or let, not ${p.keyword}.`,
    () => 'Write const, or let for a value that assignments change.',
  ),
  const_unused: warning(
    (p) => `${p.name} is never used.`,
    () => 'Use it in a condition, an order or a plot, or remove it.',
  ),
  statement_without_effect: warning(
    (p) => `${p.text} does nothing by itself.`,
    () => 'Plot it, name it with const, or remove it.',
  ),
  strategy_missing: error(
    () => 'the script does not begin with strategy(...).',
    () => "Add a line such as strategy('My strategy', { capital: 100_000, fee: percent(0.1) }).",
  ),
  strategy_twice: error(
    (p) => `strategy(...) stands already on line ${p.line}.`,
    () => 'Keep one of them.',
  ),
  top_level_only: error(
    (p) => `${p.name} stands on a line of its own, outside if and other calls.`,
    () => 'Move it to a line of its own.',
  ),
  orders_missing: warning(
    () => 'the script never places an order.',
    () => 'Add a line such as if (condition) buy({ size: percentOfEquity(95) }).',
  ),
  condition_never_holds: warning(
    (p) => `${p.text} is true on none of the ${p.bars} bars.`,
    () => 'Look at its values under the crosshair, or choose data on which it can hold.',
  ),
  setting_flatters: warning(
    (p) => `${p.setting} makes results that trading cannot repeat: ${p.why}.`,
    (p) => p.instead,
  ),
  costs_missing: warning(
    () => 'the run has zero costs: no fee is set.',
    () => 'Add fee: percent(0.1) to strategy(...), or fee: percent(0) when trading is really free.',
  ),
  argument_missing: error(
    (p) => `${p.callee} needs its argument ${p.argument}.`,
    (p) => `Write ${p.signature}.`,
  ),
  argument_extra: error(
    (p) => `${p.callee} does not take this many arguments.`,
    (p) => `Write ${p.signature}.`,
  ),
  kind_wrong: error(
    (p) => `${p.what} must be ${p.expected}; this is ${p.actual}.`,
    (p) => p.hint,
  ),
  option_unknown: error(
    (p) => `${p.callee} has no option called ${p.option}.`,
    (p) => nearestRemedy(p.nearest, p.known === '' ? 'It takes no options.' : `It knows ${p.known}.`),
  ),
  option_twice: error(
    (p) => `the option ${p.option} is given twice.`,
    () => 'Keep one of them.',
  ),
  option_missing: error(
    (p) => `${p.callee} needs the option ${p.option}.`,
    (p) => `Write ${p.example}.`,
  ),
  options_conflict: error(
    (p) => `${p.first} and ${p.second} cannot stand together.`,
    () => 'Keep one of them.',
  ),
  option_incomplete: error(
    (p) => `${p.option} needs ${p.needs} as well.`,
    (p) => `Write ${p.example}.`,
  ),
  value_varies: error(
    (p) => `${p.what} must be known before the run; this changes from bar to bar.`,
    () => 'Use a number or a param(...).',
  ),
  value_out_of_range: error(
    (p) => `${p.what} must be from ${p.min} to ${p.max}, not ${p.value}.`,
    (p) => `Choose a value from ${p.min} to ${p.max}.`,
  ),
  value_fractional: error(
    (p) => `${p.what} must be a whole number, not ${p.value}.`,
    () => 'Remove the fraction.',
  ),
  size_unit_missing: error(
    () => 'a size needs its unit.',
    (p) => `Write units(${p.text}), percentOfEquity(${p.text}) or another size.`,
  ),
  trail_unit_missing: error(
    (p) => `${p.option} needs a distance with its unit.`,
    () => 'Write percent(x), amount(x) or averageRanges(multiple, bars).',
  ),
  date_invalid: error(
    (p) => `'${p.text}' is not a date.`,
    () => "Write year, month and day, as '2030-01-31', or with a time, as '2030-01-31 16:00' (UTC).",
  ),
  cost_unit_missing: error(
    (p) => `${p.option} needs its unit.`,
    (p) => `Write percent(${p.text}) or bps(${p.text}).`,
  ),
  param_name_invalid: error(
    (p) => `${p.name} cannot be the name of a parameter.`,
    () => 'Use letters, digits and _, beginning with a letter, at most 40 of them.',
  ),
  param_twice: error(
    (p) => `there are two parameters called ${p.name}.`,
    () => 'Choose another name, or use the first one.',
  ),
  param_literal_needed: error(
    (p) => `the default of ${p.name} must be a plain number, true, false or a text.`,
    () => "Write it out, as in param('fast', 20, { min: 5, max: 60 }).",
  ),
  param_choices_missing: error(
    (p) => `the parameter ${p.name} needs its choices.`,
    (p) => `Add { choices: '${p.word}, other' } as the third argument.`,
  ),
  param_choices_invalid: error(
    (p) => `the choices of ${p.name} must be 2 to 32 different words, and '${p.word}' one of them.`,
    (p) => `Separate them with commas, as in choices: '${p.word}, other'.`,
  ),
  param_range_missing: error(
    (p) => `the parameter ${p.name} needs its range.`,
    () => 'Add { min: …, max: … } as the third argument.',
  ),
  param_range_invalid: error(
    (p) => `the range of ${p.name}, ${p.min} to ${p.max} in steps of ${p.step}, is not a range.`,
    () => 'min must be below max, and step above zero and not wider than the range.',
  ),
  param_default_outside: error(
    (p) => `the default of ${p.name}, ${p.value}, is outside its range ${p.min} to ${p.max}.`,
    () => 'Widen the range or change the default.',
  ),
  param_range_wide: warning(
    (p) => `some values of ${p.name} are refused by ${p.callee}, which takes ${p.min} to ${p.max}.`,
    (p) => `Keep the range of ${p.name} inside ${p.min} to ${p.max}, in whole steps where it counts bars.`,
  ),
  condition_not_bool: error(
    (p) => `the condition must be true or false; this is ${p.actual}.`,
    () => 'Compare it with something, as in close > sma(close, 20).',
  ),
  output_needed: error(
    (p) => `${p.name} has several values.`,
    (p) => `Choose one: ${p.outputs}.`,
  ),
  output_unknown: error(
    (p) => `${p.name} has no value called ${p.output}.`,
    (p) => (p.known === '' ? 'Remove the dot and the name.' : `It has ${p.known}.`),
  ),
  history_invalid: error(
    (p) => `${p.text} does not name an earlier bar.`,
    (p) => `Use a whole number from 0 to ${p.limit}. Later bars cannot be read.`,
  ),
  history_too_much: error(
    (p) => `values that are computed bar by bar are kept for more than ${p.limit} bars in all.`,
    () => 'Look back fewer bars.',
  ),
  states_too_many: error(
    (p) => `more than ${p.limit} states are kept.`,
    () => 'Keep fewer states.',
  ),
  frames_too_many: error(
    (p) => `more than ${p.limit} kinds of bars are read.`,
    () => 'Read fewer.',
  ),
};

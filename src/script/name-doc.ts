import { formatCount, formatInteger, formatNumber } from '../core/format';
import { findIndicator } from '../indicators/catalogue';
import type { Indicator, IndicatorParameter } from '../indicators/indicator';
import { MA_TYPES, maTypeOf } from '../indicators/ma-type';
import { givenInputs, languageName, type LanguageName } from './names';
import { orderVerb, type CallOption } from './order-options';
import { STRATEGY_OPTIONS } from './setting-options';
import { sizeFunction, type SizeMember } from './sizing';
import type { ScriptSymbol } from './symbols';
import { usefulOptions } from './variant-options';

/** An argument, an option or an output, with what it may be. */
export interface DocEntry {
  readonly name: string;
  /** As `whole number, 2 to 100,000; 14 when left out`. */
  readonly words: string;
}

/** All that the editor tells of a name. */
export interface NameDoc {
  readonly name: string;
  readonly kind: LanguageName['kind'] | ScriptSymbol['kind'];
  /** As `sma(real, timePeriod = 30)`. */
  readonly signature: string;
  /** As `Bollinger Bands`; empty where the name says it. */
  readonly title: string;
  readonly summary: string;
  readonly arguments: readonly DocEntry[];
  readonly options: readonly DocEntry[];
  readonly outputs: readonly DocEntry[];
  /** Further sentences. */
  readonly notes: readonly string[];
}

/** Options of `strategy(...)` that are shown; the rest is counted. */
const SHOWN_OPTIONS = 4;

const PARAM_OPTIONS: readonly CallOption[] = [
  { name: 'min', example: '1', summary: 'Lowest value of slider and sweep.' },
  { name: 'max', example: '100', summary: 'Highest value of slider and sweep.' },
  { name: 'step', example: '1', summary: 'Distance of two values.' },
  {
    name: 'choices',
    example: "'ema, sma'",
    summary: 'Words to choose from, when the default is one of them.',
  },
];

/** What the arguments of functions are, where the catalogue does not say it. */
const ARGUMENTS: Readonly<Record<string, readonly DocEntry[]>> = {
  strategy: [{ name: 'name', words: 'text; what lists and reports call the strategy' }],
  param: [
    { name: 'name', words: 'text of letters, digits and _; what the slider is called' },
    { name: 'default', words: 'a number, true, false or a text, written out so that Keep can write another' },
  ],
  crossover: [
    { name: 'a', words: 'number of each bar' },
    { name: 'b', words: 'number of each bar' },
  ],
  crossunder: [
    { name: 'a', words: 'number of each bar' },
    { name: 'b', words: 'number of each bar' },
  ],
  abs: [{ name: 'x', words: 'number' }],
  bps: [{ name: 'x', words: 'basis points; 1 is a hundredth of a percent' }],
  percent: [{ name: 'x', words: 'percent' }],
  amount: [{ name: 'x', words: 'distance in the currency of the price' }],
  averageRanges: [
    { name: 'multiple', words: 'times the average true range' },
    { name: 'bars', words: 'bars of the average' },
  ],
  plot: [
    { name: 'value', words: 'number or condition of each bar' },
    { name: 'name', words: 'text; the name of the value when left out' },
  ],
};

/** Options of a call with examples and meanings; empty for a call that takes none. */
export function optionsOf(name: string): readonly CallOption[] {
  if (name === 'strategy') return STRATEGY_OPTIONS;
  if (name === 'param') return PARAM_OPTIONS;
  const verb = orderVerb(name);
  if (verb) return verb.options;
  const indicator = findIndicator(name);
  return indicator ? indicatorOptions(indicator) : [];
}

const indicatorOptions = (indicator: Indicator): readonly CallOption[] => [
  ...indicator.params.map((param) => ({
    name: param.name,
    example: String(param.default),
    summary: capitalised(`${parameterWords(param)}.`),
  })),
  ...usefulOptions(indicator),
];

/** What the language says of a name; null when it is none of its own. */
export function nameDoc(name: string): NameDoc | null {
  const known = languageName(name);
  if (!known) return null;
  const indicator = known.kind === 'indicator' ? findIndicator(name) : undefined;
  return indicator ? indicatorDoc(known, indicator) : plainDoc(known);
}

function indicatorDoc({ name, kind, signature, summary }: LanguageName, indicator: Indicator): NameDoc {
  const inputs = givenInputs(indicator).map((input) => ({ name: input, words: 'number of each bar' }));
  const params = indicator.params.map((param) => ({ name: param.name, words: parameterWords(param) }));
  const outputs = indicator.outputs.length < 2 ? [] : indicator.outputs;
  return {
    name,
    kind,
    signature,
    title: indicator.title,
    summary,
    arguments: [...inputs, ...params],
    options: usefulOptions(indicator).map(entryOf),
    outputs: outputs.map((output) => ({
      name: output.name,
      words: output.kind === 'integer' ? 'whole number' : '',
    })),
    notes: indicatorNotes(indicator),
  };
}

function indicatorNotes(indicator: Indicator): readonly string[] {
  const prices = indicator.inputs.filter(({ source }) => source !== 'real').map(({ name }) => name);
  const lookback = indicator.lookback(indicator.params.map((param) => param.default));
  return [
    ...(prices.length > 0 ? [`Reads ${listed(prices)} of the bars by itself.`] : []),
    `The first value comes after ${formatCount(lookback, 'bar')}${indicator.params.length > 0 ? ' with its defaults' : ''}.`,
  ];
}

function plainDoc({ name, kind, signature, summary }: LanguageName): NameDoc {
  const members = sizeFunction(name)?.members.map(memberEntry);
  const options = optionsOf(name);
  const shown = name === 'strategy' ? options.slice(0, SHOWN_OPTIONS) : options;
  const more = options.length - shown.length;
  return {
    name,
    kind,
    signature,
    title: '',
    summary,
    arguments: members ?? (Object.hasOwn(ARGUMENTS, name) ? (ARGUMENTS[name] ?? []) : []),
    options: shown.map(entryOf),
    outputs: [],
    notes: more > 0 ? [`And ${formatCount(more, 'setting')} more, listed as you type in the braces.`] : [],
  };
}

/**
 * What the script says of a name of its own: how it is declared, and the comment above it.
 *
 * @param source  the text that the symbol was found in
 */
export function symbolDoc(symbol: ScriptSymbol, source: string): NameDoc {
  const { name, kind, declaration, arguments: names } = symbol;
  const line = source.slice(0, declaration.from).split('\n').length;
  const declared = oneLine(source.slice(declaration.from, declaration.to));
  const comment = commentAbove(source, declaration.from);
  const where = kind === 'argument' ? 'An argument of the function' : 'Declared';
  return {
    name,
    kind,
    signature: kind === 'function' ? `${name}(${names.join(', ')})` : declared,
    title: '',
    summary: comment === '' ? `${where} on line ${line}.` : comment,
    arguments: names.map((argument) => ({ name: argument, words: '' })),
    options: [],
    outputs: [],
    notes: comment === '' ? [] : [`${where} on line ${line}.`],
  };
}

const LONGEST = 120;

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}

/** Line comments that stand alone right above a position. */
function commentAbove(source: string, position: number): string {
  const found: string[] = [];
  const lines = source.slice(0, source.lastIndexOf('\n', position - 1) + 1).split('\n');
  for (let i = lines.length - 2; i >= 0; i--) {
    const text = /^\s*\/\/(.*)$/.exec(lines[i] ?? '')?.[1];
    if (text === undefined) break;
    found.unshift(text.trim());
  }
  return oneLine(found.join(' '));
}

/** As `whole number, 2 to 100,000; 14 when left out`. */
export function parameterWords({ kind, min, max, default: standard }: IndicatorParameter): string {
  if (kind === 'ma_type') return `one of ${MA_TYPES.join(', ')}; ${maTypeOf(standard)} when left out`;
  const what = kind === 'integer' ? 'whole number' : 'number';
  const range = max >= UNBOUNDED ? '' : `, ${plain(min)} to ${plain(max)}`;
  return `${what}${range}; ${plain(standard)} when left out`;
}

/** Bounds from here on are those of TA-Lib's numbers without bounds. */
const UNBOUNDED = 1e37;
const DECIMALS = 6;

const plain = (value: number): string =>
  Number.isInteger(value)
    ? formatInteger(value)
    : formatNumber(value, { decimals: DECIMALS }).replace(/0+$/, '');

function memberEntry({ name, min, max, isBars }: SizeMember): DocEntry {
  const from = min === Number.MIN_VALUE ? 'above 0 to' : `${plain(min)} to`;
  return { name, words: `${isBars ? 'bars' : 'number'}, ${from} ${plain(max)}` };
}

const entryOf = ({ name, summary }: CallOption): DocEntry => ({ name, words: summary });

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

const capitalised = (text: string): string => text.replace(/^./, (letter) => letter.toUpperCase());

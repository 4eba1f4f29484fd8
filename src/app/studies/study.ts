import type { IndicatorInfo, StudyCall, StudyInput, StudyParameter } from '../../workers/study.client';
import { CONVENTIONS, type Convention } from './convention';
import { changedWords, type WordChanges } from './candle-words';
import { formatNumber } from '../format';
import { decimalsOf } from '../editor/parameter-value';

/** Series of the bars that an indicator can be computed on. */
export const BAR_SOURCES = ['open', 'high', 'low', 'close', 'volume', 'typical'] as const;

/** What an input reads: a series of the bars, or an output of another study. */
export type StudySource = (typeof BAR_SOURCES)[number] | { readonly study: string; readonly output: string };

/** How one output is drawn. */
export interface OutputLook {
  /** Series colour, from 0 to 5. */
  readonly colour: number;
  /** Place in `DASHES`. */
  readonly dash: number;
}

/** An indicator on the chart, apart from the script. Of a pane, only studies with the same name share it. */
export interface Study {
  readonly id: string;
  /** Name of the catalogue. */
  readonly indicator: string;
  /** By name; a parameter that is absent has its default. */
  readonly params: Readonly<Record<string, number>>;
  /** By name of the input, of inputs that take any series; `close` where absent. */
  readonly sources: Readonly<Record<string, StudySource>>;
  /** `price`, or the name of a pane: the id of the study that opened it. */
  readonly pane: string;
  readonly visible: boolean;
  /** Whose rules it follows where platforms differ. */
  readonly convention: Convention;
  /** Further bars of warm-up while a recursion settles, of indicators that take them. */
  readonly unstablePeriod: number;
  /** What words mean to a candlestick pattern, where not as in the catalogue. */
  readonly candles: WordChanges;
  /** By name of the output. */
  readonly looks: Readonly<Record<string, OutputLook>>;
}

/** Most bars of an unstable period, and of a mean of candle ranges. */
export const MOST_UNSTABLE = 100_000;

/** The field of an unstable period: bars left out after the warm-up, while a recursion settles. */
export const UNSTABLE: StudyParameter = {
  name: 'unstablePeriod',
  kind: 'integer',
  min: 0,
  max: MOST_UNSTABLE,
  default: 0,
  choices: null,
};

/** The pane of the candles. */
export const PRICE_PANE = 'price';

/** Dash patterns, CSS pixels, with their names. */
export const DASHES = [
  { name: 'Solid', pattern: [] },
  { name: 'Dashed', pattern: [6, 3] },
  { name: 'Dotted', pattern: [2, 3] },
  { name: 'Dash and dot', pattern: [8, 3, 2, 3] },
] as const;

/** Names of the series colours. */
export const COLOURS = ['Gold', 'Violet', 'Pink', 'Green', 'Blue', 'Brown'] as const;

/** Entries by name. */
export type Catalogue = ReadonlyMap<string, IndicatorInfo>;

/** Inputs that a study chooses a series for. */
export const openInputs = (info: IndicatorInfo): IndicatorInfo['inputs'] =>
  info.inputs.filter((input) => input.source === 'real');

/** The value of a parameter that is in force. */
export const valueOf = (study: Study, param: StudyParameter): number =>
  study.params[param.name] ?? param.default;

/** What an input reads. */
export const sourceOf = (study: Study, input: string): StudySource => study.sources[input] ?? 'close';

/** Whether an output says yes or no at single bars, as a candlestick pattern does: marks, not a line. */
export const isSignal = (output: IndicatorInfo['outputs'][number]): boolean =>
  output.kind === 'integer' && output.style === 'histogram';

/** Whether an indicator consists of signals alone, which stand at the bars whatever the scale. */
export const isPattern = (info: IndicatorInfo): boolean => info.outputs.every(isSignal);

/** Studies that this one is computed on, from near to far. */
export function foundations(study: Study, studies: readonly Study[]): readonly Study[] {
  const found: Study[] = [];
  const waiting = [study];
  for (let at = waiting.shift(); at; at = waiting.shift()) {
    for (const source of Object.values(at.sources)) {
      if (typeof source === 'string') continue;
      const other = studies.find(({ id }) => id === source.study);
      if (!other || found.includes(other)) continue;
      found.push(other);
      waiting.push(other);
    }
  }
  return found;
}

/** Studies that are computed on this one, near and far. */
export const builtOn = (id: string, studies: readonly Study[]): readonly Study[] =>
  studies.filter((study) => study.id !== id && foundations(study, studies).some((other) => other.id === id));

/** Whether the values stand on the scale of the prices. */
export function isOnPriceScale(study: Study, studies: readonly Study[], catalogue: Catalogue): boolean {
  const info = catalogue.get(study.indicator);
  if (info?.pane !== 'price') return false;
  return openInputs(info).every(({ name }) => {
    const source = sourceOf(study, name);
    if (typeof source === 'string') return source !== 'volume';
    const other = studies.find(({ id }) => id === source.study);
    return other !== undefined && isOnPriceScale(other, studies, catalogue);
  });
}

/** Whether a study may be drawn over the prices. */
export function mayOverlay(study: Study, studies: readonly Study[], catalogue: Catalogue): boolean {
  const info = catalogue.get(study.indicator);
  return info !== undefined && (isPattern(info) || isOnPriceScale(study, studies, catalogue));
}

/**
 * Where a study is drawn unless told otherwise: over the prices when it stands on their scale; an average
 * of another study with that study; else in a pane of its own.
 */
export function defaultPane(study: Study, studies: readonly Study[], catalogue: Catalogue): string {
  if (mayOverlay(study, studies, catalogue)) return PRICE_PANE;
  const info = catalogue.get(study.indicator);
  const [first] = info?.pane === 'price' ? openInputs(info) : [];
  const source = first ? sourceOf(study, first.name) : 'close';
  const other = typeof source === 'string' ? undefined : studies.find(({ id }) => id === source.study);
  return other && other.pane !== PRICE_PANE ? other.pane : study.id;
}

/** What the worker computes for a study; null while its indicator or a source is not known. */
export function callOf(study: Study, studies: readonly Study[], catalogue: Catalogue): StudyCall | null {
  const info = catalogue.get(study.indicator);
  if (!info) return null;
  const series = openInputs(info).map(({ name }) => inputOf(sourceOf(study, name), studies, catalogue));
  if (!series.every((input) => input !== null)) return null;
  const candleSettings = changedWords(info.words, study.candles);
  return {
    indicator: info.name,
    params: info.params.map((param) => valueOf(study, param)),
    series,
    ...(study.convention === 'talib' ? {} : { convention: study.convention }),
    ...(info.unstable && study.unstablePeriod > 0 ? { unstablePeriod: study.unstablePeriod } : {}),
    ...(candleSettings ? { candleSettings } : {}),
  };
}

const TYPICAL: StudyInput = {
  kind: 'indicator',
  of: { indicator: 'typprice', params: [], series: [] },
  output: 'value',
};

function inputOf(source: StudySource, studies: readonly Study[], catalogue: Catalogue): StudyInput | null {
  if (source === 'typical') return TYPICAL;
  if (typeof source === 'string') return { kind: 'bars', column: source };
  const other = studies.find(({ id }) => id === source.study);
  const of = other && callOf(other, studies, catalogue);
  return of ? { kind: 'indicator', of, output: source.output } : null;
}

/** Names up to this long are abbreviations and are written in capitals. */
const ABBREVIATION = 6;

/** `SMA 20`, `Bollinger Bands` for names too long to be one, `SMA 5 of RSI 14`. */
export function studyTitle(study: Study, studies: readonly Study[], catalogue: Catalogue): string {
  const info = catalogue.get(study.indicator);
  if (!info) return study.indicator;
  const isShort = info.name.length <= ABBREVIATION && info.group !== 'pattern';
  const name = isShort ? info.name.toUpperCase() : info.title;
  const values = info.params.map((param) => valueWords(param, valueOf(study, param)));
  const named = [`${name} ${values.join(', ')}`.trim(), ...variantWords(study, info)].join(', ');
  const sources = openInputs(info).map((input) =>
    sourceWords(sourceOf(study, input.name), studies, catalogue),
  );
  const isUsual = sources.length < 2 && sources[0] !== undefined && sources[0] === 'close';
  const of = sources.length === 0 || isUsual ? '' : ` of ${sources.join(' and ')}`;
  return `${named}${of}`;
}

/** `TradingView`, `unstable 50`, `own candle settings`: what differs from how the catalogue has it. */
function variantWords(study: Study, info: IndicatorInfo): readonly string[] {
  const isUnstable = info.unstable && study.unstablePeriod > 0;
  const other = CONVENTIONS.filter(({ id }) => id === study.convention && id !== 'talib');
  return [
    ...other.map(({ name }) => name),
    ...(isUnstable ? [`unstable ${formatNumber(study.unstablePeriod, { decimals: 0 })}`] : []),
    ...(changedWords(info.words, study.candles) ? ['own candle settings'] : []),
  ];
}

/** A source in words: `close`, `RSI 14`, `BBANDS 20, upper`. */
export function sourceWords(source: StudySource, studies: readonly Study[], catalogue: Catalogue): string {
  if (source === 'typical') return 'typical price';
  if (typeof source === 'string') return source;
  const other = studies.find(({ id }) => id === source.study);
  if (!other) return 'a study that is gone';
  const title = studyTitle(other, studies, catalogue);
  const outputs = catalogue.get(other.indicator)?.outputs ?? [];
  return outputs.length > 1 ? `${title}, ${outputWords(source.output)}` : title;
}

/** A value as titles write it: `20`, `0.02`, `EMA`. */
const valueWords = (param: StudyParameter, value: number): string =>
  param.choices
    ? initials(param.choices[value] ?? String(value))
    : formatNumber(value, { decimals: decimalsOf(value) });

/** `Exponential Moving Average` as `EMA`; a single word as it is. */
function initials(title: string): string {
  const [plain = title] = title.split(' (');
  const words = plain.split(' ');
  return words.length > 1 ? words.map((word) => word[0] ?? '').join('') : plain;
}

/** Abbreviations of the catalogue's names in full. */
const FULL: Readonly<Record<string, string>> = {
  nb: 'number of',
  dev: 'deviations',
  ma: 'moving average',
  sma: 'SMA',
  ema: 'EMA',
  wma: 'WMA',
  roc: 'ROC',
  cmo: 'CMO',
  atr: 'ATR',
  bb: 'Bollinger',
  kc: 'Keltner',
};

/** `leadSine` as `lead sine`, `fastKPeriod` as `fast K period`, `nbDevUp` as `number of deviations up`. */
export function outputWords(name: string): string {
  const words = name.match(/[A-Z](?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [name];
  return words
    .map((word) => (word.length === 1 ? word : (FULL[word.toLowerCase()] ?? word.toLowerCase())))
    .join(' ');
}

/** `timePeriod` as `Time period`, `price_transform` as `Price transform`. */
export function nameWords(name: string): string {
  const words = outputWords(name.replaceAll('_', ' '));
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Whether a parameter counts bars. */
export const countsBars = (param: StudyParameter): boolean =>
  param.kind === 'integer' && /period/i.test(param.name);

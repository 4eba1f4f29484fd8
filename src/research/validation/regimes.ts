import type { Column } from '../../core/column';
import { formatPercent } from '../../core/format';
import { moments } from '../../metrics/moments';
import { quantile } from '../../metrics/quantile';
import {
  figure,
  notRun,
  ran,
  tooFew,
  type ValidationFigure,
  type ValidationResult,
  type ValidationTopic,
} from './shape';

/** Returns behind the volatility, closes behind the trend. */
export const VOLATILITY_BARS = 20;
export const TREND_BARS = 100;

/** Fewest returns of a regime, and of all. */
export const REGIME_ROWS = 30;
const LEAST_ROWS = 250;

const TOPIC: ValidationTopic = {
  id: 'regimes',
  name: 'Regime split',
  question: 'Does the result come from one kind of market alone?',
  assumptions: [
    `A bar belongs to a third by the deviation of the ${VOLATILITY_BARS} returns before it, and to a trend by whether the close before it is above the mean of the ${TREND_BARS} closes up to there: what was known when the bar began.`,
    'The bounds of the thirds come from the whole history.',
    'Returns are added up, not compounded.',
  ],
  source: 'own construction',
};

const NAMES = {
  calm: 'Calm third',
  middle: 'Middle third',
  nervous: 'Nervous third',
  rising: 'Rising',
  falling: 'Falling',
} as const;

type Regime = keyof typeof NAMES;

const SPLITS: readonly (readonly Regime[])[] = [
  ['calm', 'middle', 'nervous'],
  ['rising', 'falling'],
];

/**
 * The result by volatility and by trend. It passes when, in both splits, something is earned without the best regime.
 *
 * @param returns      `f64[n - 1]` of the run
 * @param close        `f64[n]` of the instrument
 * @param barsPerYear  for annualising
 */
export function regimes(returns: Column, close: Column, barsPerYear: number): ValidationResult {
  if (returns.length < LEAST_ROWS) return notRun(TOPIC, tooFew(LEAST_ROWS, 'returns', returns.length));
  const rows = regimeRows(close);
  const found = new Map(
    Object.entries(rows).map(([name, own]) => [
      name,
      own.map((row) => returns[row]!).filter(Number.isFinite),
    ]),
  );
  const short = Object.entries(NAMES).find(([name]) => (found.get(name)?.length ?? 0) < REGIME_ROWS);
  if (short) return notRun(TOPIC, `Fewer than ${REGIME_ROWS} returns are in the regime '${short[1]}'.`);
  const totals = new Map([...found].map(([name, own]) => [name, own.reduce((sum, value) => sum + value, 0)]));
  const figures = Object.entries(NAMES).flatMap(([name, title]): ValidationFigure[] => {
    const { mean, deviation } = moments(Float64Array.from(found.get(name) ?? []));
    return [
      figure(name, `${title}: mean a year`, 'fraction a year', mean * barsPerYear),
      figure(
        `${name}Sharpe`,
        `${title}: Sharpe`,
        'ratio',
        deviation > 0 ? (mean / deviation) * Math.sqrt(barsPerYear) : null,
      ),
    ];
  });
  const rests = SPLITS.map((split) => restOf(split, totals));
  const [low] = rests.toSorted((a, b) => a.rest - b.rest);
  const years = returns.length / barsPerYear;
  return ran(TOPIC, {
    figures: [
      ...figures,
      figure('rest', 'Mean a year without the best regime', 'fraction a year', (low?.rest ?? NaN) / years),
    ],
    answer: `Without its best regime (${low ? NAMES[low.best].toLowerCase() : ''}) it earned ${formatPercent((low?.rest ?? NaN) / years)} a year.`,
    pass: (low?.rest ?? 0) > 0,
  });
}

/** What a split earned without its best regime. */
function restOf(
  split: readonly Regime[],
  totals: ReadonlyMap<string, number>,
): { best: Regime; rest: number } {
  const total = (name: Regime): number => totals.get(name) ?? 0;
  const best = split.reduce((a, b) => (total(b) > total(a) ? b : a));
  return { best, rest: split.reduce((sum, name) => sum + (name === best ? 0 : total(name)), 0) };
}

/** Rows of returns by regime; row `i` is judged by closes up to `i`. */
export function regimeRows(close: Column): Readonly<Record<Regime, number[]>> {
  const rows: Record<Regime, number[]> = { calm: [], middle: [], nervous: [], rising: [], falling: [] };
  const volatility = trailingDeviation(close);
  const known = volatility.filter((value) => !Number.isNaN(value)).sort();
  const [low, high] = [quantile(known, 1 / 3), quantile(known, 2 / 3)];
  for (let i = 0; i < close.length - 1; i++) {
    const value = volatility[i]!;
    if (!Number.isNaN(value)) rows[value <= low ? 'calm' : value <= high ? 'middle' : 'nervous'].push(i);
    if (i + 1 < TREND_BARS) continue;
    let sum = 0;
    for (let k = i + 1 - TREND_BARS; k <= i; k++) sum += close[k]!;
    if (Number.isFinite(sum)) rows[close[i]! > sum / TREND_BARS ? 'rising' : 'falling'].push(i);
  }
  return rows;
}

/** Deviation of the returns before each close; NaN before there are enough, or with a price that is none. */
function trailingDeviation(close: Column): Column {
  const out = new Float64Array(close.length).fill(NaN);
  const window: Column = new Float64Array(VOLATILITY_BARS);
  for (let i = VOLATILITY_BARS; i < close.length; i++) {
    for (let k = 0; k < VOLATILITY_BARS; k++) window[k] = close[i - k]! / close[i - k - 1]! - 1;
    out[i] = moments(window).deviation;
  }
  return out;
}

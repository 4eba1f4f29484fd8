import type { Bars } from '../core/bars';
import type { Column } from '../core/column';
import type { Instrument } from '../core/dataset';
import type { RunEvent } from '../core/event';
import type { Fill, Trade } from '../core/order';
import type { RunSeries } from '../core/run';
import { checkLength } from '../core/check';
import type { MetricGroup } from '../metrics/catalogue-entry';
import { yearsOf } from '../metrics/cagr';
import { BENCHMARK_FIGURES } from '../metrics/figures/benchmark-figures';
import type { FigureSpec } from '../metrics/figures/figure-spec';
import { GROWTH_FIGURES } from '../metrics/figures/growth-figures';
import { GROUP_TITLES } from '../metrics/figures/group-titles';
import { PORTFOLIO_FIGURES } from '../metrics/figures/portfolio-figures';
import { RATIO_FIGURES } from '../metrics/figures/ratio-figures';
import { RISK_FIGURES } from '../metrics/figures/risk-figures';
import { RunSample, type BenchmarkSample, type RunSampleInput } from '../metrics/figures/run-sample';
import { TRADE_FIGURES } from '../metrics/figures/trade-figures';
import { tradeCounts, tradeSamples, type TradeSample } from '../metrics/figures/trade-sample';
import { TRADINGVIEW_FIGURES } from '../metrics/figures/trading-view-figures';
import { drawdowns } from '../metrics/max-drawdown';
import { monthReturns } from '../metrics/month-returns';
import type { Sides } from '../metrics/sides';
import { attribution } from './tearsheet/attribution';
import { measureFigures, measureSides } from './tearsheet/measure-figures';
import { runCounts } from './tearsheet/run-counts';
import type { FigureGroup, SheetFacts, SheetSeries, SideGroup, Tearsheet } from './tearsheet/shape';
import {
  atrOf,
  costRows,
  crisisRows,
  drawdownRows,
  histogram,
  rollingFigures,
  tradePoints,
  yearRows,
} from './tearsheet/sheet-views';

/** The position of one asset over time. */
export interface AssetPosition {
  readonly name: string;
  /** `f64[n]`, position value per bar, account currency, signed. */
  readonly value: Column;
}

/** What a tearsheet is made from. */
export interface TearsheetInput {
  readonly run: {
    readonly series: RunSeries;
    readonly fills: readonly Fill[];
    readonly trades: readonly Trade[];
    readonly events: readonly RunEvent[];
    readonly settings: { readonly capital: number };
  };
  /** Bars of the instrument that the run traded, aligned with its series. */
  readonly bars: Bars;
  readonly instrument: Instrument;
  /** Aligned with the bars; null for none. */
  readonly benchmark: BenchmarkSample | null;
  /** Settings tried on these data, this run included; 1 when omitted. */
  readonly tries?: number;
  /** Fraction a year; 0 when omitted. */
  readonly riskFree?: number;
  /** Returns in a rolling window, integer >= 2; half a year when omitted. */
  readonly window?: number;
  /** Positions by asset, for the concentration; none when omitted. */
  readonly positions?: readonly AssetPosition[];
  /** The instrument of a trade; that of the bars when omitted. */
  readonly assetOf?: (trade: Trade) => string;
}

/** Shortest rolling window that is chosen, returns. */
const LEAST_WINDOW = 20;

/** Returns in a rolling window unless told otherwise: those of half a year. */
export const defaultWindow = (barsPerYear: number): number =>
  Math.max(LEAST_WINDOW, Math.round(barsPerYear / 2));

/**
 * All figures, tables and series of a report of one run. Intervals are not part of it, as they take longer: see
 * `withIntervals`.
 *
 * @param input  run, bars, benchmark and settings
 *
 * @throws BacktabError `length_mismatch` when the benchmark or the bars are not aligned with the run |
 *         `parameter_out_of_range` for a window out of range
 */
export function tearsheet(input: TearsheetInput): Tearsheet {
  const { run, instrument, benchmark } = input;
  const { series, trades } = run;
  checkLength('bars', input.bars.time.length, series.time.length);
  if (benchmark) checkLength('benchmark', benchmark.equity.length, series.time.length);
  const sample = new RunSample(sampleInput(input));
  const held = benchmark ? scaledTo(benchmark.equity, series.equity) : null;
  const months = monthReturns(series.time, series.equity, series.exposure);
  const benchmarkMonths = held ? monthReturns(series.time, held, null) : [];
  const window = input.window ?? defaultWindow(instrument.barsPerYear);
  return {
    facts: factsOf(input, sample),
    groups: groupsOf(sample),
    ...sideGroups(input, sample.input),
    series: seriesOf(series, held),
    rolling: rollingFigures(
      sample.returns,
      benchmark && sample.benchmarkReturns,
      window,
      instrument.barsPerYear,
    ),
    months,
    benchmarkMonths,
    years: yearRows(months, benchmarkMonths, series.equity, series.time),
    distribution: histogram(series.time, series.equity, held),
    drawdowns: drawdownRows(series.equity, series.time),
    scatter: tradePoints(trades),
    costs: costRows(run.fills, run.events),
    crises: crisisRows(series.time, series.equity, held),
    attribution: attribution(trades, series.time, series.equity, input.assetOf ?? (() => instrument.name)),
  };
}

/** What the figures of a tearsheet are measured on. */
export function sampleInput(input: TearsheetInput): RunSampleInput {
  const { run, instrument, benchmark, tries = 1, riskFree = 0, positions = [] } = input;
  return {
    series: run.series,
    fills: run.fills,
    trades: run.trades,
    events: run.events,
    barsPerYear: instrument.barsPerYear,
    capital: run.settings.capital,
    benchmark,
    riskFree,
    tries,
    atr: atrOf(input.bars),
    positions: positions.map(({ value }) => value),
  };
}

function factsOf(
  { run, instrument, benchmark, riskFree = 0 }: TearsheetInput,
  sample: RunSample,
): SheetFacts {
  const { time } = run.series;
  return {
    instrument: instrument.name,
    currency: instrument.currency,
    from: time[0] ?? NaN,
    to: time.at(-1) ?? NaN,
    bars: time.length,
    years: yearsOf(time),
    barsPerYear: instrument.barsPerYear,
    capital: run.settings.capital,
    trades: sample.closed.length,
    benchmark: benchmark?.name ?? null,
    riskFree,
  };
}

function groupsOf(sample: RunSample): readonly FigureGroup[] {
  const counts = runCounts(sample);
  const group = (key: MetricGroup, specs: readonly FigureSpec<RunSample>[]): FigureGroup => ({
    key,
    title: GROUP_TITLES[key],
    figures: measureFigures(
      specs,
      sample,
      counts,
      key === 'benchmark' && !sample.input.benchmark ? 'There is no benchmark.' : null,
    ),
  });
  return [
    group('growth', GROWTH_FIGURES),
    group('risk', RISK_FIGURES),
    group('ratios', RATIO_FIGURES),
    group('benchmark', BENCHMARK_FIGURES),
    group('portfolio', PORTFOLIO_FIGURES),
  ];
}

function sideGroups(
  { run, bars, assetOf }: TearsheetInput,
  input: RunSampleInput,
): { readonly trades: SideGroup; readonly tradingView: SideGroup } {
  const samples = tradeSamples(input);
  const counts = eachSide(samples, tradeCounts);
  const days = new Set(run.series.time.map((t) => Math.floor(t / 86_400_000))).size;
  const ofReport = eachSide(samples, (side: TradeSample) => ({
    ...side,
    capital: input.capital,
    time: run.series.time,
    lastPrice: assetOf ? NaN : lastKnown(bars.close),
  }));
  const withDays = eachSide(
    counts,
    (count) => (kind: Parameters<typeof count>[0]) => (kind === 'day' ? days : count(kind)),
  );
  return {
    trades: { key: 'trades', title: GROUP_TITLES.trades, rows: measureSides(TRADE_FIGURES, samples, counts) },
    tradingView: {
      key: 'tradingview',
      title: GROUP_TITLES.tradingview,
      rows: measureSides(TRADINGVIEW_FIGURES, ofReport, withDays),
    },
  };
}

const eachSide = <S, T>(sides: Sides<S>, make: (side: S) => T): Sides<T> => ({
  all: make(sides.all),
  long: make(sides.long),
  short: make(sides.short),
});

function seriesOf({ time, equity, drawdown, exposure }: RunSeries, held: Column | null): SheetSeries {
  return {
    time,
    equity,
    drawdown,
    exposure,
    benchmark: held,
    benchmarkDrawdown: held && drawdowns(held),
  };
}

/** A benchmark that begins with the run's first equity. */
function scaledTo(benchmark: Column, equity: Column): Column {
  const factor = equity[0]! / benchmark[0]!;
  return factor === 1 || !Number.isFinite(factor) ? benchmark : benchmark.map((value) => value * factor);
}

function lastKnown(close: Column): number {
  for (let i = close.length - 1; i >= 0; i--) if (close[i]! > 0) return close[i]!;
  return NaN;
}

import type { Bars } from '../core/bars';
import type { Column } from '../core/column';
import type { Instrument } from '../core/dataset';
import type { RunEvent } from '../core/event';
import type { Fill, OrderRecord, Trade } from '../core/order';
import type { RunSeries } from '../core/run';
import { checkLength } from '../core/check';
import type { MetricGroup } from '../metrics/catalogue-entry';
import { yearsOf } from '../metrics/cagr';
import { BENCHMARK_FIGURES } from '../metrics/figures/benchmark-figures';
import type { FigureSpec } from '../metrics/figures/figure-spec';
import { GROWTH_FIGURES } from '../metrics/figures/growth-figures';
import { GROUP_TITLES } from '../metrics/figures/group-titles';
import type { SampleCounts } from '../metrics/figures/need';
import { PORTFOLIO_FIGURES } from '../metrics/figures/portfolio-figures';
import { RATIO_FIGURES } from '../metrics/figures/ratio-figures';
import { RISK_FIGURES } from '../metrics/figures/risk-figures';
import { RunSample, type BenchmarkSample, type RunSampleInput } from '../metrics/figures/run-sample';
import { TRADE_FIGURES } from '../metrics/figures/trade-figures';
import { tradeCounts, tradeSamples } from '../metrics/figures/trade-sample';
import { TRADINGVIEW_FIGURES } from '../metrics/figures/trading-view-figures';
import { drawdowns } from '../metrics/max-drawdown';
import { monthReturns } from '../metrics/month-returns';
import type { Sides } from '../metrics/sides';
import { attribution } from './tearsheet/attribution';
import { orderEnds } from './tearsheet/order-ends';
import { measureFigures, measureSides } from './tearsheet/measure-figures';
import { runCounts } from './tearsheet/run-counts';
import { assetPositions, fillsOnRows, tradesOnRows, type SheetMarket } from './tearsheet/several-markets';
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

/** What a tearsheet is made from. */
export interface TearsheetInput {
  readonly run: {
    readonly series: RunSeries;
    readonly orders: readonly OrderRecord[];
    readonly fills: readonly Fill[];
    readonly trades: readonly Trade[];
    readonly events: readonly RunEvent[];
    readonly settings: { readonly capital: number };
  };
  /** Bars of the instrument that the run traded, aligned with its series; null with several instruments. */
  readonly bars: Bars | null;
  /** Every instrument in the order of the run, where there are several. */
  readonly markets?: readonly SheetMarket[];
  readonly instrument: Instrument;
  /** Aligned with the bars; null for none. */
  readonly benchmark: BenchmarkSample | null;
  /** Settings tried on these data, this run included; 1 when omitted. */
  readonly tries?: number;
  /** Fraction a year; 0 when omitted. */
  readonly riskFree?: number;
  /** Returns in a rolling window, integer >= 2; half a year when omitted. */
  readonly window?: number;
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
  const { run, instrument, benchmark, bars, markets } = input;
  const { series, trades } = run;
  if (bars) checkLength('bars', bars.time.length, series.time.length);
  if (benchmark) checkLength('benchmark', benchmark.equity.length, series.time.length);
  const sample = new RunSample(sampleInput(input));
  const held = benchmark ? scaledTo(benchmark.equity, series.equity) : null;
  const months = monthReturns(series.time, series.equity, series.exposure);
  const benchmarkMonths = held ? monthReturns(series.time, held, null) : [];
  const window = input.window ?? defaultWindow(instrument.barsPerYear);
  return {
    facts: factsOf(input, sample),
    groups: groupsOf(sample),
    ...sideGroups(sample, bars ? lastKnown(bars.close) : NaN),
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
    scatter: tradePoints(sample.input.trades),
    costs: costRows(run.fills, run.events),
    orderEnds: orderEnds(run.orders),
    crises: crisisRows(series.time, series.equity, held),
    attribution: attribution(
      trades,
      series.time,
      series.equity,
      ({ market }) => markets?.[market]?.name ?? instrument.name,
    ),
  };
}

/** What the figures of a tearsheet are measured on. */
export function sampleInput(input: TearsheetInput): RunSampleInput {
  const { run, instrument, benchmark, bars, markets, tries = 1, riskFree = 0 } = input;
  const { time } = run.series;
  const positions = markets ? assetPositions(markets, run.fills, run.events, time) : [];
  return {
    series: run.series,
    fills: markets ? fillsOnRows(run.fills, time) : run.fills,
    trades: markets ? tradesOnRows(run.trades, time) : run.trades,
    events: run.events,
    barsPerYear: instrument.barsPerYear,
    capital: run.settings.capital,
    benchmark,
    riskFree,
    tries,
    atr: bars && atrOf(bars),
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
  sample: RunSample,
  lastPrice: number,
): { readonly trades: SideGroup; readonly tradingView: SideGroup } {
  const { series, capital } = sample.input;
  const samples = tradeSamples(sample.input);
  const counts = eachSide(samples, tradeCounts);
  const ofRun = runCounts(sample);
  const ofReport = eachSide(samples, (side) => ({ ...side, capital, time: series.time, lastPrice }));
  const withDays = eachSide(counts, (count): SampleCounts => (kind) => {
    return kind === 'day' ? ofRun(kind) : count(kind);
  });
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

import type { Column } from '../../core/column';
import type { FigureUnit } from '../../core/figure';
import type { OrderReason, OrderStatus } from '../../core/order';
import type { MetricGroup } from '../../metrics/catalogue-entry';
import type { DrawdownPeriod } from '../../metrics/drawdown-periods';
import type { YearReturns } from '../../metrics/month-returns';

/** A range of an estimate at the confidence of the tearsheet's intervals, in the unit of the figure. */
export interface FigureInterval {
  readonly low: number;
  readonly high: number;
}

/** The number of a figure, or why there is none. */
export interface FigureValue {
  /** Fractions, not percents; null where undefined. */
  readonly value: number | null;
  /** Sentence, as `Not enough data: 12 trades, 30 needed.`; null beside a value. */
  readonly reason: string | null;
  /** By the stationary block bootstrap (BCa); null where none was asked for or the sample is too small. */
  readonly interval: FigureInterval | null;
}

/** What a figure is, from the one list in `src/metrics/figures`. */
export interface FigureWords {
  /** Key in `metrics` of `backtab backtest --json`; of a table by side, that of the column for all trades. */
  readonly key: string;
  readonly name: string;
  readonly unit: FigureUnit;
  readonly formula: string;
  /** Paper, book or tool whose convention it follows; null for plain arithmetic. */
  readonly reference: string | null;
  /** Least sample, as `30 trades`; `nothing` where any run has it. */
  readonly needs: string;
  /** null where neither is better in itself. */
  readonly higherIsBetter: boolean | null;
}

export interface Figure extends FigureWords, FigureValue {}

/** One row of a table in three columns. */
export interface SideFigure extends FigureWords {
  readonly all: FigureValue;
  readonly long: FigureValue;
  readonly short: FigureValue;
}

/** A section of single figures. */
export interface FigureGroup {
  readonly key: MetricGroup;
  /** As `Returns and growth`. */
  readonly title: string;
  readonly figures: readonly Figure[];
}

/** A section whose figures stand in columns: all, long and short trades. */
export interface SideGroup {
  readonly key: MetricGroup;
  readonly title: string;
  readonly rows: readonly SideFigure[];
}

/** What was run on what. */
export interface SheetFacts {
  readonly instrument: string;
  /** Currency of the account, ISO 4217. */
  readonly currency: string;
  /** First and last bar, Unix milliseconds; NaN without bars. */
  readonly from: number;
  readonly to: number;
  readonly bars: number;
  readonly years: number;
  readonly barsPerYear: number;
  readonly capital: number;
  /** Closed trades. */
  readonly trades: number;
  /** Name of the benchmark, as `Holding S&P 500`; null without one. */
  readonly benchmark: string | null;
  /** Yearly fraction that is taken off where a figure's formula says so. */
  readonly riskFree: number;
}

/** Values per bar. Columns of the run are the run's own, not copies. */
export interface SheetSeries {
  readonly time: Column;
  readonly equity: Column;
  /** Fall from the running peak, fraction in [0, 1]. */
  readonly drawdown: Column;
  /** Position value over equity, signed fraction. */
  readonly exposure: Column;
  /** Value of the benchmark, scaled to the run's first equity; null without one. */
  readonly benchmark: Column | null;
  readonly benchmarkDrawdown: Column | null;
}

/** Figures over a moving window, aligned with the bars: NaN until the window is full and where undefined. */
export interface RollingFigures {
  /** Returns in a window. */
  readonly window: number;
  readonly sharpe: Column;
  readonly volatility: Column;
  /** null without a benchmark. */
  readonly beta: Column | null;
}

/** A year of run and benchmark, fractions. */
export interface YearRow {
  readonly year: number;
  readonly run: number;
  readonly benchmark: number | null;
  /** Deepest fall within the year, fraction >= 0. */
  readonly drawdown: number;
}

/** How the returns of the months, or of the days or bars, spread. */
export interface ReturnHistogram {
  readonly period: 'bar' | 'day' | 'month';
  /** `n + 1` edges of `n` classes of one width, fractions, ascending; a class holds its lower edge, the last both. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
  /** Counts of the benchmark in the same classes; null without one. Those beyond the edges are in the outer ones. */
  readonly benchmarkCounts: readonly number[] | null;
  readonly mean: number;
  readonly median: number;
  /** Sample deviation. */
  readonly deviation: number;
}

/** One closed trade as a point. `index` is its row in the run's trades. */
export interface TradePoint {
  readonly index: number;
  readonly side: 'long' | 'short';
  readonly entryTime: number;
  /** Fractions of the entry price, <= 0 and >= 0. */
  readonly mae: number;
  readonly mfe: number;
  /** After costs: money, fraction of the entry value, and in units of what was risked (null without a stop). */
  readonly pnl: number;
  readonly return: number;
  readonly r: number | null;
  readonly bars: number;
}

/** A fall from a peak with its dates, Unix milliseconds. */
export interface DrawdownRow extends DrawdownPeriod {
  readonly startTime: number;
  readonly troughTime: number;
  /** null when the data end below the peak. */
  readonly recoveryTime: number | null;
}

/** What was paid for one kind of cost, account currency, by side of the position; below zero it was received. */
export interface CostRow {
  readonly kind: string;
  readonly name: string;
  readonly all: number;
  /** null for what no side brings, as interest on cash. */
  readonly long: number | null;
  readonly short: number | null;
}

/** What became of orders: those that came to one end for one reason. */
export interface OrderEnd {
  readonly status: OrderStatus;
  readonly reason: OrderReason;
  /** As `There was not enough cash`. */
  readonly words: string;
  readonly count: number;
  /** Last time that it happened, Unix milliseconds. */
  readonly lastTime: number;
}

/** A stretch of history that everyone asks about, where the data cover it. */
export interface CrisisRow {
  readonly name: string;
  /** Bars of the run in it, both inclusive. */
  readonly start: number;
  readonly end: number;
  readonly startTime: number;
  readonly endTime: number;
  /** From the last value before it, or the first in it. Fractions; falls are above zero. */
  readonly run: number;
  readonly runFall: number;
  readonly benchmark: number | null;
  readonly benchmarkFall: number | null;
}

/** What one group contributed to the profit, account currency. */
export interface AttributionRow {
  readonly key: string;
  /** Round trips, one that is still open included; null where rows are stretches of time. */
  readonly trades: number | null;
  /** After costs, account currency. */
  readonly pnl: number;
  /** Fraction of the equity before a stretch of time; null for groups of trades. */
  readonly return: number | null;
}

/** Attribution of the profit. Rows of each list are disjoint and add up to the whole. */
export interface Attribution {
  /** Trades by instrument, by tag of the entry, by exit and by side; they add up to the profit of all trades. */
  readonly byAsset: readonly AttributionRow[];
  readonly byTag: readonly AttributionRow[];
  readonly byExit: readonly AttributionRow[];
  readonly bySide: readonly AttributionRow[];
  /** Stretches of time, marked to market; they add up to the last equity less the first. */
  readonly byYear: readonly AttributionRow[];
  readonly byQuarter: readonly AttributionRow[];
  readonly byMonth: readonly AttributionRow[];
}

/**
 * All that a report shows of one run: plain values that can cross a worker. Every figure carries its name, unit,
 * formula and least sample, and where it has no value, the reason.
 */
export interface Tearsheet {
  readonly facts: SheetFacts;
  /** Growth, risk, ratios, benchmark and portfolio, in this order. */
  readonly groups: readonly FigureGroup[];
  readonly trades: SideGroup;
  readonly tradingView: SideGroup;
  readonly series: SheetSeries;
  readonly rolling: RollingFigures;
  readonly months: readonly YearReturns[];
  /** Empty without a benchmark. */
  readonly benchmarkMonths: readonly YearReturns[];
  readonly years: readonly YearRow[];
  /** null below two periods. */
  readonly distribution: ReturnHistogram | null;
  /** Deepest first. */
  readonly drawdowns: readonly DrawdownRow[];
  readonly scatter: readonly TradePoint[];
  readonly costs: readonly CostRow[];
  /** Most frequent first: the answer to why something did or did not fill. */
  readonly orderEnds: readonly OrderEnd[];
  /** In order of time; none that the data do not reach. */
  readonly crises: readonly CrisisRow[];
  readonly attribution: Attribution;
}

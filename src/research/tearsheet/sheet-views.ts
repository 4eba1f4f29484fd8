import { batch } from '../../indicators/batch';
import { atr } from '../../indicators/volatility/atr';
import type { Bars } from '../../core/bars';
import type { Column } from '../../core/column';
import type { RunEvent } from '../../core/event';
import type { Fill, Trade } from '../../core/order';
import { carriedCash } from '../../metrics/carried-cash';
import { costsByKind } from '../../metrics/costs-by-kind';
import { coveredWindows, spanResult } from '../../metrics/crisis-windows';
import { drawdownPeriods } from '../../metrics/drawdown-periods';
import { median } from '../../metrics/median';
import { moments } from '../../metrics/moments';
import type { YearReturns } from '../../metrics/month-returns';
import { periodReturns } from '../../metrics/period-returns';
import { rMultiples } from '../../metrics/r-multiples';
import { countIn, returnHistogram } from '../../metrics/return-histogram';
import { rollingBeta } from '../../metrics/rolling-beta';
import { rollingSharpe } from '../../metrics/rolling-sharpe';
import { rollingVolatility } from '../../metrics/rolling-volatility';
import { returns } from '../../metrics/returns';
import { yearlyDrawdown } from '../../metrics/yearly-drawdown';
import type {
  CostRow,
  CrisisRow,
  DrawdownRow,
  ReturnHistogram,
  RollingFigures,
  TradePoint,
  YearRow,
} from './shape';

/** Rows of the drawdown table. */
export const DRAWDOWNS_SHOWN = 20;
/** Months from which a histogram counts months; below it, days. */
const MONTHS_OF_HISTOGRAM = 24;
const ATR_PERIOD = 14;

/** Average true range of the bars, for the edge ratio. */
export const atrOf = (bars: Bars): Column =>
  batch(atr, [bars.high, bars.low, bars.close], [ATR_PERIOD])[0] ?? new Float64Array(0);

/** Deepest falls first, with their dates. */
export const drawdownRows = (equity: Column, time: Column): readonly DrawdownRow[] =>
  drawdownPeriods(equity, time, DRAWDOWNS_SHOWN).map((fall) => ({
    ...fall,
    startTime: time[fall.start]!,
    troughTime: time[fall.trough]!,
    recoveryTime: fall.recovery === null ? null : time[fall.recovery]!,
  }));

/** Years of run and benchmark. */
export function yearRows(
  months: readonly YearReturns[],
  benchmarkMonths: readonly YearReturns[],
  equity: Column,
  time: Column,
): readonly YearRow[] {
  const falls = yearlyDrawdown(equity, time);
  return months.map(({ year, total }, i) => ({
    year,
    run: total,
    benchmark: benchmarkMonths[i]?.total ?? null,
    drawdown: falls[i] ?? 0,
  }));
}

/** How the returns of the months spread, or of the days or bars where there are few months. */
export function histogram(time: Column, equity: Column, benchmark: Column | null): ReturnHistogram | null {
  const periods = (['month', 'day'] as const).map((period) => ({
    period,
    of: (column: Column) => periodReturns(time, column, period).returns,
  }));
  const choices = [...periods, { period: 'bar' as const, of: returns }];
  const chosen = choices.find(
    ({ period, of }) => period === 'bar' || of(equity).length >= MONTHS_OF_HISTOGRAM,
  );
  if (!chosen) return null;
  const values = chosen.of(equity);
  const found = returnHistogram(values);
  if (!found) return null;
  const { mean, deviation } = moments(values);
  return {
    period: chosen.period,
    ...found,
    benchmarkCounts: benchmark ? countIn(chosen.of(benchmark).filter(Number.isFinite), found.edges) : null,
    mean,
    median: median([...values]),
    deviation,
  };
}

/** Figures over a moving window, one row a bar. */
export function rollingFigures(
  perBar: Column,
  benchmark: Column | null,
  window: number,
  barsPerYear: number,
): RollingFigures {
  return {
    window,
    sharpe: alignedWithBars(rollingSharpe(perBar, window, barsPerYear)),
    volatility: alignedWithBars(rollingVolatility(perBar, window, barsPerYear)),
    beta: benchmark ? alignedWithBars(rollingBeta(perBar, benchmark, window)) : null,
  };
}

/** The return of bar `i` is row `i - 1`. */
function alignedWithBars(ofReturns: Column): Column {
  const out: Column = new Float64Array(ofReturns.length + 1).fill(NaN);
  out.set(ofReturns, 1);
  return out;
}

/** Closed trades as points. */
export const tradePoints = (trades: readonly Trade[]): readonly TradePoint[] =>
  trades.flatMap((trade, index) =>
    Number.isNaN(trade.exitBar)
      ? []
      : [
          {
            index,
            side: trade.side,
            entryTime: trade.entryTime,
            mae: trade.mae,
            mfe: trade.mfe,
            pnl: trade.pnl,
            return: trade.return,
            r: rMultiples([trade])[0] ?? null,
            bars: trade.exitBar - trade.entryBar,
          },
        ],
  );

/** What was paid, by kind and side; what holding cost only where there was any. */
export function costRows(fills: readonly Fill[], events: readonly RunEvent[]): readonly CostRow[] {
  const { all, long, short } = costsByKind(fills);
  const held = carriedCash(events);
  const carried = CARRIED.filter(({ cause }) => held[cause] !== 0).map(({ cause, name }): CostRow => {
    const paid = 0 - held[cause];
    return { kind: cause, name, all: paid, long: null, short: cause === 'borrowing' ? paid : null };
  });
  return [
    { kind: 'fees', name: 'Fees', all: all.fees, long: long.fees, short: short.fees },
    { kind: 'slippage', name: 'Slippage', all: all.slippage, long: long.slippage, short: short.slippage },
    ...carried,
  ];
}

const CARRIED = [
  { cause: 'borrowing', name: 'Borrow fees' },
  { cause: 'interest', name: 'Interest' },
  { cause: 'funding', name: 'Funding' },
  { cause: 'dividend', name: 'Dividends' },
] as const;

/** The windows of history that the data cover. */
export const crisisRows = (time: Column, equity: Column, benchmark: Column | null): readonly CrisisRow[] =>
  coveredWindows(time).map(({ name, start, end }) => {
    const run = spanResult(equity, start, end);
    const held = benchmark ? spanResult(benchmark, start, end) : null;
    return {
      name,
      start,
      end,
      startTime: time[start]!,
      endTime: time[end]!,
      run: run.return,
      runFall: run.fall,
      benchmark: held?.return ?? null,
      benchmarkFall: held?.fall ?? null,
    };
  });

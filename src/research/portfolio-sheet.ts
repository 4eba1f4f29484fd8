import type { Bars } from '../core/bars';
import type { Column } from '../core/column';
import type { Trade } from '../core/order';
import type { BenchmarkSample } from '../metrics/figures/run-sample';
import type { PortfolioOutcome } from './portfolio';
import type { TearsheetInput } from './tearsheet';

/**
 * The input of a tearsheet for a portfolio run. Bars of trades are counted in steps of the account, as instruments may
 * have calendars of their own; figures that need the prices of one instrument have none.
 *
 * @param benchmark  aligned with the run's series
 */
export function portfolioSheetInput(outcome: PortfolioOutcome, benchmark: BenchmarkSample): TearsheetInput {
  const { result, names, barsPerYear, currency } = outcome;
  const { series } = result;
  const trades = result.trades.map((trade) => inSteps(trade, series.time));
  return {
    run: { ...result, trades },
    bars: withoutPrices(series.time),
    instrument: { name: names.join(', '), currency, zone: 'UTC', barsPerYear },
    benchmark,
    assetOf: ({ market }) => names[market] ?? '',
  };
}

const inSteps = (trade: Trade, steps: Column): Trade => ({
  ...trade,
  entryBar: stepOf(trade.entryTime, steps),
  exitBar: Number.isNaN(trade.exitTime) ? NaN : stepOf(trade.exitTime, steps),
});

/** First step that is not before an instant. */
function stepOf(time: number, steps: Column): number {
  let low = 0;
  let high = steps.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (steps[middle]! >= time) high = middle;
    else low = middle + 1;
  }
  return low;
}

function withoutPrices(time: Column): Bars {
  const none: Column = new Float64Array(time.length).fill(NaN);
  return { time, open: none, high: none, low: none, close: none, volume: none, extra: {} };
}

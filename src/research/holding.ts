import type { Bars } from '../core/bars';
import type { Column } from '../core/column';
import type { Metrics } from '../core/metrics';
import { drawdowns } from '../metrics/max-drawdown';
import { measure } from '../metrics/measure';
import type { BacktestOutcome } from './outcome';

/**
 * What a run is compared with: the whole capital in the instrument from the first bar to the last,
 * in fractions of a unit, without costs. A close that is no price keeps the last value; before the
 * first known close the capital is idle.
 *
 * @param bars         at least one row
 * @param capital      account currency
 * @param barsPerYear  bars a year, for annualising
 */
export function holding(bars: Bars, capital: number, barsPerYear: number): BacktestOutcome['holding'] {
  const equity = holdingEquity(bars.close, capital);
  const drawdown = drawdowns(equity);
  const exposure: Column = new Float64Array(equity.length).fill(1);
  const series = { time: bars.time, equity, exposure, drawdown };
  const metrics: Metrics = measure({ series, fills: [], trades: [] }, barsPerYear);
  return { equity, drawdown, metrics };
}

function holdingEquity(close: Column, capital: number): Column {
  const out: Column = new Float64Array(close.length);
  let first = NaN;
  let value = capital;
  for (let i = 0; i < close.length; i++) {
    const price = close[i]!;
    if (price > 0 && price < Infinity) {
      if (Number.isNaN(first)) first = price;
      value = (capital * price) / first;
    }
    out[i] = value;
  }
  return out;
}

const INDEX_NAME = /\b(index|S&P|Nasdaq|Dow|Russell|FTSE|DAX|CAC|Nikkei|STOXX|MSCI)\b/i;

/** What holding is called after the verb: `the index` for one, else the instrument's name. */
export const heldName = (instrument: string): string =>
  INDEX_NAME.test(instrument) ? 'the index' : instrument;

import type { Column } from '../../core/column';
import type { RunEvent } from '../../core/event';
import type { Market } from '../../core/market';
import type { Fill, Trade } from '../../core/order';

/** One of the instruments of a run. */
export type SheetMarket = Pick<Market, 'name' | 'bars'>;

/** The position of one asset over time. */
export interface AssetPosition {
  readonly name: string;
  /** `f64[n]`, position value per row of the run, account currency, signed. */
  readonly value: Column;
}

/**
 * The row of a run's series at each instant: the last one that is not later.
 *
 * @param time  `f64[n]`, Unix milliseconds, ascending
 * @returns     a function of an instant; NaN for NaN and before the first row
 */
export function rowsOf(time: Column): (instant: number) => number {
  return (instant) => {
    if (!(instant >= time[0]!)) return NaN;
    let [low, high] = [0, time.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (time[middle]! <= instant) low = middle;
      else high = middle - 1;
    }
    return low;
  };
}

/** Trades whose bars are rows of the run's series; in the run they are rows of their own instruments. */
export function tradesOnRows(trades: readonly Trade[], time: Column): readonly Trade[] {
  const rowOf = rowsOf(time);
  return trades.map((trade) => ({
    ...trade,
    entryBar: rowOf(trade.entryTime),
    exitBar: rowOf(trade.exitTime),
  }));
}

/** The same of fills. */
export function fillsOnRows(fills: readonly Fill[], time: Column): readonly Fill[] {
  const rowOf = rowsOf(time);
  return fills.map((fill) => ({ ...fill, bar: rowOf(fill.time) }));
}

/**
 * What the position in each instrument was worth at each row: units after fills and splits, at the last close, at the
 * exchange rate of its last fill.
 *
 * @param markets  in the order of the run
 * @param fills    of the run, in order
 * @param events   of the run, for splits
 * @param time     `f64[n]`, Unix milliseconds of the run's rows
 */
export const assetPositions = (
  markets: readonly SheetMarket[],
  fills: readonly Fill[],
  events: readonly RunEvent[],
  time: Column,
): readonly AssetPosition[] =>
  markets.map(({ name, bars }, market) => {
    const changes = [
      ...fills.filter((fill) => fill.market === market).map(changeOf),
      ...splitsOf(events, market),
    ];
    return {
      name,
      value: valuesOf(
        bars,
        changes.sort((a, b) => a.time - b.time),
        time,
      ),
    };
  });

/** Units become `units × ratio + units`. */
interface Change {
  readonly time: number;
  readonly ratio: number;
  readonly units: number;
  /** NaN where it stays. */
  readonly rate: number;
}

const changeOf = ({ time, side, quantity, rate }: Fill): Change => ({
  time,
  ratio: 1,
  units: side === 'buy' ? quantity : -quantity,
  rate,
});

const splitsOf = (events: readonly RunEvent[], market: number): Change[] =>
  events.flatMap((event) =>
    event.kind === 'split' && event.market === market
      ? [{ time: event.time, ratio: event.ratio, units: 0, rate: NaN }]
      : [],
  );

function valuesOf(bars: SheetMarket['bars'], changes: readonly Change[], time: Column): Column {
  const out: Column = new Float64Array(time.length);
  let [units, rate, close, row, next] = [0, 1, 0, 0, 0];
  for (let i = 0; i < time.length; i++) {
    for (; row < bars.time.length && bars.time[row]! <= time[i]!; row++) {
      if (bars.close[row]! > 0) close = bars.close[row]!;
    }
    for (let change = changes[next]; change && change.time <= time[i]!; change = changes[++next]) {
      units = units * change.ratio + change.units;
      if (!Number.isNaN(change.rate)) rate = change.rate;
    }
    out[i] = units * close * rate;
  }
  return out;
}

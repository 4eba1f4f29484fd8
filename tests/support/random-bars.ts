import type { Bars } from '../../src/core/bars';
import type { Column } from '../../src/core/column';
import type { ExchangeRate, Market } from '../../src/core/market';
import type { RandomSource } from './random-source';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const START = Date.UTC(2020, 0, 6);

/** How the bars of a market are drawn. */
export interface BarShape {
  readonly rows: number;
  /** Prices stand on multiples of it; 0 for any price. */
  readonly tick: number;
  /** Share of the bars that are damaged: no price, crossed, absurd volumes. */
  readonly damage: number;
  /** Whether splits, dividends and funding happen. */
  readonly hasActions: boolean;
  /** Largest move from one bar to the next, a fraction. */
  readonly gap: number;
}

/** Bars of a random walk with gaps, on a calendar with holes. */
export function drawBars(random: RandomSource, shape: BarShape, interval = DAY_MS): Bars {
  const { rows, tick, damage, hasActions, gap } = shape;
  const column = (): Column => new Float64Array(rows);
  const bars = {
    time: column(),
    open: column(),
    high: column(),
    low: column(),
    close: column(),
    volume: column(),
  };
  const extra = { split: column().fill(1), dividend: column(), funding: column() };
  const onTick = (price: number): number =>
    tick === 0 ? price : Math.max(1, Math.round(price / tick)) * tick;
  let time = START + interval * random.whole(0, 5);
  let last = random.between(20, 200);
  for (let i = 0; i < rows; i++) {
    if (hasActions) last /= drawActions(random, extra, i, last);
    const open = onTick(last * (1 + random.between(-gap, gap)));
    const close = onTick(open * (1 + random.between(-0.05, 0.05)));
    bars.time[i] = time;
    bars.open[i] = open;
    bars.high[i] = onTick(Math.max(open, close) * (1 + random.between(0, 0.04)));
    bars.low[i] = onTick(Math.min(open, close) * (1 - random.between(0, 0.04)));
    bars.close[i] = close;
    bars.volume[i] = random.whole(0, 3000);
    last = close;
    time += interval * (random.chance(0.85) ? 1 : random.whole(2, 5));
    if (random.chance(damage)) spoil(random, bars, i);
  }
  return { ...bars, extra: hasActions ? extra : {} };
}

function drawActions(
  random: RandomSource,
  extra: Readonly<Record<'split' | 'dividend' | 'funding', Column>>,
  row: number,
  price: number,
): number {
  const ratio = random.maybe(0.03, () => random.pick([2, 3, 0.5, 0.1, 1.5]), 1);
  extra.split[row] = ratio;
  extra.dividend[row] = random.maybe(0.05, () => (price / ratio) * random.between(0, 0.02), 0);
  extra.funding[row] = random.maybe(0.1, () => random.between(-0.001, 0.001), 0);
  return ratio;
}

const NO_PRICES = [NaN, 0, -1, Infinity, -Infinity, 1e9, 1e-9];
const NO_VOLUMES = [NaN, -5, 1e18, Infinity];

function spoil(random: RandomSource, bars: Omit<Bars, 'extra'>, row: number): void {
  switch (random.whole(0, 3)) {
    case 0:
      bars[random.pick(['open', 'high', 'low', 'close'] as const)][row] = random.pick(NO_PRICES);
      return;
    case 1:
      for (const name of ['open', 'high', 'low', 'close'] as const) bars[name][row] = random.pick(NO_PRICES);
      return;
    case 2:
      [bars.high[row], bars.low[row]] = [bars.low[row]!, bars.high[row]!];
      return;
    default:
      bars.volume[row] = random.pick(NO_VOLUMES);
  }
}

/** What the markets of a run are drawn from. */
export interface MarketShape extends Omit<BarShape, 'rows'> {
  readonly rows: number;
  readonly count: number;
  readonly isForeign: boolean;
}

/** Instruments with calendars and intervals of their own, some in foreign currencies. */
export function drawMarkets(random: RandomSource, shape: MarketShape): readonly Market[] {
  const sameInterval = random.chance(0.5);
  return Array.from({ length: shape.count }, (_, k) => {
    const interval = sameInterval ? DAY_MS : random.pick([DAY_MS, DAY_MS, 6 * HOUR_MS]);
    const bars = drawBars(
      random,
      { ...shape, rows: random.whole(Math.ceil(shape.rows / 2), shape.rows) },
      interval,
    );
    const own = { intervalMs: interval, ...random.some(0.2, () => ({ contract: { multiplier: 5 } })) };
    const currency = shape.isForeign ? random.pick(['USD', 'EUR', 'JPY']) : 'USD';
    return { name: `m${random.whole(0, 9)}${k}`, bars, currency, ...own };
  });
}

/** Rates of the foreign currencies: one is a constant, the other moves. */
export function drawRates(random: RandomSource): Readonly<Record<string, ExchangeRate>> {
  const bars = drawBars(random, { rows: 60, tick: 0, damage: 0.02, hasActions: false, gap: 0.01 });
  const scaled = (column: Column): Column => column.map((price) => price / 10_000) as Column;
  const { time, open, high, low, close, volume } = bars;
  const yen = { open: scaled(open), high: scaled(high), low: scaled(low), close: scaled(close) };
  return { EUR: random.between(0.9, 1.3), JPY: { time, volume, ...yen, extra: {} } };
}

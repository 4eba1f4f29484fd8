import type { Bars } from '../../core/bars';
import { checkInteger } from '../../core/check';
import { exp } from '../../core/math/exp';
import { normalQuantile } from '../../core/math/normal';
import { UniformStream } from '../../core/random/uniforms';
import { ZoneClock } from '../../core/zone';
import { barColumns, toCents, weekday } from './synthetic-bars';

/** Zone and session of the synthetic market: New York, 09:30 to 16:00. */
export const SYNTHETIC_ZONE = 'America/New_York';
const OPEN_MS = 9.5 * 3_600_000;
const SESSION_MINUTES = 390;

const TRADING_DAYS = 252;
const STEPS_PER_BAR = 12;

/** What is generated. */
export interface SyntheticOptions {
  /** Integer in [0, 2^53); the same seed gives the same bytes everywhere. */
  readonly seed: number;
  /** Trading days, 1 to 5,000. */
  readonly days?: number;
  /** Minutes of a bar, a divisor of 390. */
  readonly minutes?: number;
}

/** A market mood: volatility and drift a year, and the chance a day that it ends. */
interface Regime {
  readonly volatility: number;
  readonly drift: number;
  readonly ends: number;
}

const REGIMES: readonly [Regime, Regime] = [
  { volatility: 0.12, drift: 0.12, ends: 1 / 60 },
  { volatility: 0.34, drift: -0.15, ends: 1 / 20 },
];

/**
 * Intraday bars of a market that does not exist: a random walk whose volatility switches between
 * a calm and a nervous regime, is higher at the open and the close of each session, and jumps over
 * night. Highs and lows are those of twelve steps within each bar; prices are in cents; volume
 * grows with the range.
 *
 * @throws BacktabError `parameter_out_of_range`
 * @see Hamilton, A New Approach to the Economic Analysis of Nonstationary Time Series, 1989 (regimes)
 */
export function syntheticBars({ seed, days = TRADING_DAYS, minutes = 5 }: SyntheticOptions): Bars {
  checkInteger('seed', seed, 0, Number.MAX_SAFE_INTEGER);
  checkInteger('days', days, 1, 5_000);
  checkInteger('barsPerSession', SESSION_MINUTES / minutes, 1, SESSION_MINUTES);
  const perDay = SESSION_MINUTES / minutes;
  const bars = barColumns(days * perDay);
  const market = new Market(seed, perDay);
  const clock = new ZoneClock(SYNTHETIC_ZONE);
  for (let day = 0; day < days; day++) {
    const open = clock.toUtc(weekday(day) + OPEN_MS, NaN);
    market.night();
    for (let k = 0; k < perDay; k++) {
      const i = day * perDay + k;
      bars.time[i] = open + k * minutes * 60_000;
      market.bar(k, i, bars);
    }
  }
  return { ...bars, extra: {} };
}

class Market {
  readonly #stream: UniformStream;
  readonly #perDay: number;
  #regime = 0;
  #price = 100;

  constructor(seed: number, perDay: number) {
    this.#stream = new UniformStream(seed);
    this.#perDay = perDay;
  }

  /** The regime may change, and the open is elsewhere than the close. */
  night(): void {
    if (this.#stream.next() < REGIMES[this.#regime]!.ends) this.#regime = 1 - this.#regime;
    this.#move(0.25, 1);
  }

  /** Writes bar `k` of the session to row `i`. */
  bar(k: number, i: number, out: Omit<Bars, 'extra'>): void {
    const open = toCents(this.#price);
    let [high, low, close] = [open, open, open];
    const busy = bustle((k + 0.5) / this.#perDay);
    for (let step = 0; step < STEPS_PER_BAR; step++) {
      this.#move(0.75 / (this.#perDay * STEPS_PER_BAR), busy);
      close = toCents(this.#price);
      high = Math.max(high, close);
      low = Math.min(low, close);
    }
    out.open[i] = open;
    out.high[i] = high;
    out.low[i] = low;
    out.close[i] = close;
    out.volume[i] = Math.round(
      2_000 * busy * (0.5 + this.#stream.next()) * (1 + (400 * (high - low)) / open),
    );
  }

  /** One step of a share of a trading day. */
  #move(days: number, busy: number): void {
    const { volatility, drift } = REGIMES[this.#regime]!;
    const years = days / TRADING_DAYS;
    const sigma = volatility * busy;
    const shock = normalQuantile(this.#stream.next() || Number.MIN_VALUE);
    this.#price *= exp((drift - (sigma * sigma) / 2) * years + sigma * Math.sqrt(years) * shock);
    this.#price = Math.max(this.#price, 1);
  }
}

/** How busy the session is at a share of it: 1.6 at its ends, 0.7 in the middle, 1 on average. */
const bustle = (share: number): number => 0.7 + 3.6 * (share - 0.5) * (share - 0.5);

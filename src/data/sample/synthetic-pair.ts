import type { Bars } from '../../core/bars';
import { checkInteger } from '../../core/check';
import { exp } from '../../core/math/exp';
import { normalQuantile } from '../../core/math/normal';
import { UniformStream } from '../../core/random/uniforms';
import { barColumns, toCents, weekday } from './synthetic-bars';

const TRADING_DAYS = 252;
/** Steps of a day: the first ones pass over night, each of the others is seen by the bar. */
const STEPS = 16;
const NIGHT_STEPS = 4;

/** The price that both follow: drift and volatility a year. */
const COMMON = { drift: 0.05, volatility: 0.18 };
/** What parts the first from the second: its usual size in logarithms, and days until half of it is gone. */
const APART = { deviation: 0.03, halfLife: 12 };
/** What each does by itself, as volatility a year. */
const OWN_VOLATILITY = 0.03;

/** What is generated. */
export interface SyntheticPairOptions {
  /** Integer in [0, 2^53); the same seed gives the same bytes everywhere. */
  readonly seed: number;
  /** Trading days, 1 to 5,000. */
  readonly days?: number;
}

/** Two related prices, daily, on the same days. */
export interface SyntheticPair {
  readonly a: Bars;
  readonly b: Bars;
}

/**
 * Daily bars of two markets that do not exist and are made to belong together: both follow one random
 * walk, and what parts A from B is pulled back to nothing, half of it every twelve days. Real pairs give
 * no such promise. Prices are in cents; bars stand at midnight UTC of weekdays from 2024-01-01 on.
 *
 * @throws BacktabError `parameter_out_of_range`
 * @see Uhlenbeck and Ornstein, On the Theory of the Brownian Motion, 1930 (the pull)
 */
export function syntheticPair({ seed, days = 5 * TRADING_DAYS }: SyntheticPairOptions): SyntheticPair {
  checkInteger('seed', seed, 0, Number.MAX_SAFE_INTEGER);
  checkInteger('days', days, 1, 5_000);
  const a = barColumns(days);
  const b = barColumns(days);
  const prices = new RelatedPrices(seed);
  for (let day = 0; day < days; day++) {
    for (const bars of [a, b]) bars.time[day] = weekday(day);
    for (let step = 0; step < NIGHT_STEPS; step++) prices.move();
    const seen: (readonly [number, number])[] = [[prices.a, prices.b]];
    for (let step = NIGHT_STEPS; step < STEPS; step++) {
      prices.move();
      seen.push([prices.a, prices.b]);
    }
    for (const [which, bars] of [a, b].entries()) {
      const path = seen.map((both) => both[which]!);
      bars.open[day] = path[0]!;
      bars.high[day] = Math.max(...path);
      bars.low[day] = Math.min(...path);
      bars.close[day] = path.at(-1)!;
      bars.volume[day] = Math.round(100_000 * (0.5 + prices.uniform()));
    }
  }
  return { a: { ...a, extra: {} }, b: { ...b, extra: {} } };
}

/** The state of both prices between two steps. */
class RelatedPrices {
  readonly #stream: UniformStream;
  readonly #kept = exp(-Math.LN2 / (APART.halfLife * STEPS));
  #common = 0;
  #apart = 0;
  #own = 0;

  constructor(seed: number) {
    this.#stream = new UniformStream(seed);
  }

  get a(): number {
    return toCents(100 * exp(this.#common + this.#apart));
  }

  get b(): number {
    return toCents(80 * exp(this.#common + this.#own));
  }

  uniform(): number {
    return this.#stream.next();
  }

  move(): void {
    const years = 1 / (TRADING_DAYS * STEPS);
    const { drift, volatility } = COMMON;
    const kept = this.#kept;
    this.#common +=
      (drift - (volatility * volatility) / 2) * years + volatility * Math.sqrt(years) * this.#shock();
    this.#apart = kept * this.#apart + APART.deviation * Math.sqrt(1 - kept * kept) * this.#shock();
    this.#own = kept * this.#own + OWN_VOLATILITY * Math.sqrt(years) * this.#shock();
  }

  #shock(): number {
    return normalQuantile(this.#stream.next() || Number.MIN_VALUE);
  }
}

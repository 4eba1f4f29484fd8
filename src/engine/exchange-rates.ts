import type { Bars } from '../core/bars';
import { checkRange } from '../core/check';
import { BacktabError } from '../core/errors';
import type { ExchangeRate } from '../core/market';
import type { Fill } from '../core/order';
import type { RunSettings } from '../core/settings';
import { checkBars } from './check-markets';
import { isPrice } from './cursor';
import type { EventBook } from './event-book';
import type { Ledger } from './ledger';
import type { MarketState } from './market-state';

const DAY_MS = 86_400_000;

interface Source {
  readonly currency: number;
  readonly bars: Bars;
  readonly interval: number;
  row: number;
}

/** What a snapshot keeps of it. */
export interface RatesState {
  readonly rates: Float64Array;
  readonly rows: readonly number[];
}

/** What foreign currencies are worth as time goes on: constants, or the last close of their bars. */
export class ExchangeRates {
  readonly #rates: Float64Array;
  readonly #names: readonly string[];
  readonly #sources: Source[] = [];

  /**
   * @param names  code of each currency; the first is the account's
   * @param rates  by code
   * @param into   current rate of each currency, kept up to date; NaN before the first close
   * @throws BacktabError `rate_missing`, `parameter_out_of_range` for a constant that is no price, `bars_unordered` | `length_mismatch`
   */
  constructor(names: readonly string[], rates: Readonly<Record<string, ExchangeRate>>, into: Float64Array) {
    this.#rates = into;
    this.#names = names;
    names.forEach((name, currency) => {
      if (currency === 0) return;
      const rate = rates[name];
      if (rate === undefined)
        throw new BacktabError('rate_missing', { currency: name, account: names[0] ?? '' });
      if (typeof rate === 'number') {
        checkRange(`rate of ${name}`, rate, Number.MIN_VALUE, Number.MAX_VALUE);
        into[currency] = rate;
        return;
      }
      checkBars(name, rate);
      into[currency] = NaN;
      this.#sources.push({ currency, bars: rate, interval: intervalOf(rate), row: -1 });
    });
  }

  /** Whether any rate changes with time. */
  get isMoving(): boolean {
    return this.#sources.length > 0;
  }

  /** State for a snapshot. */
  save(): RatesState {
    return { rates: this.#rates.slice(), rows: this.#sources.map(({ row }) => row) };
  }

  restore({ rates, rows }: RatesState): void {
    this.#rates.set(rates);
    this.#sources.forEach((source, k) => (source.row = rows[k]!));
  }

  /** Takes every close up to an instant. */
  moveTo(time: number): void {
    for (const source of this.#sources) {
      const { bars, interval } = source;
      while (source.row + 1 < bars.time.length && bars.time[source.row + 1]! + interval <= time) {
        source.row += 1;
        const close = bars.close[source.row]!;
        if (isPrice(close)) this.#rates[source.currency] = close;
      }
    }
  }

  /** Turns the foreign cash of a fill into the account's currency, at a cost, where the settings say so. */
  convert(fill: Fill, market: MarketState, ledger: Ledger, settings: RunSettings, events: EventBook): void {
    const { currency } = market;
    if (currency === 0 || settings.currencyCash === 'hold') return;
    const amount = ledger.cash[currency]!;
    if (amount === 0) return;
    const rate = this.#rates[currency]!;
    const cost = (Math.abs(amount) * rate * settings.conversionBps) / 10_000;
    const { bar, time } = fill;
    const movements = [
      [currency, -amount],
      [0, amount * rate - cost],
    ] as const;
    for (const [row, gained] of movements) {
      ledger.postCash('exchange', bar, row, gained);
      events.tell({
        kind: 'cash',
        bar,
        time,
        cause: 'exchange',
        market: market.position,
        currency: this.#names[row]!,
        amount: gained,
      });
    }
  }
}

/** Shortest time between two bars; a day when there is one, so that its close is not known at its open. */
function intervalOf({ time }: Bars): number {
  let shortest = Infinity;
  for (let i = 1; i < time.length; i++) shortest = Math.min(shortest, time[i]! - time[i - 1]!);
  return shortest === Infinity ? DAY_MS : shortest;
}

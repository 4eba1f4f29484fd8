import type { Fill } from '../core/order';
import type { MarketState } from './market-state';
import type { TradeTally } from './sizing/kelly';

interface Open {
  /** Account currency: value of the units opened, and what was realised on those closed, after fees. */
  value: number;
  spent: number;
  profit: number;
}

/** What a snapshot keeps of it. */
export interface RoundTripsState {
  readonly open: readonly { readonly long: Open; readonly short: Open }[];
  readonly tally: TradeTally;
}

/**
 * What each position has come to, from its first unit to its last: sizing by Kelly and the risk rules look at these
 * while the run goes on. (The trades of the report are folded from the fills.)
 */
export class RoundTrips {
  readonly #open: readonly { long: Open; short: Open }[];
  readonly #tally: TradeTally;

  constructor(markets: number, tally: TradeTally) {
    const fresh = (): Open => ({ value: 0, spent: 0, profit: 0 });
    this.#open = Array.from({ length: markets }, () => ({ long: fresh(), short: fresh() }));
    this.#tally = tally;
  }

  /** State for a snapshot. */
  save(): RoundTripsState {
    const copy = ({ value, spent, profit }: Open): Open => ({ value, spent, profit });
    const { wins, losses, won, lost } = this.#tally;
    return {
      open: this.#open.map(({ long, short }) => ({ long: copy(long), short: copy(short) })),
      tally: { wins, losses, won, lost },
    };
  }

  restore({ open, tally }: RoundTripsState): void {
    open.forEach(({ long, short }, k) => {
      Object.assign(this.#open[k]!.long, long);
      Object.assign(this.#open[k]!.short, short);
    });
    Object.assign(this.#tally, tally);
  }

  /** Takes a fill after it was booked; answers the profit when it ended a position, else NaN. */
  take(fill: Fill, market: MarketState): number {
    const isLong = (fill.side === 'buy') === (fill.effect === 'open');
    const open = this.#open[market.position]![isLong ? 'long' : 'short'];
    const value = fill.price * fill.quantity * fill.rate;
    if (fill.effect === 'open') {
      open.value += value;
      open.spent += value;
      open.profit -= fill.fee;
      return NaN;
    }
    const holding = market[isLong ? 'long' : 'short'];
    const part = fill.quantity / (holding.size + fill.quantity);
    const cost = open.value * part;
    open.value -= cost;
    open.profit += (isLong ? value - cost : cost - value) - fill.fee;
    if (holding.size > 0) return NaN;
    const { profit, spent } = open;
    open.value = open.spent = open.profit = 0;
    this.#count(profit, spent);
    return profit;
  }

  #count(profit: number, spent: number): void {
    const tally = this.#tally;
    if (profit > 0) {
      tally.wins += 1;
      tally.won += profit / spent;
    } else {
      tally.losses += 1;
      tally.lost -= profit / spent;
    }
  }
}

import type { QuoteTick, TradeTick } from '../../core/tick';
import { BOUGHT, SOLD, type Ticks } from '../../core/ticks';

/** The newest trade as one object that is reused, as `BarCursor` is for bars. */
export class TradeCursor implements TradeTick {
  readonly kind = 'trade';
  eventTime = NaN;
  receivedTime = NaN;
  price = NaN;
  quantity = NaN;
  aggressor: 'buy' | 'sell' | null = null;

  /** Takes row `i`, a trade. */
  read(ticks: Ticks, i: number): void {
    const kind = ticks.kind[i];
    this.eventTime = ticks.eventTime[i]!;
    this.receivedTime = ticks.receivedTime[i]!;
    this.price = ticks.bid[i]!;
    this.quantity = ticks.bidSize[i]!;
    this.aggressor = kind === BOUGHT ? 'buy' : kind === SOLD ? 'sell' : null;
  }
}

/** The newest quote, likewise. */
export class QuoteCursor implements QuoteTick {
  readonly kind = 'quote';
  eventTime = NaN;
  receivedTime = NaN;
  bid = NaN;
  bidSize = NaN;
  ask = NaN;
  askSize = NaN;

  /** Takes row `i`, a quote. */
  read(ticks: Ticks, i: number): void {
    this.eventTime = ticks.eventTime[i]!;
    this.receivedTime = ticks.receivedTime[i]!;
    this.bid = ticks.bid[i]!;
    this.bidSize = ticks.bidSize[i]!;
    this.ask = ticks.ask[i]!;
    this.askSize = ticks.askSize[i]!;
  }
}

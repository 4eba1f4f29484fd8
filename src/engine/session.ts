import type { Clock } from '../core/clock';
import type { MarketData } from '../core/market-data';
import type { Engine } from './engine';

/**
 * Drives an engine by data as they come, on paper or live: at each update it does what has ended and begun by the
 * clock's time. Over the same bars it ends where a backtest ends, whatever the pace they came at.
 *
 * The engine is not ended, so that it can go on with other data; `Engine.end` does that.
 */
export async function runSession(engine: Engine, data: MarketData, clock: Clock): Promise<void> {
  for await (const { market, bars } of data.updates()) {
    engine.extend(market, bars);
    engine.runUntil(clock.now());
  }
  engine.runUntil(clock.now());
}

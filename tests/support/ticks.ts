import { NO_BARS } from '../../src/core/bars';
import type { OrderRecord, OrderRequest } from '../../src/core/order';
import { DEFAULT_SETTINGS, type RunSettings } from '../../src/core/run';
import type { QuoteTick, TradeTick } from '../../src/core/tick';
import { ticksOf } from '../../src/core/ticks';
import { simulatePortfolio, type Simulation } from '../../src/engine/simulate';

export type Tick = TradeTick | QuoteTick;

/** Best prices from instant `time` on, known at once. */
export const quote = (
  time: number,
  bid: number,
  bidSize: number,
  ask: number,
  askSize: number,
): QuoteTick => ({
  kind: 'quote',
  eventTime: time,
  receivedTime: time,
  bid,
  bidSize,
  ask,
  askSize,
});

/** A trade at instant `time`, known at once. */
export const trade = (
  time: number,
  price: number,
  quantity: number,
  aggressor: 'buy' | 'sell' | null = null,
): TradeTick => ({ kind: 'trade', eventTime: time, receivedTime: time, price, quantity, aggressor });

/** The same ticks, known `delayMs` after they happened. */
export const delayed = (ticks: readonly Tick[], delayMs: number): readonly Tick[] =>
  ticks.map((tick) => ({ ...tick, receivedTime: tick.eventTime + delayMs }));

/** What is asked for at each row that the strategy is told. */
export type TickScript = Readonly<Record<number, readonly OrderRequest[]>>;

/** A run over ticks alone by a script. */
export function runTicks(
  ticks: readonly Tick[],
  script: TickScript,
  settings: Partial<RunSettings> = {},
): Simulation {
  let told = 0;
  const strategy = {
    name: 'scripted',
    onBar: () => [],
    onTick: () => script[told++] ?? [],
  };
  return simulatePortfolio({
    markets: [{ name: 'A', bars: NO_BARS, ticks: ticksOf(ticks) }],
    strategy,
    settings: { ...DEFAULT_SETTINGS, ...settings },
  });
}

/** Timeline of an order: `row status reason` of each step. */
export const timeline = ({ events }: OrderRecord): string[] =>
  events.map(({ bar, status, reason }) => `${bar} ${status} ${reason}`);

/** Fills as `row side quantity price liquidity`. */
export const fillsOf = ({ fills }: Simulation): string[] =>
  fills.map(
    ({ bar, side, quantity, price, liquidity }) => `${bar} ${side} ${quantity} @ ${price} ${liquidity}`,
  );

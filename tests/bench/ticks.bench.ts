import { NO_BARS } from '../../src/core/bars';
import type { OrderRequest } from '../../src/core/order';
import { uniforms } from '../../src/core/random/uniforms';
import { DEFAULT_SETTINGS } from '../../src/core/run';
import type { Strategy } from '../../src/core/strategy';
import { BOUGHT, QUOTE, SOLD, type Ticks } from '../../src/core/ticks';
import { simulatePortfolio } from '../../src/engine/simulate';

const ROWS = 1_000_000;
const RUNS = 7;
const TICK = 0.01;

/**
 * Ticks a second of the exact engine: a strategy that only listens, and one that keeps a bid and an offer at the best
 * prices and moves them with the market. Beside them a plain loop that reads the same columns.
 */
export async function run(print: (line: string) => void): Promise<void> {
  const ticks = syntheticTicks(ROWS);
  const loop = median(() => plainLoop(ticks));
  print(`plain loop over the columns: ${rate(loop)}`);
  const cases: readonly [name: string, make: () => Strategy][] = [
    ['listening', () => ({ name: 'listener', onBar: () => [], onTick: () => NOTHING })],
    ['quoting both sides', () => quoter()],
  ];
  for (const [name, make] of cases) {
    let words = '';
    const time = median(() => {
      const { orders, fills } = simulate(ticks, make());
      words = `${orders.length} orders, ${fills.length} fills`;
    });
    print(`${name}, ${words}: ${rate(time)}, ${(time / loop).toFixed(0)} times the loop`);
  }
}

const NOTHING: readonly OrderRequest[] = [];

const rate = (ms: number): string => `${ms.toFixed(1)} ms, ${(ROWS / ms / 1000).toFixed(2)}M ticks/s`;

function median(work: () => void): number {
  const times: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[RUNS >> 1] ?? NaN;
}

const simulate = (ticks: Ticks, strategy: Strategy) =>
  simulatePortfolio({
    markets: [{ name: 'A', bars: NO_BARS, ticks, contract: { tickSize: TICK } }],
    strategy,
    settings: {
      ...DEFAULT_SETTINGS,
      capital: 1e6,
      latencyMs: 5,
      leverage: 2,
      feePercent: 0.02,
      feeMakerPercent: -0.005,
      queueModel: 'proportional',
    },
  });

/** Bids and offers at the best prices as far as its position allows. */
function quoter(): Strategy {
  let bid = NaN;
  let ask = NaN;
  return {
    name: 'quoter',
    onBar: () => NOTHING,
    onTick(tick, { positionSize }) {
      if (tick.kind !== 'quote' || (tick.bid === bid && tick.ask === ask)) return NOTHING;
      bid = tick.bid;
      ask = tick.ask;
      const requests: OrderRequest[] = [{ kind: 'cancel' }];
      if (positionSize < 50)
        requests.push({ kind: 'order', side: 'buy', units: 5, limit: bid, postOnly: true });
      if (positionSize > -50)
        requests.push({ kind: 'order', side: 'sell', units: 5, limit: ask, postOnly: true });
      return requests;
    },
  };
}

function plainLoop({ kind, eventTime, receivedTime, bid, bidSize, ask, askSize }: Ticks): number {
  let sum = 0;
  for (let i = 0; i < kind.length; i++) {
    sum += kind[i] === QUOTE ? (bid[i]! + ask[i]!) / 2 : bid[i]!;
    sum += bidSize[i]! + askSize[i]! + receivedTime[i]! - eventTime[i]!;
  }
  return sum;
}

/** A price that steps once in about a hundred ticks; sizes change in between, and one tick in four is a trade. */
function syntheticTicks(rows: number): Ticks {
  const column = () => new Float64Array(rows);
  const ticks = {
    kind: new Uint8Array(rows),
    eventTime: column(),
    receivedTime: column(),
    bid: column(),
    bidSize: column(),
    ask: column(),
    askSize: column(),
  };
  const random = uniforms(7, 4 * rows);
  let steps = 10_000;
  for (let i = 0; i < rows; i++) {
    const [a, b, c, d] = [random[4 * i]!, random[4 * i + 1]!, random[4 * i + 2]!, random[4 * i + 3]!];
    if (a < 0.005) steps -= 1;
    else if (a > 0.995) steps += 1;
    const isTrade = i > 0 && a >= 0.005 && a < 0.25;
    const isBought = b < 0.5;
    ticks.kind[i] = isTrade ? (isBought ? BOUGHT : SOLD) : QUOTE;
    ticks.eventTime[i] = i * 10;
    ticks.receivedTime[i] = i * 10 + 2 + Math.floor(3 * d);
    ticks.bid[i] = (isTrade && isBought ? steps + 1 : steps) * TICK;
    ticks.ask[i] = (isTrade && !isBought ? steps : steps + 1) * TICK;
    ticks.bidSize[i] = isTrade ? 1 + Math.floor(20 * c) : 50 + Math.floor(100 * b);
    ticks.askSize[i] = isTrade ? ticks.bidSize[i]! : 50 + Math.floor(100 * c);
  }
  return ticks;
}

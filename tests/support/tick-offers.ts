import { tickCount, type Ticks } from '../../src/core/ticks';

/** Best prices and their sizes at each row. */
export function quotesOf(ticks: Ticks): { bid: number; bidSize: number; ask: number; askSize: number }[] {
  let last = { bid: NaN, bidSize: 0, ask: NaN, askSize: 0 };
  return [...ticks.kind].map((kind, i) => {
    if (kind === 0) {
      last = {
        bid: ticks.bid[i]!,
        bidSize: ticks.bidSize[i]!,
        ask: ticks.ask[i]!,
        askSize: ticks.askSize[i]!,
      };
    }
    return last;
  });
}

/**
 * Units that a trade, or one price of one side while it stands, ever offered: what was shown first and what came on top.
 * `quotes` has the rows since which bid and ask stand, at each row.
 */
export function offeredBy(ticks: Ticks): {
  units: Map<string, number>;
  quotes: readonly (readonly number[])[];
} {
  const units = new Map<string, number>();
  const sides = { bid: { price: NaN, size: 0, since: 0 }, ask: { price: NaN, size: 0, since: 0 } };
  const quotes: number[][] = [];
  let hasQuotes = false;
  for (let row = 0; row < tickCount(ticks); row++) {
    const isQuote = ticks.kind[row] === 0;
    hasQuotes ||= isQuote;
    if (!isQuote) units.set(`trade ${row}`, ticks.bidSize[row]!);
    for (const name of ['bid', 'ask'] as const) {
      const side = sides[name];
      const price = ticks[name][row]!;
      if (!isQuote) {
        if (name === 'bid' ? price <= side.price : price >= side.price) side.size = 0;
        continue;
      }
      if (price !== side.price) Object.assign(side, { price, size: 0, since: row });
      const key = `${name === 'ask' ? 'buy' : 'sell'} ${side.since}`;
      const size = ticks[`${name}Size`][row]!;
      units.set(key, (units.get(key) ?? 0) + Math.max(0, size - side.size));
      side.size = size;
    }
    quotes.push(hasQuotes ? [sides.bid.since, sides.ask.since] : []);
  }
  return { units, quotes };
}

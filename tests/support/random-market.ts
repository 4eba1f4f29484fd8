import fc from 'fast-check';
import type { Bars } from '../../src/core/bars';
import type { OrderRequest } from '../../src/core/order';
import type { RunSettings } from '../../src/core/run';
import type { Strategy } from '../../src/core/strategy';

/** Moves of one bar, in fractions: gap at the open, change to the close, and how far the range goes beyond both. */
const move = fc.record({
  gap: fc.double({ min: -0.08, max: 0.08, noNaN: true }),
  change: fc.double({ min: -0.06, max: 0.06, noNaN: true }),
  up: fc.double({ min: 0, max: 0.05, noNaN: true }),
  down: fc.double({ min: 0, max: 0.05, noNaN: true }),
  /** What is broken in the bar, rarely. */
  damage: fc.option(fc.constantFrom(NaN, 0, -1, Infinity), { freq: 12, nil: null }),
});

/** Bars with gaps and, now and then, a price that is none. */
export const randomBars: fc.Arbitrary<Bars> = fc.array(move, { minLength: 2, maxLength: 60 }).map((moves) => {
  const column = () => new Float64Array(moves.length);
  const bars = {
    time: column(),
    open: column(),
    high: column(),
    low: column(),
    close: column(),
    volume: column(),
  };
  let last = 100;
  moves.forEach(({ gap, change, up, down, damage }, i) => {
    const open = last * (1 + gap);
    const close = open * (1 + change);
    bars.time[i] = Date.UTC(2020, 0, 1 + i);
    bars.open[i] = open;
    bars.high[i] = Math.max(open, close) * (1 + up);
    bars.low[i] = Math.min(open, close) * (1 - down);
    bars.close[i] = close;
    bars.volume[i] = 1000;
    last = close;
    if (damage === null) return;
    const part = (['open', 'high', 'low', 'close'] as const)[i % 4]!;
    bars[part][i] = damage;
  });
  return { ...bars, extra: {} };
});

/** What a random strategy asks for on one bar; distances are fractions of the close. */
const wish = fc.record({
  act: fc.constantFrom('none', 'none', 'buy', 'sell', 'exit', 'reverse'),
  percent: fc.double({ min: 1, max: 120, noNaN: true }),
  stop: fc.option(fc.double({ min: -0.01, max: 0.06, noNaN: true }), { nil: NaN }),
  target: fc.option(fc.double({ min: -0.01, max: 0.06, noNaN: true }), { nil: NaN }),
});

/** A strategy that acts by a list of wishes, which repeats. It reads nothing but its own bar. */
export const randomStrategy: fc.Arbitrary<Strategy> = fc
  .array(wish, { minLength: 1, maxLength: 20 })
  .map((wishes) => ({
    name: 'random',
    onBar({ close }, index): readonly OrderRequest[] {
      const { act, percent, stop, target } = wishes[index % wishes.length]!;
      if (act === 'none') return [];
      if (act === 'exit') return [{ kind: 'exit' }];
      const side = act === 'sell' ? 'sell' : 'buy';
      const sign = side === 'buy' ? 1 : -1;
      const enter: OrderRequest = {
        kind: 'enter',
        side,
        sizing: { kind: 'percent_of_equity', percent },
        stop: close * (1 - sign * stop),
        target: close * (1 + sign * target),
      };
      return act === 'reverse' ? [{ kind: 'exit' }, enter] : [enter];
    },
  }));

/** Costs and lots at random. */
export const randomSettings: fc.Arbitrary<RunSettings> = fc.record({
  capital: fc.double({ min: 1000, max: 1e6, noNaN: true }),
  feePercent: fc.double({ min: 0, max: 1, noNaN: true }),
  slippageBps: fc.double({ min: 0, max: 50, noNaN: true }),
  intrabar: fc.constant('pessimistic'),
  lotSize: fc.constantFrom(1, 0.001, 5),
});

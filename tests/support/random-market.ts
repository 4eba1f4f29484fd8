import fc from 'fast-check';
import type { Bars } from '../../src/core/bars';
import type { OrderRequest } from '../../src/core/order';
import { DEFAULT_SETTINGS, type RunSettings } from '../../src/core/run';
import type { Strategy } from '../../src/core/strategy';

/** Evenly spread: `fc.double` draws by bit pattern, so that nearly all of its values are next to zero. */
const between = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: 1_000_000 }).map((k) => min + (k / 1_000_000) * (max - min));

/** Moves of one bar, in fractions: gap at the open, change to the close, and how far the range goes beyond both. */
const move = fc.record({
  gap: between(-0.08, 0.08),
  change: between(-0.06, 0.06),
  up: between(0, 0.05),
  down: between(0, 0.05),
  /** What is broken in the bar, rarely. */
  damage: fc.oneof(
    { weight: 30, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(NaN, 0, -1, Infinity) },
  ),
});

/** Bars with gaps and, now and then, a price that is none. */
export const randomBars: fc.Arbitrary<Bars> = fc
  .array(move, { minLength: 20, maxLength: 80, size: 'max' })
  .map((moves) => {
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
  percent: between(1, 110),
  stop: fc.option(between(-0.005, 0.06), { nil: NaN }),
  target: fc.option(between(-0.005, 0.06), { nil: NaN }),
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
export const randomSettings: fc.Arbitrary<RunSettings> = fc
  .record({
    capital: between(10_000, 1e6),
    feePercent: between(0, 1),
    slippageBps: between(0, 50),
    lotSize: fc.constantFrom(1, 0.001, 5),
  })
  .map((settings) => ({ ...DEFAULT_SETTINGS, ...settings }));

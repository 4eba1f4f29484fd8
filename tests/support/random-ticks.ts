import fc from 'fast-check';
import { DEFAULT_SETTINGS, type RunSettings } from '../../src/core/run';
import { quote, trade, type Tick } from './ticks';

const whole = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });

interface Step {
  readonly wait: number;
  readonly lag: number;
  readonly move: number;
  readonly isTrade: boolean;
  readonly offset: number;
  readonly size: number;
  readonly other: number;
  readonly side: 'buy' | 'sell' | null;
}

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    wait: whole(0, 4),
    lag: whole(0, 6),
    move: fc.constantFrom(-1, 0, 0, 0, 1),
    isTrade: fc.boolean(),
    offset: whole(-1, 2),
    size: whole(0, 30),
    other: whole(0, 30),
    side: fc.constantFrom('buy', 'sell', null),
  }),
  { minLength: 20, maxLength: 120, size: 'max' },
);

/** Quotes one or two apart around a price that walks, and trades at and around them. */
export const randomTicks: fc.Arbitrary<readonly Tick[]> = steps.map((list) => {
  let time = 0;
  let bid = 100;
  return list.map(({ wait, lag, move, isTrade, offset, size, other, side }) => {
    time += wait;
    if (!isTrade) bid += move;
    const tick: Tick = isTrade
      ? trade(time, bid + offset, size, side)
      : quote(time, bid, size, bid + 1 + (other % 2), other);
    return { ...tick, receivedTime: time + lag };
  });
});

/** Delays, models, costs and margin at random. */
export const randomTickSettings: fc.Arbitrary<RunSettings> = fc
  .record({
    latencyMs: fc.constantFrom(0, 1, 3, 10),
    queueModel: fc.constantFrom('back' as const, 'proportional' as const, 'front' as const),
    triggerOn: fc.constantFrom('trade' as const, 'quote' as const),
    feePercent: fc.constantFrom(0, 0.05),
    feeMakerPercent: fc.constantFrom(NaN, -0.01),
    capital: fc.constantFrom(3000, 1e6),
    leverage: fc.constantFrom(1, 3),
    maintenancePercent: fc.constantFrom(0, 20),
    markEveryMs: fc.constantFrom(5, 50),
  })
  .map((settings) => ({ ...DEFAULT_SETTINGS, pyramiding: 5, oppositeEntry: 'reverse', ...settings }));

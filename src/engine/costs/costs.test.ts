import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type RunSettings } from '../../core/settings';
import { FeeModel, type FeeAccount } from './fee';
import { slippageOf } from './slippage';
import { roundToTick } from './tick';

const settings = (more: Partial<RunSettings>): RunSettings => ({ ...DEFAULT_SETTINGS, ...more });
const account = (): FeeAccount => ({ feeDue: 0, feePaid: 0, filledValue: 0 });

describe('fees', () => {
  it('hold their minimum and maximum over all fills of an order', () => {
    const fees = new FeeModel(settings({ feePercent: 0.1, feeMinimum: 5, feeMaximumPercent: 1 }));
    const order = account();
    expect(fees.charge(order, 300, 3, 'taker')).toBe(3);
    expect(fees.charge(order, 700, 7, 'taker')).toBeCloseTo(2, 12);
    expect(fees.charge(order, 9000, 90, 'taker')).toBeCloseTo(5, 12);
    expect(order.feePaid).toBeCloseTo(10, 12);
  });

  it('charge an order once, and each unit', () => {
    const fees = new FeeModel(settings({ feePerOrder: 2, feePerUnit: 0.01 }));
    const order = account();
    expect(fees.charge(order, 500, 50, 'taker')).toBe(2.5);
    expect(fees.charge(order, 500, 50, 'taker')).toBe(0.5);
  });

  it('tell makers from takers, and may be rebates', () => {
    const fees = new FeeModel(settings({ feePercent: 0.05, feeMakerPercent: -0.01 }));
    expect(fees.charge(account(), 10_000, 1, 'maker')).toBeCloseTo(-1, 12);
    expect(fees.charge(account(), 10_000, 1, 'taker')).toBeCloseTo(5, 12);
  });

  it('go down with the value of the calendar month, and up again with the next', () => {
    const fees = new FeeModel(settings({ feePercent: 9, feeTiers: '1000:0.1,0:0.2' }));
    fees.enterMonth(1);
    expect(fees.charge(account(), 1000, 1, 'taker')).toBeCloseTo(2, 12);
    expect(fees.charge(account(), 1000, 1, 'taker')).toBeCloseTo(1, 12);
    fees.enterMonth(2);
    expect(fees.charge(account(), 1000, 1, 'maker')).toBeCloseTo(2, 12);
  });
});

describe('slippage', () => {
  it('adds half the spread, ticks and a share of the price against the order', () => {
    const slip = slippageOf(settings({ slippageBps: 10, spreadBps: 20, slippageTicks: 2 }));
    expect(slip('buy', 100, 1, 1000, 0.05, 'open')).toBeCloseTo(100.3, 12);
    expect(slip('sell', 100, 1, 1000, 0.05, 'open')).toBeCloseTo(99.7, 12);
  });

  it('grows with the root or the square of the share of the volume', () => {
    const root = slippageOf(settings({ impactBps: 100 }));
    expect(root('buy', 100, 250, 1000, 0, 'open')).toBeCloseTo(100.5, 12);
    const square = slippageOf(settings({ impactQuadraticBps: 1000 }));
    expect(square('buy', 100, 250, 1000, 0, 'open')).toBeCloseTo(100 * (1 + 0.1 * 0.0625), 12);
    expect(root('buy', 100, 250, NaN, 0, 'open')).toBe(100);
  });

  it('leaves a sale a price, however large its impact', () => {
    const slip = slippageOf(settings({ impactBps: 1e6 }));
    expect(slip('sell', 100, 1000, 1000, 0, 'close')).toBeCloseTo(1e-4, 12);
    expect(slip('sell', 100, 1000, 1000, 0.5, 'close')).toBe(0.5);
  });
});

it.each([
  [100.12, 0.05, 1, 100.15],
  [100.12, 0.05, -1, 100.1],
  [100.15, 0.05, 1, 100.15],
  [0.3, 0.1, -1, 0.3],
  [100.12, 0, 1, 100.12],
] as const)('%f on steps of %f, rounded towards %i, is %f', (price, tick, sign, expected) => {
  expect(roundToTick(price, tick, sign)).toBeCloseTo(expected, 12);
});

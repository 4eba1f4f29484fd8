import { describe, expect, it } from 'vitest';
import type { Column } from '../../core/column';
import { log } from '../../core/math/log';
import { batch } from '../batch';
import { findIndicator } from '../catalogue';

const ROWS = 60;

/** The one output. */
function value(name: string, inputs: readonly Column[], params: readonly number[]): Column {
  return batch(findIndicator(name)!, inputs, params)[0]!;
}
const constant = (x: number): Column => new Float64Array(ROWS).fill(x);

describe('estimators of range', () => {
  const open = constant(100);
  const high = constant(100 * Math.E ** 0.02);
  const low = constant(100 / Math.E ** 0.02);
  const bars = [open, high, low, open];

  it('has the volatility of a bar that goes 2 % up, 2 % down and home', () => {
    expect(value('parkinson', [high, low], [5, 1]).at(-1)).toBeCloseTo(0.04 / Math.sqrt(4 * Math.LN2), 14);
    expect(value('garman_klass', bars, [5, 1]).at(-1)).toBeCloseTo(0.04 / Math.sqrt(2), 14);
    expect(value('rogers_satchell', bars, [5, 1]).at(-1)).toBeCloseTo(0.02 * Math.sqrt(2), 14);
  });

  it('is larger by the root of the bars a year', () => {
    const year = value('parkinson', [high, low], [5, 252]).at(-1)!;
    expect(year / value('parkinson', [high, low], [5, 1]).at(-1)!).toBeCloseTo(Math.sqrt(252), 12);
  });

  it('sees no variance in bars that contradict themselves', () => {
    const beyond = constant(110);
    expect(value('garman_klass', [open, open, open, beyond], [5, 1]).at(-1)).toBe(0);
    expect(value('rogers_satchell', [open, high, high, open], [5, 1]).at(-1)).toBeGreaterThan(0);
  });

  it.each([0, -5, NaN, Infinity])('is NaN only while a price of %s is in the window', (odd) => {
    const broken = high.with(20, odd);
    const found = value('parkinson', [broken, low], [5, 1]);
    const missing = [...found.keys()].filter((i) => Number.isNaN(found[i]!));
    expect(missing).toEqual([0, 1, 2, 3, 20, 21, 22, 23, 24]);
  });
});

describe('realised_volatility', () => {
  it.each([0, -5, NaN, Infinity])('is NaN while a return with a price of %s is in the window', (odd) => {
    const found = value('realised_volatility', [constant(100).with(20, odd)], [4, 252]);
    const missing = [...found.keys()].filter((i) => Number.isNaN(found[i]!));
    expect(missing).toEqual([0, 1, 2, 3, 20, 21, 22, 23, 24]);
  });
});

describe('garch_volatility', () => {
  const moved = Float64Array.of(100, 100, 110);

  it('starts at the variance that it returns to', () => {
    const [, still] = value('garch_volatility', [moved], [2e-6, 0.1, 0.88, 1]);
    expect(still).toBeCloseTo(Math.sqrt(2e-6 + 0.88e-4), 15);
  });

  it('starts at the first squared return where it returns to none', () => {
    const [, first, second] = value('garch_volatility', [Float64Array.of(100, 110, 110)], [0, 0.2, 0.8, 1]);
    const move = log(1.1);
    expect(first).toBeCloseTo(move, 14);
    expect(second).toBeCloseTo(move * Math.sqrt(0.8), 14);
  });

  it('is an EWMA where the weights add up to 1 and nothing is added', () => {
    const rows = Float64Array.from({ length: ROWS }, (_, i) => 100 + ((i * 7) % 11));
    const garch = value('garch_volatility', [rows], [0, 0.0625, 0.9375, 252]);
    expect(garch).toMatchColumn(value('ewma_volatility', [rows], [0.9375, 252]), { rtol: 1e-14 });
  });
});

describe('spreads', () => {
  it('is the bounce between bid and ask', () => {
    const bounce = Float64Array.from({ length: ROWS }, (_, i) => 100 + (i % 2 === 0 ? 0.5 : -0.5));
    // Changes of -1 and 1 in turn: their covariance is -1, that of a sample a little more.
    expect(value('roll_spread', [bounce], [40]).at(-1)).toBeCloseTo(2 * Math.sqrt(40 / 39), 12);
    const spread = value('corwin_schultz', [constant(101), constant(99), constant(100)], [10]);
    expect(spread.at(-1)).toBeCloseTo(0.02, 14);
  });

  it('is 0 where moves go on', () => {
    const rows = Float64Array.from({ length: ROWS }, (_, i) => 100 + i * i);
    expect(value('roll_spread', [rows], [10]).at(-1)).toBe(0);
    // Every bar begins where the one before has ended.
    const top = rows.map((x) => x * 1.001);
    expect(value('corwin_schultz', [top, rows, top], [10]).at(-1)).toBe(0);
  });
});

describe('drawdown_depth', () => {
  it('is the fall from the running peak, past a row without a number', () => {
    const fall = value('drawdown_depth', [Float64Array.of(NaN, -1, 50, 40, NaN, 100, 75, -50)], []);
    expect([...fall]).toEqual([NaN, 0, 0, expect.closeTo(0.2, 15), NaN, 0, 0.25, 1.5]);
  });
});

describe('chaikin_volatility', () => {
  it('is 0 from an average of zero', () => {
    const still = value('chaikin_volatility', [constant(5), constant(5)], [3, 2]);
    expect([...still.subarray(4)]).toEqual(Array(ROWS - 4).fill(0));
  });
});

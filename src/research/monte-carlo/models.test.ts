import { describe, expect, it } from 'vitest';
import resampled from '../../../tests/golden/bootstrap-metrics.json';
import golden from '../../../tests/golden/monte-carlo.json';
import type { Column } from '../../core/column';
import { exp } from '../../core/math/exp';
import { log } from '../../core/math/log';
import { sin } from '../../core/math/sin';
import { philoxNumbers } from '../../core/random/philox-numbers';
import { moments } from '../../metrics/moments';
import { assetPaths, calibrateAssets } from './assets';
import { bootstrapPaths } from './block-bootstrap';
import { garchPaths } from './garch';
import { gbmExpectation, gbmModel, writeGbm } from './gbm';
import { hestonPaths } from './heston';
import { historyPaths } from './history';
import { jumpPaths } from './jumps';
import type { PathModel } from './path-model';
import { marketTime, withMarketTime } from './market-time';
import { regimePaths } from './regimes';
import { shufflePaths, tradeLogReturns } from './trade-shuffle';
import { tradeOf } from '../../../tests/support/trade';

type Write = PathModel['write'];

const numbers = philoxNumbers(2026);

/** Ends of paths, and their controls. */
function ends(write: Write, steps: number, paths: number): { growth: Column; control: Column } {
  const out: Column = new Float64Array(steps);
  const growth: Column = new Float64Array(paths);
  const control: Column = new Float64Array(paths);
  for (let path = 0; path < paths; path++) {
    control[path] = write(numbers, path, out);
    growth[path] = out[steps - 1]!;
  }
  return { growth, control };
}

/** Mean of a sample less what it should be, in standard errors. */
function errorsApart(values: Column, expected: number): number {
  const { mean, deviation, count } = moments(values);
  return Math.abs(mean - expected) / (deviation / Math.sqrt(count));
}

/** Values of a call at expiry, less its price: a sample whose mean should be 0. */
const callsApart = (growth: Column, spot: number, strike: number, price: number): Column =>
  growth.map((x) => Math.max(spot * exp(x) - strike, 0) - price);

describe('geometric Brownian motion', () => {
  const rule = { mean: 0.0004, deviation: 0.012 };
  const { growth } = ends((n, path, out) => writeGbm(rule, n, path, out), 100, 20_000);

  it('has the mean, variance and expected growth of its closed form', () => {
    expect(errorsApart(growth, 100 * rule.mean)).toBeLessThan(4);
    expect(
      errorsApart(
        growth.map((x) => (x - 0.04) ** 2),
        100 * rule.deviation ** 2,
      ),
    ).toBeLessThan(4);
    expect(errorsApart(growth.map(exp), gbmExpectation(rule, 100))).toBeLessThan(4);
  });

  it('is the same path whatever its length', () => {
    const [short, long]: Column[] = [new Float64Array(7), new Float64Array(60)];
    writeGbm(rule, numbers, 5, short!);
    writeGbm(rule, numbers, 5, long!);
    expect(short).toEqual(long!.subarray(0, 7));
  });
});

describe('Merton’s jumps', () => {
  const { volatility, intensity, jumpMean, jumpDeviation, calls } = golden.merton;
  const steps = 50;
  const kappa = exp(jumpMean + jumpDeviation ** 2 / 2) - 1;
  const write = jumpPaths(
    {
      mean: (-(volatility ** 2) / 2 - intensity * kappa) / steps,
      deviation: volatility / Math.sqrt(steps),
      intensity: intensity / steps,
      jumpMean,
      jumpDeviation,
    },
    steps,
  );
  const { growth } = ends(write, steps, 60_000);

  it.each(calls)('value a call at %d as his series does', (strike, price) => {
    expect(errorsApart(callsApart(growth, 100, strike!, price!), 0)).toBeLessThan(4);
  });

  it('leave the expected account where no drift moves it', () => {
    expect(errorsApart(growth.map(exp), 1)).toBeLessThan(4);
  });
});

describe('Heston’s model by the quadratic-exponential scheme', () => {
  const PER_YEAR = 16;
  it.each(golden.heston)('values calls as the characteristic function does: $years years', (row) => {
    const steps = row.years * PER_YEAR;
    const write = hestonPaths(
      {
        drift: 0,
        variance: row.variance / PER_YEAR,
        longVariance: row.variance / PER_YEAR,
        reversion: row.reversion / PER_YEAR,
        volOfVol: row.volOfVol / PER_YEAR,
        correlation: row.correlation,
      },
      steps,
    );
    const { growth } = ends(write, steps, 10_000);
    for (const [strike, price] of row.calls) {
      expect(errorsApart(callsApart(growth, 100, strike!, price!), 0)).toBeLessThan(4);
    }
  });
});

describe('GARCH(1,1)', () => {
  it('spreads as the recursion of its variance says', () => {
    const rule = { mean: 0.001, omega: 2e-6, alpha: 0.08, beta: 0.9, variance: 4e-4 };
    const steps = 60;
    let [variance, total] = [rule.variance, 0];
    for (let step = 0; step < steps; step++) {
      total += variance;
      variance = rule.omega + (rule.alpha + rule.beta) * variance;
    }
    const { growth } = ends(garchPaths(rule), steps, 30_000);
    expect(errorsApart(growth, steps * rule.mean)).toBeLessThan(4);
    expect(
      errorsApart(
        growth.map((x) => (x - steps * rule.mean) ** 2),
        total,
      ),
    ).toBeLessThan(4);
  });
});

describe('two regimes', () => {
  it('have the mean of the chain, from the state they start in', () => {
    const calm = { mean: 0.002, deviation: 0.005, stay: 0.97 };
    const wild = { mean: -0.004, deviation: 0.02, stay: 0.9 };
    const steps = 40;
    let [share, total] = [0.8, 0];
    for (let step = 0; step < steps; step++) {
      total += share * calm.mean + (1 - share) * wild.mean;
      share = share * calm.stay + (1 - share) * (1 - wild.stay);
    }
    const { growth } = ends(regimePaths({ states: [calm, wild], calmAtStart: 0.8 }, steps), steps, 30_000);
    expect(errorsApart(growth, total)).toBeLessThan(4);
  });
});

describe('correlated assets', () => {
  const spreads = [0.01, 0.02, 0.015];
  const correlations = [1, 0.6, -0.3, 0.6, 1, 0.1, -0.3, 0.1, 1];
  const covariance = Float64Array.from(
    correlations,
    (r, at) => r * spreads[Math.floor(at / 3)]! * spreads[at % 3]!,
  );
  const names = ['a', 'b', 'c'];
  const means = Float64Array.of(0.001, -0.0005, 0);

  it('move together as their covariances say', () => {
    const pair = (first: number, second: number): Column => {
      const alone = (asset: number): Column => {
        const weights = Float64Array.from(names, (_, k) => (k === asset ? 1 : 0));
        return ends(assetPaths({ names, weights, means, covariance }, 1), 1, 40_000).growth;
      };
      const [a, b] = [alone(first), alone(second)];
      return a.map((x, path) => (x - means[first]!) * (b[path]! - means[second]!));
    };
    for (let a = 0; a < 3; a++) {
      for (let b = 0; b <= a; b++) expect(errorsApart(pair(a, b), covariance[3 * a + b]!)).toBeLessThan(4);
    }
  });

  it('are found again in the returns they made', () => {
    const rows = 30_000;
    const columns = names.map((_, asset) => {
      const weights = Float64Array.from(names, (__, k) => (k === asset ? 1 : 0));
      return ends(assetPaths({ names, weights, means, covariance }, 1), 1, rows).growth;
    });
    const found = calibrateAssets(names, columns, Float64Array.of(1, 0, 0));
    expect(found.covariance).toMatchColumn(covariance, { rtol: 0.1, atol: 1e-6 });
    expect(found.means).toMatchColumn(means, { atol: 4 * (0.02 / Math.sqrt(rows)) });
  });

  it('refuses covariances that contradict one another', () => {
    const wrong = {
      names: ['a', 'b'],
      weights: Float64Array.of(1, 1),
      means: new Float64Array(2),
      covariance: Float64Array.of(1, 2, 2, 1),
    };
    expect(() => assetPaths(wrong, 3)).toThrow(expect.objectContaining({ code: 'returns_unusable' }));
  });

  it('lose all where a levered share falls by as much', () => {
    const rule = {
      names: ['a'],
      weights: Float64Array.of(50),
      means: Float64Array.of(-1),
      covariance: new Float64Array(1),
    };
    expect(ends(assetPaths(rule, 2), 2, 1).growth[0]).toBe(-Infinity);
  });
});

const past = Float64Array.from({ length: 40 }, (_, i) => sin(i * i) / 50);
const sumOf = (values: Column): number => values.reduce((sum, x) => sum + x, 0);

describe('the stationary block bootstrap', () => {
  it.each([1, 4, 25])('keeps the mean with blocks of %d, and a control without any', (block) => {
    const { growth, control } = ends(bootstrapPaths(past, block, 30), 30, 20_000);
    expect(errorsApart(growth, (30 * sumOf(past)) / 40)).toBeLessThan(4);
    expect(errorsApart(control, 0)).toBeLessThan(4);
  });

  it.each(resampled.moments)('spreads the mean as arch does with blocks of $block', (row) => {
    const rows = row.values.length;
    const write = bootstrapPaths(Float64Array.from(row.values), row.block, rows);
    const means = ends(write, rows, 5000).growth.map((sum) => sum / rows);
    const { mean, deviation } = moments(means);
    expect(Math.abs(mean - row.mean[0]!)).toBeLessThan(
      4 * deviation * Math.sqrt(1 / 5000 + 1 / row.resamples),
    );
    const error = Math.sqrt(1 / 10_000 + 1 / (2 * row.resamples));
    expect(Math.abs(deviation / row.deviation[0]! - 1)).toBeLessThan(4 * error);
  });

  it('draws rows singly with blocks of one, and blocks of the length asked for', () => {
    const rows = Float64Array.from({ length: 1000 }, (_, i) => i);
    const out: Column = new Float64Array(20_000);
    for (const block of [1, 5, 40]) {
      bootstrapPaths(rows, block, out.length)(numbers, 1, out);
      let begun = 0;
      for (let step = 1; step < out.length; step++) {
        const [here, before] = [
          out[step]! - out[step - 1]!,
          step === 1 ? out[0]! : out[step - 1]! - out[step - 2]!,
        ];
        if (here !== (before + 1) % 1000) begun += 1;
      }
      // A new block follows the old one by chance once in a thousand.
      const expected = (0.999 * (out.length - 1)) / block;
      expect(Math.abs(begun - expected)).toBeLessThan(4 * Math.sqrt(expected) + 1);
    }
  });
});

describe('historical simulation', () => {
  it('replays stretches of the run, each as often as any other', () => {
    const steps = 10;
    const write = historyPaths(past, steps);
    const out: Column = new Float64Array(steps);
    const counts = new Map<number, number>();
    for (let path = 0; path < 3100; path++) {
      write(numbers, path, out);
      const row = past.findIndex((value) => Math.abs(value - out[0]!) < 1e-12);
      for (let step = 0; step < steps; step++) {
        expect(out[step]).toBeCloseTo(sumOf(past.subarray(row, row + step + 1)), 12);
      }
      counts.set(row, (counts.get(row) ?? 0) + 1);
    }
    expect(counts.size).toBe(31);
    expect([...counts.values()].every((count) => Math.abs(count - 100) < 45)).toBe(true);
  });
});

describe('trades in another order', () => {
  it('end alike, each order equally often', () => {
    const write = shufflePaths(Float64Array.of(1, 2, 4));
    const counts = new Map<string, number>();
    const out: Column = new Float64Array(3);
    for (let path = 0; path < 6000; path++) {
      write(numbers, path, out);
      expect(out[2]).toBe(7);
      counts.set(out.join(' '), (counts.get(out.join(' ')) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    // Four deviations of a share of a sixth of 6,000.
    expect(
      [...counts.values()].every((count) => Math.abs(count - 1000) < 4 * Math.sqrt(6000 * (1 / 6) * (5 / 6))),
    ).toBe(true);
  });

  it('count each profit on what was realised before it, by the order of exits', () => {
    const trades = [
      tradeOf({ pnl: -55, exitTime: 3 }),
      tradeOf({ pnl: 10, exitTime: 1 }),
      tradeOf({ pnl: -60, exitTime: 9 }),
    ];
    expect(tradeLogReturns(trades, 100)).toMatchColumn([log(1.1), log(0.5), -Infinity], {
      rtol: 1e-14,
    });
  });
});

describe('time in the market', () => {
  it('is counted, and left alone where the account hardly rests', () => {
    const returns = Float64Array.of(0, 0, 0.1, 0.2, -0.1, 0, 0.3, 0.3, 0, 0);
    const { active, time } = marketTime(returns)!;
    expect([...active]).toEqual([0.1, 0.2, -0.1, 0.3, 0.3]);
    expect(time).toEqual({ stayIn: 3 / 5, stayOut: 2 / 4, startsIn: false });
    expect(marketTime(Float64Array.from({ length: 100 }, (_, i) => (i < 2 ? 0 : 0.01)))).toBeNull();
  });

  it('spreads the steps of a model over the bars that are in it', () => {
    const time = { stayIn: 0.9, stayOut: 0.8, startsIn: false };
    const rule = { mean: 0.001, deviation: 0.01 };
    const steps = 50;
    let [share, bars] = [0, 0];
    for (let step = 0; step < steps; step++) {
      share = share * time.stayIn + (1 - share) * (1 - time.stayOut);
      bars += share;
    }
    const { growth, control } = ends(withMarketTime(gbmModel(rule, steps), time).write, steps, 20_000);
    expect(errorsApart(growth, bars * rule.mean)).toBeLessThan(4);
    expect(
      errorsApart(
        growth.map((x) => (x - bars * rule.mean) ** 2),
        bars * rule.deviation ** 2,
      ),
    ).toBeLessThan(6);
    expect(errorsApart(control, 0)).toBeLessThan(4);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column } from '../core/column';
import { BacktabError } from '../core/errors';
import { UNWATCHED } from '../core/job';
import { exp } from '../core/math/exp';
import { normalCdf, normalDensity, normalQuantile } from '../core/math/normal';
import { sin } from '../core/math/sin';
import { UniformStream } from '../core/random/uniforms';
import { philoxNumbers } from '../core/random/philox-numbers';
import { MONTE_CARLO_DEFAULTS, runMonteCarlo } from './monte-carlo';
import { bootstrapModel } from './monte-carlo/block-bootstrap';
import { convergence } from './monte-carlo/convergence';
import { gbmExpectation, gbmModel } from './monte-carlo/gbm';
import { historyModel } from './monte-carlo/history';
import { FAN_SHARES } from './monte-carlo/outcome';
import { fanSteps, PathFold } from './monte-carlo/path-fold';
import { tailLoss } from './monte-carlo/tail-loss';
import { shuffleModel } from './monte-carlo/trade-shuffle';
import type { PathModel } from './monte-carlo/path-model';
import { pathMaker, type PathMaker } from './monte-carlo/path-pieces';
import { varianceTechniques } from './monte-carlo/variance-techniques';

const RULE = { mean: 0.0003, deviation: 0.01 };
const model = gbmModel(RULE, 60);
const request = { ...MONTE_CARLO_DEFAULTS, paths: 4000, ruinLoss: 0.1, goalGain: 0.1 };

describe('runMonteCarlo', () => {
  it('has the quantiles of the closed form at the end and on the way', async () => {
    const { fan, terminal, steps } = await runMonteCarlo(model, { ...request, paths: 40_000 }, UNWATCHED);
    expect(fan.steps).toHaveLength(61);
    FAN_SHARES.forEach((share, k) => {
      for (const step of [1, 30, steps]) {
        const z = normalQuantile(share);
        const spread = RULE.deviation * Math.sqrt(step);
        const exact = exp(step * RULE.mean + spread * z);
        // Error of a sample quantile: √(p (1 - p) / n) over the density.
        const error = (Math.sqrt((share * (1 - share)) / 40_000) / normalDensity(z)) * spread * exact;
        expect(Math.abs(fan.quantiles[k]![step]! - exact)).toBeLessThan(4.5 * error);
      }
      expect(fan.quantiles[k]!.at(-1)).toBe(terminal.quantiles[k]);
    });
  });

  it('has the mean, the chance of a loss and the losses of the closed form', async () => {
    const {
      convergence: settled,
      loss,
      tails,
    } = await runMonteCarlo(model, { ...request, paths: 40_000 }, UNWATCHED);
    const [mean, error] = [settled.mean.at(-1)!, settled.standardError.at(-1)!];
    expect(Math.abs(mean - gbmExpectation(RULE, 60))).toBeLessThan(4 * error);
    const spread = RULE.deviation * Math.sqrt(60);
    const chance = normalCdf((-60 * RULE.mean) / spread);
    expect(loss.range.low).toBeLessThan(chance);
    expect(loss.range.high).toBeGreaterThan(chance);
    for (const { tail, valueAtRisk, expectedShortfall } of tails) {
      const z = normalQuantile(tail);
      const exact = 1 - exp(60 * RULE.mean + spread * z);
      const shortfall = 1 - (gbmExpectation(RULE, 60) * normalCdf(z - spread)) / tail;
      expect(Math.abs(valueAtRisk!.value - exact)).toBeLessThan(valueAtRisk!.high - valueAtRisk!.low);
      expect(Math.abs(expectedShortfall!.value - shortfall)).toBeLessThan(
        expectedShortfall!.high - expectedShortfall!.low,
      );
    }
  });

  it('is the same outcome each time, and another for another seed', async () => {
    const first = await runMonteCarlo(model, request, UNWATCHED);
    expect(await runMonteCarlo(model, request, UNWATCHED)).toEqual(first);
    const other = await runMonteCarlo(model, { ...request, seed: 2 }, UNWATCHED);
    expect(other.terminal.mean).not.toBe(first.terminal.mean);
  });

  it.each([
    ['gbm', model],
    [
      'bootstrap',
      bootstrapModel(
        Float64Array.from({ length: 300 }, (_, i) => sin(i * i) / 50),
        60,
      ),
    ],
  ])('is the same to the bit by 1, 2 and 3 workers that are done in any order (%s)', async (_, of) => {
    const alone = await runMonteCarlo(of, request, UNWATCHED);
    for (const [workers, steps] of [
      [1, 60],
      [2, 7000],
      [3, 100_000],
      [3, 999],
    ] as const) {
      const random = new UniformStream(workers);
      const members = Array.from({ length: workers }, () => pathMaker(of));
      const later = async <T>(work: (maker: PathMaker) => Promise<T>): Promise<T> => {
        for (let turns = Math.floor(random.next() * 40); turns > 0; turns--) await Promise.resolve();
        return structuredClone(await work(members[Math.floor(random.next() * workers)]!));
      };
      const maker: PathMaker = {
        depth: 2 * workers,
        steps,
        fold: (piece) => later((member) => member.fold(piece)),
        sample: (piece) => later((member) => member.sample(piece)),
      };
      expect(await runMonteCarlo(of, request, UNWATCHED, maker)).toEqual(alone);
    }
  });

  it('tells how far it is, and ends when it is told to', async () => {
    const seen: number[] = [];
    await runMonteCarlo(gbmModel(RULE, 200), request, {
      checkpoint: (done, total) => Promise.resolve(void seen.push(done / total)),
    });
    expect(seen.length).toBeGreaterThan(40);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
    let turns = 0;
    const ended = runMonteCarlo(gbmModel(RULE, 1000), request, {
      checkpoint: () =>
        ++turns > 3
          ? Promise.reject(new BacktabError('cancelled', { work: 'Monte Carlo' }))
          : Promise.resolve(),
    });
    await expect(ended).rejects.toMatchObject({ code: 'cancelled' });
    expect(turns).toBe(4);
  });

  it.each([{ paths: 99 }, { paths: 1e6 + 1 }, { seed: -1 }, { ruinLoss: 1 }, { goalGain: 0 }])(
    'refuses %j',
    async (wrong) => {
      await expect(runMonteCarlo(model, { ...request, ...wrong }, UNWATCHED)).rejects.toMatchObject({
        code: 'parameter_out_of_range',
      });
    },
  );

  it('counts stretches of one history by those that share no bar', async () => {
    const past = Float64Array.from({ length: 300 }, (_, i) => sin(i * i) / 50);
    const { loss, tails } = await runMonteCarlo(historyModel(past, 30), request, UNWATCHED);
    expect(loss.range.high - loss.range.low).toBeGreaterThan(0.3);
    expect(tails.every(({ valueAtRisk }) => valueAtRisk === null)).toBe(true);
  });
});

describe('PathFold', () => {
  const growth = fc.array(fc.double({ min: -0.2, max: 0.2, noNaN: true }), { minLength: 5, maxLength: 5 });

  it('finds what a slow look at the accounts finds', () => {
    fc.assert(
      fc.property(fc.array(growth, { minLength: 1, maxLength: 12 }), (moves) => {
        const bounds = { ruinLoss: 0.15, goalGain: 0.2 };
        const fold = new PathFold(5, moves.length, bounds);
        const paths = moves.map((path) => {
          let sum = 0;
          return Float64Array.from(path, (move) => (sum += move));
        });
        paths.forEach((path) => fold.add(path));
        const accounts = paths.map((path) => [1, ...path.map(exp)]);
        const falls = accounts.map((account) =>
          Math.max(...account.map((value, i) => 1 - value / Math.max(...account.slice(0, i + 1)))),
        );
        expect(fold.drawdowns).toMatchColumn(falls, { rtol: 1e-9, atol: 1e-12 });
        const first = accounts.map((account) => account.find((value) => value <= 0.85 || value >= 1.2));
        expect(fold.ruined).toBe(first.filter((value) => value !== undefined && value < 1).length);
        expect(fold.reached).toBe(first.filter((value) => value !== undefined && value > 1).length);
        fold.kept.forEach((step, k) =>
          expect([...fold.values[k]!]).toEqual(accounts.map((account) => account[step])),
        );
      }),
      { seed: 3 },
    );
  });

  it('takes a path that loses all', () => {
    const fold = new PathFold(3, 1, { ruinLoss: 0.5, goalGain: 0.5 });
    fold.add(Float64Array.of(0.1, -Infinity, -Infinity));
    expect([fold.ruined, fold.drawdowns[0], fold.values.at(-1)![0]]).toEqual([1, 1, 0]);
  });

  it.each([
    [1, 100],
    [252, 10_000],
    [252, 1_000_000],
    [100_000, 100],
  ])('keeps the last of %i steps of %i paths within 64 MB', (steps, paths) => {
    const kept = fanSteps(steps, paths);
    expect(kept.at(-1)).toBe(steps);
    expect(kept.length * paths * 8).toBeLessThanOrEqual(2 ** 26);
    expect(kept.every((step, k) => step > (kept[k - 1] ?? 0))).toBe(true);
  });
});

describe('tailLoss', () => {
  it('holds the true figures in its ranges as often as it says', () => {
    const [samples, size, tail] = [400, 2000, 0.05];
    const z = normalQuantile(tail);
    const exact = { valueAtRisk: 1 - (1 + 0.1 * z), expectedShortfall: (0.1 * normalDensity(z)) / tail };
    const held = { valueAtRisk: 0, expectedShortfall: 0 };
    const draw: Column = new Float64Array(size);
    for (let sample = 0; sample < samples; sample++) {
      philoxNumbers(9).normals(sample, 0, draw);
      const found = tailLoss(draw.map((x) => 1 + 0.1 * x).toSorted(), tail, size);
      for (const key of ['valueAtRisk', 'expectedShortfall'] as const) {
        if (found[key]!.low <= exact[key] && exact[key] <= found[key]!.high) held[key] += 1;
      }
    }
    const least = 0.95 - 4 * Math.sqrt((0.95 * 0.05) / samples);
    const most = 0.95 + 4 * Math.sqrt((0.95 * 0.05) / samples);
    for (const count of Object.values(held)) {
      expect(count / samples).toBeGreaterThan(least);
      expect(count / samples).toBeLessThan(most);
    }
  });

  it('has no figure with fewer than ten paths beyond it', () => {
    const sorted = Float64Array.from({ length: 199 }, (_, i) => i);
    expect(tailLoss(sorted, 0.05, 199)).toMatchObject({ valueAtRisk: null, needed: 200 });
    expect(tailLoss(sorted, 0.1, 199).valueAtRisk).not.toBeNull();
  });
});

describe('convergence', () => {
  it('has the mean and its error at each point', () => {
    const values: Column = new Float64Array(5000);
    philoxNumbers(1).normals(0, 0, values);
    const { paths, mean, standardError } = convergence(values);
    expect(paths[0]).toBe(10);
    expect(paths.at(-1)).toBe(5000);
    expect(paths.length).toBeGreaterThan(25);
    paths.forEach((count, k) => {
      const part = values.subarray(0, count);
      const average = part.reduce((sum, x) => sum + x, 0) / count;
      const square = part.reduce((sum, x) => sum + (x - average) ** 2, 0) / (count - 1);
      expect(mean[k]).toBeCloseTo(average, 12);
      expect(standardError[k]).toBeCloseTo(Math.sqrt(square / count), 12);
    });
  });
});

describe('variance techniques', () => {
  const techniquesOf = (of: PathModel, seed: number) => varianceTechniques(of, seed, pathMaker(of));

  it('are worth what the closed form says', async () => {
    const rule = { mean: 0, deviation: 0.02 };
    const [antithetic, control, sobol] = await techniquesOf(gbmModel(rule, 100), 7);
    const square = 100 * 0.02 ** 2;
    const growth = Math.expm1(square);
    // Of 2,048 and 4,096 values like squares of normal numbers, whose variance is known to 8 and 6 %: four errors.
    expect(Math.abs((antithetic!.ratio! * growth) / exp(square) - 1)).toBeLessThan(0.33);
    expect(Math.abs(control!.ratio! * (1 - square / growth) - 1)).toBeLessThan(0.24);
    // 256 points of a smooth curve in one dimension that counts.
    expect(sobol!.ratio).toBeGreaterThan(50);
    for (const { estimate } of [antithetic!, control!, sobol!]) {
      expect(Math.abs(estimate! - exp(square / 2))).toBeLessThan(0.01);
    }
  });

  it('are not run where they can do nothing', async () => {
    const past = Float64Array.from({ length: 100 }, (_, i) => sin(i * i) / 50);
    const [, , sobol] = await techniquesOf(bootstrapModel(past, 20), 1);
    expect(sobol).toMatchObject({ ratio: null, reason: expect.stringContaining('Not run') });
    const shuffled = await techniquesOf(shuffleModel(past), 1);
    expect(shuffled.map(({ ratio }) => ratio)).toEqual([null, null, null]);
  });
});

import { expect, it } from 'vitest';
import type { GbmRequest, GbmScreen } from '../../src/compute/gbm-screen';
import type { Column } from '../../src/core/column';
import { philoxNumbers } from '../../src/core/random/philox-numbers';
import { moments } from '../../src/metrics/moments';
import { gbmExpectation, writeGbm, type GbmParameters } from '../../src/research/monte-carlo/gbm';

const RULE = { mean: 0.0002, deviation: 0.01 };

/** A backend's way to make the paths. */
type MakePaths = (rule: GbmParameters, request: GbmRequest) => Promise<GbmScreen>;

/**
 * What every backend must give for paths of a geometric Brownian motion.
 *
 * @param make  the backend's
 * @param size  paths of a sample; software GPUs are slow
 */
export function gbmCases(make: MakePaths, size: number): void {
  it.each([1, 2, 3, 4, 7, 252, 300])('are the twin\u2019s over %i steps, within rounding', async (steps) => {
    const paths = 1003;
    const { growth, fall } = await make(RULE, { paths, steps, seed: 2 ** 40 + 99 });
    const numbers = philoxNumbers(2 ** 40 + 99);
    const out: Column = new Float64Array(steps);
    const ends: number[] = [];
    const falls: number[] = [];
    for (let path = 0; path < paths; path++) {
      writeGbm(RULE, numbers, path, out);
      let [peak, deepest] = [0, 0];
      for (const value of out) {
        peak = Math.max(peak, value);
        deepest = Math.max(deepest, peak - value);
      }
      ends.push(out[steps - 1]!);
      falls.push(deepest);
    }
    expect(growth).toMatchColumn(ends, { atol: 1e-5 });
    expect(fall).toMatchColumn(falls, { atol: 1e-5 });
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
    'have the means and variances of the closed form, seed %i',
    async (seed) => {
      const steps = 100;
      const { growth } = await make(RULE, { paths: size, steps, seed });
      const logs: Column = Float64Array.from(growth);
      const { mean, deviation } = moments(logs);
      expect(Math.abs(mean - steps * RULE.mean)).toBeLessThan(4 * RULE.deviation * Math.sqrt(steps / size));
      expect(Math.abs(deviation ** 2 / (steps * RULE.deviation ** 2) - 1)).toBeLessThan(
        4 * Math.sqrt(2 / size),
      );
      const factors = moments(logs.map(Math.exp));
      expect(Math.abs(factors.mean - gbmExpectation(RULE, steps))).toBeLessThan(
        (4 * factors.deviation) / Math.sqrt(size),
      );
    },
  );

  it.each([{ paths: 0 }, { steps: 0 }, { seed: -1 }])('refuse %j', async (wrong) => {
    await expect(make(RULE, { paths: 10, steps: 10, seed: 1, ...wrong })).rejects.toMatchObject({
      code: 'parameter_out_of_range',
    });
  });
}

import type { Column } from '../../core/column';
import { formatCount } from '../../core/format';
import { exp } from '../../core/math/exp';
import { antitheticNumbers } from '../../core/random/antithetic-numbers';
import type { PathNumbers } from '../../core/random/path-numbers';
import { philoxNumbers } from '../../core/random/philox-numbers';
import { sobolNumbers } from '../../core/random/sobol-numbers';
import { moments } from '../../metrics/moments';
import type { VarianceTechnique } from './outcome';
import type { PathModel } from './path-model';

/** Shifts of Sobol's sequence, each an estimate of its own, and points of each. */
const SHIFTS = 16;
const POINTS = 256;
/** Paths of each technique. */
const STUDY_PATHS = SHIFTS * POINTS;
/** A deviation below this share of the mean is rounding. */
const STILL = 1e-9;

const TITLES: Readonly<Record<VarianceTechnique['name'], string>> = {
  antithetic: 'Antithetic paths',
  control: 'Control variate',
  sobol: 'Sobol sequence over the Brownian bridge',
};

/**
 * What antithetic paths, a control variate and Sobol's sequence are worth for the mean growth of a model: each estimates
 * it with 4,096 paths, and the variance of a plain estimate with as many is set against that of the technique.
 *
 * - Antithetic: the variance of the means of pairs, twice over, is that of a path.
 * - Control variate: what is left after regression on the model's control, whose expectation is 0.
 * - Sobol: variance over 16 random shifts of 256 points each; with so few its ratio is right within a factor of about 2.
 *
 * @see Glasserman, Monte Carlo Methods in Financial Engineering, 2003, chapters 4 and 5
 */
export function varianceTechniques(model: PathModel, seed: number): readonly VarianceTechnique[] {
  const plain = sample(model, philoxNumbers(seed), STUDY_PATHS);
  const { mean, deviation } = moments(plain.growth);
  const variance = deviation * deviation;
  if (!(deviation > STILL * Math.abs(mean))) {
    return (['antithetic', 'control', 'sobol'] as const).map((name) =>
      notRun(name, 'Not run: all paths end alike, so there is no variance to lower.'),
    );
  }
  return [antithetic(model, seed, variance), control(plain, mean, variance), sobol(model, seed, variance)];
}

interface Sample {
  /** Growth factor at the end of each path, and the model's control. */
  readonly growth: Column;
  readonly control: Column;
}

function sample(model: PathModel, numbers: PathNumbers, paths: number): Sample {
  const growth: Column = new Float64Array(paths);
  const controls: Column = new Float64Array(paths);
  const out: Column = new Float64Array(model.steps);
  for (let path = 0; path < paths; path++) {
    controls[path] = model.write(numbers, path, out);
    growth[path] = exp(out[model.steps - 1]!);
  }
  return { growth, control: controls };
}

function antithetic(model: PathModel, seed: number, variance: number): VarianceTechnique {
  const { growth } = sample(model, antitheticNumbers(philoxNumbers(seed)), STUDY_PATHS);
  const pairs = Float64Array.from(
    { length: STUDY_PATHS / 2 },
    (_, k) => (growth[2 * k]! + growth[2 * k + 1]!) / 2,
  );
  const { mean, deviation } = moments(pairs);
  return found('antithetic', mean, variance / (2 * deviation * deviation));
}

function control({ growth, control: controls }: Sample, mean: number, variance: number): VarianceTechnique {
  const { mean: middle, deviation } = moments(controls);
  if (!(deviation > 0)) return notRun('control', 'Not run: the control does not move.');
  let product = 0;
  for (let i = 0; i < growth.length; i++) product += (growth[i]! - mean) * (controls[i]! - middle);
  const covariance = product / (growth.length - 1);
  const slope = covariance / (deviation * deviation);
  return found('control', mean - slope * middle, variance / (variance - slope * covariance));
}

function sobol(model: PathModel, seed: number, variance: number): VarianceTechnique {
  if (model.driver !== 'normals')
    return notRun('sobol', 'Not run: the model draws rows, not normal numbers.');
  const means = Float64Array.from({ length: SHIFTS }, (_, shift) => {
    const { growth } = sample(model, sobolNumbers(seed + shift, model.steps), POINTS);
    return moments(growth).mean;
  });
  const { mean, deviation } = moments(means);
  return found('sobol', mean, variance / (POINTS * deviation * deviation));
}

const found = (name: VarianceTechnique['name'], estimate: number, ratio: number): VarianceTechnique => ({
  name,
  title: TITLES[name],
  estimate,
  ratio: Number.isFinite(ratio) ? ratio : null,
  reason: Number.isFinite(ratio)
    ? null
    : `Nothing was left of the variance over ${formatCount(STUDY_PATHS, 'path')}.`,
});

const notRun = (name: VarianceTechnique['name'], reason: string): VarianceTechnique => ({
  name,
  title: TITLES[name],
  estimate: null,
  ratio: null,
  reason,
});

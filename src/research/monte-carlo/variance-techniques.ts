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
const TECHNIQUE_PATHS = SHIFTS * POINTS;
/** Paths of the whole study: plain ones, which the control uses too, antithetic ones and Sobol's. */
export const STUDY_PATHS = 3 * TECHNIQUE_PATHS;
/** Steps of paths between two turns: some milliseconds of work. */
const STEPS_A_TURN = 65_536;

/** Called between parts of the work with the paths done since the last call. */
export type Turn = (paths: number) => Promise<void>;

/** Paths after which it is called. */
export const pathsATurn = (steps: number): number => Math.max(1, Math.floor(STEPS_A_TURN / steps));
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
 * @param turn  called every few milliseconds
 * @see Glasserman, Monte Carlo Methods in Financial Engineering, 2003, chapters 4 and 5
 */
export async function varianceTechniques(
  model: PathModel,
  seed: number,
  turn: Turn,
): Promise<readonly VarianceTechnique[]> {
  const plain = await sample(model, philoxNumbers(seed), TECHNIQUE_PATHS, turn);
  const { mean, deviation } = moments(plain.growth);
  const variance = deviation * deviation;
  if (!(deviation > STILL * Math.abs(mean))) {
    return (['antithetic', 'control', 'sobol'] as const).map((name) =>
      notRun(name, 'Not run: all paths end alike, so there is no variance to lower.'),
    );
  }
  return [
    await antithetic(model, seed, variance, turn),
    control(plain, mean, variance),
    await sobol(model, seed, variance, turn),
  ];
}

interface Sample {
  /** Growth factor at the end of each path, and the model's control. */
  readonly growth: Column;
  readonly control: Column;
}

async function sample(model: PathModel, numbers: PathNumbers, paths: number, turn: Turn): Promise<Sample> {
  const growth: Column = new Float64Array(paths);
  const controls: Column = new Float64Array(paths);
  const out: Column = new Float64Array(model.steps);
  let told = 0;
  for (let path = 0; path < paths; path++) {
    if (path - told >= pathsATurn(model.steps)) {
      await turn(path - told);
      told = path;
    }
    controls[path] = model.write(numbers, path, out);
    growth[path] = exp(out[model.steps - 1]!);
  }
  await turn(paths - told);
  return { growth, control: controls };
}

async function antithetic(
  model: PathModel,
  seed: number,
  variance: number,
  turn: Turn,
): Promise<VarianceTechnique> {
  const { growth } = await sample(model, antitheticNumbers(philoxNumbers(seed)), TECHNIQUE_PATHS, turn);
  const pairs = Float64Array.from(
    { length: TECHNIQUE_PATHS / 2 },
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

async function sobol(
  model: PathModel,
  seed: number,
  variance: number,
  turn: Turn,
): Promise<VarianceTechnique> {
  if (model.driver !== 'normals') {
    return notRun('sobol', 'Not run: the model draws rows, not normal numbers.');
  }
  const means: Column = new Float64Array(SHIFTS);
  for (let shift = 0; shift < SHIFTS; shift++) {
    const { growth } = await sample(model, sobolNumbers(seed + shift, model.steps), POINTS, turn);
    means[shift] = moments(growth).mean;
  }
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
    : `Nothing was left of the variance over ${formatCount(TECHNIQUE_PATHS, 'path')}.`,
});

const notRun = (name: VarianceTechnique['name'], reason: string): VarianceTechnique => ({
  name,
  title: TITLES[name],
  estimate: null,
  ratio: null,
  reason,
});

import type { Column } from '../../core/column';
import { formatCount } from '../../core/format';
import { UNWATCHED, type Job } from '../../core/job';
import { moments } from '../../metrics/moments';
import { inOrder } from '../in-order';
import { Stages } from '../stages';
import type { VarianceTechnique } from './outcome';
import type { PathModel } from './path-model';
import { cutPaths, type PathMaker, type Sample, type SamplePiece } from './path-pieces';

/** Shifts of Sobol's sequence, each an estimate of its own, and points of each. */
const SHIFTS = 16;
const POINTS = 256;
/** Paths of each technique. */
const TECHNIQUE_PATHS = SHIFTS * POINTS;
/** Paths of the whole study: plain ones, which the control uses too, antithetic ones and Sobol's. */
export const STUDY_PATHS = 3 * TECHNIQUE_PATHS;
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
 * @param maker  makes the paths
 * @param job    told of the paths
 * @see Glasserman, Monte Carlo Methods in Financial Engineering, 2003, chapters 4 and 5
 *
 * @throws BacktabError `cancelled`
 */
export async function varianceTechniques(
  { driver, steps }: Pick<PathModel, 'driver' | 'steps'>,
  seed: number,
  maker: PathMaker,
  job: Job = UNWATCHED,
): Promise<readonly VarianceTechnique[]> {
  const stages = new Stages(job, [1, 1, driver === 'normals' ? 1 : 0]);
  const sampled = (
    numbers: SamplePiece['numbers'],
    seeds: readonly number[],
    paths: number,
  ): Promise<Sample> => sample(maker, cutSample(numbers, seeds, paths, steps, maker.steps), stages.next());
  const plain = await sampled('plain', [seed], TECHNIQUE_PATHS);
  const { mean, deviation } = moments(plain.growth);
  const variance = deviation * deviation;
  if (!(deviation > STILL * Math.abs(mean))) {
    return (['antithetic', 'control', 'sobol'] as const).map((name) =>
      notRun(name, 'Not run: all paths end alike, so there is no variance to lower.'),
    );
  }
  const mirrored = await sampled('antithetic', [seed], TECHNIQUE_PATHS);
  const shifts = Array.from({ length: SHIFTS }, (_, shift) => seed + shift);
  return [
    antithetic(mirrored, variance),
    control(plain, mean, variance),
    driver === 'normals'
      ? sobol(await sampled('sobol', shifts, POINTS), variance)
      : notRun('sobol', 'Not run: the model draws rows, not normal numbers.'),
  ];
}

/** Paths of some seeds, one seed after the other, in pieces. */
const cutSample = (
  numbers: SamplePiece['numbers'],
  seeds: readonly number[],
  paths: number,
  steps: number,
  size: number,
): readonly SamplePiece[] =>
  seeds.flatMap((seed) => cutPaths(paths, steps, size).map((span) => ({ ...span, numbers, seed })));

async function sample(maker: PathMaker, pieces: readonly SamplePiece[], job: Job): Promise<Sample> {
  const paths = pieces.reduce((sum, { from, to }) => sum + to - from, 0);
  const growth: Column = new Float64Array(paths);
  const controls: Column = new Float64Array(paths);
  let at = 0;
  const starts = pieces.map((piece) => () => maker.sample(piece));
  await inOrder(starts, maker.depth, job, (part) => {
    growth.set(part.growth, at);
    controls.set(part.control, at);
    at += part.growth.length;
  });
  return { growth, control: controls };
}

function antithetic({ growth }: Sample, variance: number): VarianceTechnique {
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

function sobol({ growth }: Sample, variance: number): VarianceTechnique {
  const means = Float64Array.from(
    { length: SHIFTS },
    (_, shift) => moments(growth.subarray(shift * POINTS, (shift + 1) * POINTS)).mean,
  );
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

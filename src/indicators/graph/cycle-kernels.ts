import { EARLY_LOOKBACK, EARLY_START, LATE_START, LONGEST_CYCLE } from '../primitives/dominant-cycle';
import { LEAD } from '../primitives/dominant-phase';
import type { Kernel } from './kernel';
import { arcTangent, sine } from './math-kernels';
import { applied, type Series } from './series';

const DEGREES = 180 / Math.PI;
const none = (): number => 0;
const wholeCycle = (): number => LONGEST_CYCLE;

const DOMINANT_CYCLE: Kernel = {
  name: 'dominantCycle',
  inputs: 1,
  outputs: 4,
  state: () => 1080,
  history: () => 3,
  warmUp: ([start = NaN]) => start,
};

/** Series of Ehlers' homodyne discriminator, begun at the row at which its filters start. */
export interface Cycle {
  /** Mean of the last four rows; 0 before the first row. */
  readonly smoothed: Series;
  readonly inPhase: Series;
  readonly quadrature: Series;
  /** Length of the cycle in rows, smoothed. */
  readonly length: Series;
}

function dominantCycle(x: Series, start: number): Cycle {
  const [smoothed, inPhase, quadrature, length] = applied(DOMINANT_CYCLE, [x], [start]);
  return { smoothed: smoothed!, inPhase: inPhase!, quadrature: quadrature!, length: length! };
}

/** Dominant cycle for the functions that give the cycle itself. */
export const earlyCycle = (x: Series): Cycle => dominantCycle(x, EARLY_START);

/** Dominant cycle for the functions that use it. */
export const lateCycle = (x: Series): Cycle => dominantCycle(x, LATE_START);

const DOMINANT_PHASE: Kernel = {
  name: 'dominantPhase',
  inputs: 2,
  outputs: 1,
  state: () => 260,
  history: wholeCycle,
  warmUp: none,
};

/** Phase of a cycle in degrees. */
export const dominantPhase = ({ smoothed, length }: Cycle): Series =>
  applied(DOMINANT_PHASE, [smoothed, length], [])[0]!;

/** Sine of degrees, and the same an eighth of a cycle ahead. */
export const phaseSines = (phase: Series): [Series, Series] => [
  sine(phase.over(DEGREES)),
  sine(phase.plus(LEAD).over(DEGREES)),
];

const CYCLE_TREND: Kernel = {
  name: 'cycleTrend',
  inputs: 2,
  outputs: 1,
  state: () => 310,
  history: wholeCycle,
  warmUp: none,
};

/** Mean of the rows of the last late cycle, smoothed over four rows. */
export const cycleTrend = (x: Series, { length }: Cycle): Series =>
  applied(CYCLE_TREND, [x, length], [LATE_START])[0]!;

const TREND_MODE: Kernel = {
  name: 'trendMode',
  inputs: 6,
  outputs: 1,
  state: () => 4,
  history: none,
  warmUp: none,
};

/** 1 where prices trend, 0 where they cycle. */
export function trendMode(x: Series): Series {
  const cycle = lateCycle(x);
  const phase = dominantPhase(cycle);
  const inputs = [phase, ...phaseSines(phase), cycle.length, cycle.smoothed, cycleTrend(x, cycle)];
  return applied(TREND_MODE, inputs, [])[0]!;
}

const MESA_AVERAGE: Kernel = {
  name: 'mesaAverage',
  inputs: 2,
  outputs: 2,
  state: () => 3,
  history: none,
  warmUp: none,
};

/** Ehlers' adaptive averages MAMA and FAMA. */
export function mesaAverage(x: Series, fastLimit: number, slowLimit: number): Series[] {
  const { inPhase, quadrature } = earlyCycle(x);
  const phase = inPhase.equals(0).pick(0, arcTangent(quadrature.over(inPhase)).times(DEGREES));
  return applied(MESA_AVERAGE, [x, phase], [fastLimit, slowLimit]).map((average) =>
    average.from(x.begin + EARLY_LOOKBACK),
  );
}

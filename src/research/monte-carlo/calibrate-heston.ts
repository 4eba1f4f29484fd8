import type { Column } from '../../core/column';
import { BacktabError } from '../../core/errors';
import { exp } from '../../core/math/exp';
import { pow } from '../../core/math/pow';
import { moments } from '../../metrics/moments';
import type { HestonParameters } from './heston';

/** Returns needed: correlations of squared returns are small and their errors large. */
export const HESTON_MINIMUM = 500;

const MOST_LAGS = 100;
/** Range of the search for the reversion a bar: half-lives of 0.35 to 350 bars. */
const SLOWEST = 0.002;
const FASTEST = 2;
const GRID = 400;
/** Squared returns hang together when the fit explains more than so many times what it would of independent ones. */
const NOISE = 4;
/** Beyond it the two noises are one, and no history can tell it from less. */
const MOST_CORRELATION = 0.95;

/**
 * Parameters of Heston's model by moments of the log returns. With `s` their squared distances to the mean:
 * `longVariance` is the mean of `s`; the covariances of `s` over lags 1 to 100 are fitted by least squares to
 * `c e^(-reversion (lag - 1))`; `c = Var(V) g²` with `g = (1 - e^-reversion) / reversion` gives the variance of V
 * and with it `volOfVol² = 2 reversion Var(V) / longVariance`; the covariances of a return with later `s`, which are
 * `correlation volOfVol longVariance g² e^(-reversion (lag - 1))`, give the correlation likewise. Variance starts at its
 * long run. Terms of second order in the leverage are left out: below a few percent for reversions of 0.1 or less.
 *
 * @param logReturns  `f64[n]`, n at least 500
 * @throws BacktabError `returns_unusable` when squared returns do not hang together, so that there is no volatility to
 *         wander
 * @see Das and Sundaram, Of Smiles and Smirks: A Term Structure Perspective, 1999 (moments of the model)
 */
export function calibrateHeston(logReturns: Column): HestonParameters {
  const { mean } = moments(logReturns);
  const apart = logReturns.map((value) => value - mean);
  const squares = apart.map((value) => value * value);
  const longVariance = moments(squares).mean;
  const excess = squares.map((value) => value - longVariance);
  const lags = Math.min(MOST_LAGS, Math.floor(logReturns.length / 10));
  const clusters = covariances(excess, excess, lags);
  const { reversion, size, explained } = fitDecay(clusters);
  const noise = moments(squares).deviation ** 2 / Math.sqrt(logReturns.length);
  if (!(explained > 0 && Math.sqrt(explained) > NOISE * noise)) {
    throw new BacktabError('returns_unusable', {
      model: 'heston',
      reason: 'squared returns do not hang together, so there is no volatility that wanders',
    });
  }
  const width = (1 - exp(-reversion)) / reversion;
  const varianceOfVariance = size / (width * width);
  const volOfVol = Math.sqrt((2 * reversion * varianceOfVariance) / longVariance);
  const leverage = project(covariances(apart, excess, lags), reversion).size;
  const correlation = leverage / (volOfVol * longVariance * width * width);
  return {
    drift: mean + longVariance / 2,
    variance: longVariance,
    longVariance,
    reversion,
    volOfVol,
    correlation: Math.min(Math.max(correlation, -MOST_CORRELATION), MOST_CORRELATION),
  };
}

/** Mean product of a value with another so many rows later, for lags 1, 2, ... */
function covariances(first: Column, later: Column, lags: number): Column {
  const out: Column = new Float64Array(lags);
  for (let lag = 1; lag <= lags; lag++) {
    let sum = 0;
    for (let i = lag; i < first.length; i++) sum += first[i - lag]! * later[i]!;
    out[lag - 1] = sum / (first.length - lag);
  }
  return out;
}

interface Decay {
  readonly reversion: number;
  readonly size: number;
  /** Sum of squares that it explains. */
  readonly explained: number;
}

/** The best `size e^(-reversion k)` for k = 0, 1, ..., over a grid of reversions spaced by their logarithms. */
function fitDecay(values: Column): Decay {
  let best = project(values, SLOWEST);
  let reversion = SLOWEST;
  const step = pow(FASTEST / SLOWEST, 1 / GRID);
  for (let k = 0; k < GRID; k++) {
    reversion *= step;
    const found = project(values, reversion);
    if (found.size > 0 && (found.explained > best.explained || best.size <= 0)) best = found;
  }
  return best;
}

/** Least squares for one reversion. */
function project(values: Column, reversion: number): Decay {
  const keep = exp(-reversion);
  let weight = 1;
  let product = 0;
  let square = 0;
  for (const value of values) {
    product += value * weight;
    square += weight * weight;
    weight *= keep;
  }
  const size = product / square;
  return { reversion, size, explained: size * product };
}

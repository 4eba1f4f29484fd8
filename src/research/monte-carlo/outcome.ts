import type { Interval95 } from '../../core/metrics';
import type { ModelNotes } from './path-model';

/** Shares of the paths at which quantiles are told, ascending. */
export const FAN_SHARES = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99] as const;

/** Quantiles of the account by step. Growth factors: 1 is the start. */
export interface Fan {
  /** Steps at which they are known, 0 first. */
  readonly steps: readonly number[];
  /** A list a share of `FAN_SHARES`, aligned with `steps`. */
  readonly quantiles: readonly (readonly number[])[];
}

/** How a number spreads over the paths. */
export interface PathDistribution {
  readonly mean: number;
  /** Sample standard deviation. */
  readonly deviation: number;
  /** At the shares of `FAN_SHARES`. */
  readonly quantiles: readonly number[];
  /** Paths per class, of equal width from the least to the greatest; one class when all are equal. */
  readonly histogram: {
    readonly least: number;
    readonly greatest: number;
    readonly counts: readonly number[];
  };
}

/** A share of the paths as a chance. */
export interface Chance {
  readonly share: number;
  /** Paths that count. */
  readonly hits: number;
  /** Wilson's 95 % range, by the paths that are independent. */
  readonly range: Interval95;
}

/** A figure with its 95 % range. */
export interface Ranged extends Interval95 {
  readonly value: number;
}

/** The loss at the end in the worst paths, fractions of the start, positive for a loss. */
export interface TailLoss {
  /** 0.05 for the worst 5 %. */
  readonly tail: number;
  /** Loss that only the share `tail` of the paths exceeds; range by order statistics. Null with too few paths. */
  readonly valueAtRisk: Ranged | null;
  /** Mean loss of those; range by its standard error. */
  readonly expectedShortfall: Ranged | null;
  /** Independent paths needed. */
  readonly needed: number;
}

/** How the mean growth factor settles as paths come in. */
export interface Convergence {
  readonly paths: readonly number[];
  readonly mean: readonly number[];
  readonly standardError: readonly number[];
}

/** A way to get the same mean with fewer paths, and what it was found to be worth. */
export interface VarianceTechnique {
  readonly name: 'antithetic' | 'control' | 'sobol';
  readonly title: string;
  /** Estimates of the mean growth factor by it. */
  readonly estimate: number | null;
  /** Variance of a plain estimate over that by it, at as many paths: 4 means as good as four times the paths. */
  readonly ratio: number | null;
  /** Why there is no value. */
  readonly reason: string | null;
}

/** What a simulation found. Plain values that can cross a worker. */
export interface MonteCarloOutcome extends ModelNotes {
  readonly seed: number;
  readonly paths: number;
  readonly steps: number;
  /** Loss from the start, as a fraction, that counts as ruin, and gain that is the goal. */
  readonly ruinLoss: number;
  readonly goalGain: number;
  readonly fan: Fan;
  /** Growth factors at the end. */
  readonly terminal: PathDistribution;
  /** Deepest falls from a peak, fractions. */
  readonly drawdown: PathDistribution;
  /** Ends below the start. */
  readonly loss: Chance;
  /** Met before the goal. */
  readonly ruin: Chance;
  /** Met before ruin. */
  readonly goal: Chance;
  /** None where all paths end alike. */
  readonly tails: readonly TailLoss[];
  readonly convergence: Convergence;
  readonly techniques: readonly VarianceTechnique[];
  /** The answer in words, with its figures. */
  readonly answer: string;
}

import type { Bars } from '../../core/bars';

/** How draws are made. */
export interface DrawOptions {
  /** Integer in [0, 2^53). */
  readonly seed: number;
  readonly draws: number;
}

/** Keeps the draws of the methods apart. */
export const STREAMS = {
  bars: 0x62617273,
  signals: 0x73696773,
  entries: 0x656e7472,
  noise: 0x6e6f6973,
} as const;

/** A figure of a run on given bars, higher for better; null where the run has none. It must be pure. */
export type BarsStatistic = (bars: Bars) => Promise<number | null>;

/** Chance below which a test counts as passed. */
export const SIGNIFICANCE = 0.05;

/** Chance by draws: those that reach the statistic, and the sample itself, of all. */
export const chanceOf = (reached: number, draws: number): number => (1 + reached) / (1 + draws);

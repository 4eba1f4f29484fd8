import type { Bars } from '../../core/bars';
import type { Interval, QualityNote } from '../../core/dataset';

/** What a check of finished bars may look at. */
export interface Facts {
  readonly bars: Bars;
  readonly interval: Interval;
  readonly barsPerYear: number;
  /** Wall time of an instant in the instrument's zone, as if UTC, ms. */
  readonly wall: (time: number) => number;
}

/** Looks at finished bars for one thing; null when there is nothing to say. */
export type Check = (facts: Facts) => QualityNote | null;

/** Row numbers that a note keeps. */
export const ROWS_KEPT = 10_000;

/** Calendar year of an instant, UTC. */
export const yearOf = (time: number): number => new Date(time).getUTCFullYear();

/** Whether bars are a day or longer. */
export const isDaily = (interval: Interval): boolean => /^\d+(?:d|w|mo|y)$/.test(interval);

/** Whether the market trades all week, so that a bar opens where the last one closed. */
export const isContinuous = ({ interval, barsPerYear }: Facts): boolean =>
  !isDaily(interval) || barsPerYear > 300;

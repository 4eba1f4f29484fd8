import type { Column } from '../../core/column';
import { exp } from '../../core/math/exp';
import { log } from '../../core/math/log';

/** Values of paths that are kept at once: 64 MB. */
const MOST_VALUES = 8_388_608;
/** More steps than a chart can show are not kept. */
const MOST_FAN_STEPS = 128;

/** When a path is over. */
export interface Bounds {
  /** Loss from the start that counts as ruin, a fraction in (0, 1). */
  readonly ruinLoss: number;
  /** Gain from the start that is the goal, a fraction above 0. */
  readonly goalGain: number;
}

/**
 * The steps at which the values of all paths are kept, so that quantiles there are exact: the last one and others at
 * even distances, 128 at most, and no more than 64 MB of values hold.
 *
 * @param steps  of a path, 1 or more
 * @param paths  1 or more
 * @returns      ascending, from 1 to `steps`
 */
export function fanSteps(steps: number, paths: number): readonly number[] {
  const count = Math.max(1, Math.min(steps, MOST_FAN_STEPS, Math.floor(MOST_VALUES / paths)));
  return Array.from({ length: count }, (_, k) => Math.round(((k + 1) * steps) / count));
}

/**
 * Takes paths as they come and keeps of each its deepest fall, whether ruin or the goal came first, and its values at a
 * few steps: memory follows from the number of paths, not of steps.
 */
export class PathFold {
  /** Steps whose values are kept, ascending; the last step is among them. */
  readonly kept: readonly number[];
  /** Growth factors at the kept steps, a column of all paths each. */
  readonly values: readonly Column[];
  /** Deepest fall of each path from its peak, the start included, fractions. */
  readonly drawdowns: Column;
  /** Paths so far, and those that met ruin or the goal first. */
  count = 0;
  ruined = 0;
  reached = 0;
  readonly #ruin: number;
  readonly #goal: number;

  /**
   * @param paths   that will be added
   * @param bounds  both are looked at after each step
   * @param kept    steps whose values are kept, where the paths are a part of more
   */
  constructor(
    steps: number,
    paths: number,
    { ruinLoss, goalGain }: Bounds,
    kept: readonly number[] = fanSteps(steps, paths),
  ) {
    this.kept = kept;
    this.values = this.kept.map(() => new Float64Array(paths));
    this.drawdowns = new Float64Array(paths);
    this.#ruin = log(1 - ruinLoss);
    this.#goal = log(1 + goalGain);
  }

  /** @param growth  `f64[steps]`, log growth since the start; minus infinity once all is lost */
  add(growth: Column): void {
    const path = this.count;
    let peak = 0;
    let deepest = 0;
    let next = 0;
    let isOver = false;
    for (let step = 0; step < growth.length; step++) {
      const value = growth[step]!;
      if (value > peak) peak = value;
      else if (peak - value > deepest) deepest = peak - value;
      if (!isOver && (value <= this.#ruin || value >= this.#goal)) {
        isOver = true;
        if (value <= this.#ruin) this.ruined += 1;
        else this.reached += 1;
      }
      if (step + 1 === this.kept[next]) this.values[next++]![path] = exp(value);
    }
    this.drawdowns[path] = 1 - exp(-deepest);
    this.count += 1;
  }
}

/** Some paths, folded. Plain values that can cross a worker. */
export interface FoldedPaths extends Pick<PathFold, 'values' | 'drawdowns' | 'ruined' | 'reached'> {
  /** Number of the first of them. */
  readonly from: number;
}

/** Puts folded paths together; what comes of them does not depend on how they were cut. */
export class PathBook implements Omit<FoldedPaths, 'from'> {
  readonly kept: readonly number[];
  readonly values: readonly Column[];
  readonly drawdowns: Column;
  ruined = 0;
  reached = 0;

  constructor(steps: number, paths: number) {
    this.kept = fanSteps(steps, paths);
    this.values = this.kept.map(() => new Float64Array(paths));
    this.drawdowns = new Float64Array(paths);
  }

  add({ from, values, drawdowns, ruined, reached }: FoldedPaths): void {
    values.forEach((column, k) => this.values[k]?.set(column, from));
    this.drawdowns.set(drawdowns, from);
    this.ruined += ruined;
    this.reached += reached;
  }
}

import type { Column } from '../../core/column';
import { exp } from '../../core/math/exp';
import { antitheticNumbers } from '../../core/random/antithetic-numbers';
import type { PathNumbers } from '../../core/random/path-numbers';
import { philoxNumbers } from '../../core/random/philox-numbers';
import { sobolNumbers } from '../../core/random/sobol-numbers';
import { PathFold, type Bounds, type FoldedPaths } from './path-fold';
import type { PathModel } from './path-model';

/** Paths `[from, to)` of a seed. */
interface PathSpan {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
}

/** Paths that are folded. */
export interface FoldPiece extends PathSpan {
  readonly bounds: Bounds;
  /** Steps whose values are kept. */
  readonly kept: readonly number[];
}

/** Paths of which only the ends are wanted, from one kind of numbers. */
export interface SamplePiece extends PathSpan {
  readonly numbers: 'plain' | 'antithetic' | 'sobol';
}

/** Ends of paths. */
export interface Sample {
  /** Growth factor at the end of each path, and the model's control. */
  readonly growth: Column;
  readonly control: Column;
}

/**
 * Whoever makes the paths of a model: this thread, or workers. A path depends on its numbers alone, so that it is the
 * same whoever makes it.
 */
export interface PathMaker {
  /** Pieces that it can use at once, and steps of a piece that are worth handing over. */
  readonly depth: number;
  readonly steps: number;
  fold(piece: FoldPiece): Promise<FoldedPaths>;
  sample(piece: SamplePiece): Promise<Sample>;
}

/** Steps of paths between two turns of this thread: some milliseconds of work. */
const STEPS_A_TURN = 65_536;

/** Makes paths in this thread. */
export function pathMaker(model: PathModel): PathMaker {
  const out: Column = new Float64Array(model.steps);
  return {
    depth: 1,
    steps: STEPS_A_TURN,
    async fold({ seed, from, to, bounds, kept }) {
      const numbers = philoxNumbers(seed);
      const fold = new PathFold(model.steps, to - from, bounds, kept);
      for (let path = from; path < to; path++) {
        model.write(numbers, path, out);
        fold.add(out);
      }
      const { values, drawdowns, ruined, reached } = fold;
      return { from, values, drawdowns, ruined, reached };
    },
    async sample({ numbers: kind, seed, from, to }) {
      const numbers = NUMBERS[kind](seed, model.steps);
      const growth: Column = new Float64Array(to - from);
      const control: Column = new Float64Array(to - from);
      for (let path = from; path < to; path++) {
        control[path - from] = model.write(numbers, path, out);
        growth[path - from] = exp(out[model.steps - 1]!);
      }
      return { growth, control };
    },
  };
}

const NUMBERS: Readonly<Record<SamplePiece['numbers'], (seed: number, steps: number) => PathNumbers>> = {
  plain: philoxNumbers,
  antithetic: (seed) => antitheticNumbers(philoxNumbers(seed)),
  sobol: sobolNumbers,
};

/** Cuts `paths` paths of so many steps into pieces of about `size` steps. */
export function cutPaths(
  paths: number,
  steps: number,
  size: number,
): readonly { readonly from: number; readonly to: number }[] {
  const step = Math.max(1, Math.floor(size / steps));
  return Array.from({ length: Math.ceil(paths / step) }, (_, k) => ({
    from: k * step,
    to: Math.min(paths, (k + 1) * step),
  }));
}

import type { Column } from '../../core/column';
import type { PathNumbers } from '../../core/random/path-numbers';

/** Ways of making possible futures, in the order in which they are told. */
export const MODEL_NAMES = [
  'trades',
  'bootstrap',
  'history',
  'gbm',
  'jumps',
  'heston',
  'garch',
  'regimes',
  'assets',
] as const;

export type ModelName = (typeof MODEL_NAMES)[number];

/** A parameter as it was found, for the reader. */
export interface ModelParameter {
  readonly name: string;
  readonly value: number;
  /** As `log return a bar`. */
  readonly unit: string;
}

/** What is said of a model beside its figures. Plain values. */
export interface ModelNotes {
  readonly name: ModelName;
  /** As `Jump diffusion (Merton)`. */
  readonly title: string;
  readonly question: string;
  /** What is taken for granted, a sentence each. */
  readonly assumptions: readonly string[];
  readonly parameters: readonly ModelParameter[];
  /** What a step is, as `bar` or `trade`. */
  readonly unit: 'bar' | 'trade';
}

/** A way of making possible futures of an account. */
export interface PathModel extends ModelNotes {
  /** Steps of a path. */
  readonly steps: number;
  /** Whether paths follow from normal numbers; else from rows that are drawn. */
  readonly driver: 'normals' | 'rows';
  /**
   * Paths that are independent, at most, where the model replays one history; null without a limit. Shares over more
   * paths are no more certain than over so many.
   */
  readonly independent: number | null;
  /**
   * Writes a path.
   *
   * @param numbers  its random numbers
   * @param path     number of the path, integer in [0, 2^32)
   * @param out      `f64[steps]` to write into: logarithm of the account over its start after each step; minus infinity
   *                 once it is lost whole
   * @returns        the control: a number that moves with the end of the path and whose expectation is exactly 0
   */
  write(numbers: PathNumbers, path: number, out: Column): number;
}

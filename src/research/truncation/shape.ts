/** What takes the place of the rows after a cut: nothing, or values that are no prices. */
export const AFTERMATHS = ['cut', 'nan', 'huge'] as const;
export type Aftermath = (typeof AFTERMATHS)[number];

/** Where a run on a prefix was not the prefix of the run. */
export interface Disagreement {
  readonly kind: 'value' | 'request' | 'event' | 'fill' | 'trade' | 'series';
  /** Name of the dataset; empty where there is but one. */
  readonly dataset: string;
  /** Row of the dataset; the step of the account where several have rows. */
  readonly bar: number;
  /** Open of that bar, Unix milliseconds. */
  readonly time: number;
  /** Line of the script; null for what has none. */
  readonly line: number | null;
  /** The expression, or what else it is that differs. */
  readonly text: string;
  /** Its value there in the whole run, and in the run on the prefix. */
  readonly whole: string;
  readonly prefix: string;
  /** Steps of the run that the prefix kept, and what came after them. */
  readonly kept: number;
  readonly after: Aftermath;
}

/** What a look-ahead check found. */
export interface TruncationReport {
  /** Whether every result on a prefix was the prefix of the result, to the bit. */
  readonly isProved: boolean;
  /** Steps of the whole run: its bars, or the instants at which any of its datasets has one. */
  readonly steps: number;
  readonly cuts: number;
  /** Runs on prefixes. */
  readonly runs: number;
  /** Values, orders and figures compared, one per bar. */
  readonly compared: number;
  /** One per expression, each at its first bar; the earliest first, at most 20. */
  readonly disagreements: readonly Disagreement[];
}

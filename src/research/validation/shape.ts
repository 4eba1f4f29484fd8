import type { FigureUnit } from '../../core/figure';
import { formatInteger, formatPercent } from '../../core/format';

/** The methods, in the order in which they are told. */
export const VALIDATION_IDS = [
  'walk_forward_rolling',
  'walk_forward_anchored',
  'purged_k_fold',
  'combinatorial_purged',
  'overfitting',
  'deflated_sharpe',
  'track_length',
  'backtest_length',
  'reality_check',
  'superior_ability',
  'step_down',
  'false_discoveries',
  'bar_permutation',
  'signal_permutation',
  'random_entry',
  'noise',
  'regimes',
  'doubled_costs',
] as const;

export type ValidationId = (typeof VALIDATION_IDS)[number];

/** What a method is, before it is run. */
export interface ValidationTopic {
  readonly id: ValidationId;
  /** As `White's reality check`. */
  readonly name: string;
  /** As `Is the best setting better than luck, given how many were tried?` */
  readonly question: string;
  /** What is taken for granted, a sentence each. */
  readonly assumptions: readonly string[];
  /** Paper or book that defines it. */
  readonly source: string;
}

/** A number that a method found. */
export interface ValidationFigure {
  /** Unique within the method, as `efficiency`. */
  readonly key: string;
  readonly name: string;
  readonly unit: FigureUnit;
  /** null where undefined. */
  readonly value: number | null;
}

/** What a method found. Plain values that can cross a worker. */
export interface ValidationResult extends ValidationTopic {
  readonly status: 'run' | 'not run';
  /** Why it was not run; null when it was. */
  readonly reason: string | null;
  /** None when it was not run. */
  readonly figures: readonly ValidationFigure[];
  /** The answer to the question in a sentence or two; empty when it was not run. */
  readonly answer: string;
  /** Whether the strategy came through; null when it was not run, and for figures that only inform. */
  readonly pass: boolean | null;
}

/** What a method that was run has to say. */
export type ValidationFindings = Pick<ValidationResult, 'figures' | 'answer' | 'pass'>;

/** A method that was run. */
export const ran = (topic: ValidationTopic, findings: ValidationFindings): ValidationResult => ({
  ...topic,
  status: 'run',
  reason: null,
  ...findings,
});

/**
 * A method that was not run.
 *
 * @param reason  a sentence, as `It needs 100 trades; there are 29.`
 */
export const notRun = (topic: ValidationTopic, reason: string): ValidationResult => ({
  ...topic,
  status: 'not run',
  reason,
  figures: [],
  answer: '',
  pass: null,
});

/** Why a sample is too small, as `It needs 480 returns; there are 479.` */
export const tooFew = (needed: number, what: string, found: number): string =>
  `It needs ${formatInteger(needed)} ${what}; there are ${formatInteger(found)}.`;

/** `60 %`. */
export const wholePercent = (share: number): string => formatPercent(share, { decimals: 0 });

/** A row of `figures`; a value that is not finite becomes null. */
export const figure = (
  key: string,
  name: string,
  unit: FigureUnit,
  value: number | null,
): ValidationFigure => ({ key, name, unit, value: value !== null && Number.isFinite(value) ? value : null });

/** The value of a figure; null where there is none. */
export const figureOf = (result: ValidationResult, key: string): number | null =>
  result.figures.find((row) => row.key === key)?.value ?? null;

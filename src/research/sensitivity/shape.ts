import type { Metrics } from '../../core/metrics';
import type { RunSettings } from '../../core/run';
import type { Strategy } from '../../core/strategy';

/** The questions that can be asked of a run, in the order in which they are answered. */
export const SENSITIVITY_KINDS = ['costs', 'start', 'delay', 'skip'] as const;

export type SensitivityKind = (typeof SENSITIVITY_KINDS)[number];

/** What is different in one variant of a run. */
export interface Variant {
  /** As `2 × fees, 1 × slippage` or `3 bars late`. */
  readonly label: string;
  /** Its place on the axes of the study. */
  readonly at: readonly number[];
  /** Settings that replace the run's. */
  readonly settings?: Partial<RunSettings>;
  /** First row that it runs on; 0 when absent. */
  readonly from?: number;
  /** Changes what the strategy asks for. */
  readonly wrap?: (strategy: Strategy) => Strategy;
}

/** What a variant is varied along. */
export interface SensitivityAxis {
  readonly name: string;
  readonly unit: string;
  readonly values: readonly number[];
}

/** A study before it is run: a question with the variants that answer it. The run itself is the variant `base`. */
export interface SensitivityPlan {
  readonly kind: SensitivityKind;
  /** As `What is left when trading costs more?` */
  readonly question: string;
  /** What is kept and what is taken for granted, a sentence each. */
  readonly assumptions: readonly string[];
  readonly axes: readonly SensitivityAxis[];
  readonly variants: readonly Variant[];
}

/** Figures by which variants can be compared; each is above zero for a run that earned something. */
export const SENSITIVITY_METRICS = ['cagr', 'sharpe', 'totalReturn'] as const;

export type SensitivityMetric = (typeof SENSITIVITY_METRICS)[number];

/** What a variant found. */
export type VariantFigures = Pick<
  Metrics,
  SensitivityMetric | 'maxDrawdown' | 'profitFactor' | 'trades' | 'costs'
>;

/** A variant that was run. Plain values. */
export interface VariantResult {
  readonly label: string;
  readonly at: readonly number[];
  readonly figures: VariantFigures;
}

/** How a figure lies over the variants. */
export interface SensitivitySummary {
  /** Variants with a value of the figure, and all. */
  readonly known: number;
  readonly variants: number;
  readonly median: number | null;
  /** Share of the known ones above zero. */
  readonly aboveZero: number | null;
  readonly worst: { readonly label: string; readonly value: number } | null;
  readonly best: { readonly label: string; readonly value: number } | null;
}

/** A study that was run. Plain values that can cross a worker. */
export interface SensitivityStudy {
  readonly kind: SensitivityKind;
  readonly question: string;
  readonly assumptions: readonly string[];
  readonly axes: readonly SensitivityAxis[];
  readonly metric: SensitivityMetric;
  /** The run as it is. */
  readonly base: VariantFigures;
  readonly results: readonly VariantResult[];
  readonly summary: SensitivitySummary;
  /** The answer in words, with its figures. */
  readonly answer: string;
}

/** Runs a variant of a run exactly. */
export type RunVariant = (variant: Omit<Variant, 'label' | 'at'>) => VariantFigures;

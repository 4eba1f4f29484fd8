import type { Column } from '../core/column';
import type { Evidence, Interval95, Metrics, Verdict } from '../core/metrics';
import type { RunResult } from '../core/run';
import type { Fall } from '../metrics/drawdown-table';
import type { YearReturns } from '../metrics/month-returns';
import type { Annotation } from '../script/annotations';
import type { Diagnostic } from '../script/diagnostic';
import type { ObjectiveSpec } from './sweep/objective-spec';
import type { SearchSpec } from './sweep/search-spec';

/** A line of the script on the chart or under the value lens, aligned with the bars. */
export interface SeriesValues {
  readonly name: string;
  readonly pane: 'price' | 'own';
  readonly kind: 'number' | 'bool';
  readonly values: Column;
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly params: readonly string[];
}

/** What only the report page shows. */
export interface RunReport {
  readonly months: readonly YearReturns[];
  readonly holdingMonths: readonly YearReturns[];
  /** The five deepest, deepest first. */
  readonly falls: readonly Fall[];
}

/** A run with everything that is shown about it. */
export interface BacktestOutcome {
  readonly result: RunResult;
  readonly metrics: Metrics;
  /** The whole capital in the instrument from the first bar to the last, without costs. */
  readonly holding: { readonly equity: Column; readonly drawdown: Column; readonly metrics: Metrics };
  /** 95 % ranges; null where the sample is too small. */
  readonly ranges: {
    readonly cagr: Interval95 | null;
    readonly sharpe: Interval95 | null;
    readonly winRate: Interval95 | null;
    readonly averageTrade: Interval95 | null;
    /** Growth a year against holding, points as fractions. */
    readonly gap: Interval95 | null;
  };
  readonly verdict: Verdict;
  readonly report: RunReport;
  readonly plots: readonly SeriesValues[];
  readonly lenses: readonly SeriesValues[];
  /** What the script marks, colours and tells. */
  readonly annotations: readonly Annotation[];
  /** What only a run on these data tells of the script. */
  readonly doubts: readonly Diagnostic[];
}

/** Figures that every way of running a setting gives. */
export type TrialFigure = 'totalReturn' | 'cagr' | 'sharpe' | 'maxDrawdown' | 'trades' | 'finalEquity';

/** One setting of a sweep. */
export interface SweepCell {
  readonly parameters: readonly number[];
  readonly metrics: Pick<Metrics, TrialFigure>;
  /** From the exact engine; screened values are replaced before they are shown as results. */
  readonly exact: boolean;
  /** Standard error of the yearly Sharpe ratio; null while only screened or without one. */
  readonly sharpeError: number | null;
  /** Median of the first objective over the settings around it, one step away; null where none was run. */
  readonly neighbours: number | null;
}

/** The settings that a sweep ran, one row each, ascending by place. */
export interface TrialTable {
  /** Row-major place in the grid of the axes. */
  readonly place: Float64Array<ArrayBuffer>;
  /** Columns by figure: the six of `TrialFigure` always, others where an objective reads them. NaN for none. */
  readonly figures: Readonly<Partial<Record<keyof Metrics, Column>>> & Readonly<Record<TrialFigure, Column>>;
  /** Score of each objective, higher is better; NaN where it is undefined. */
  readonly scores: readonly Column[];
  /** 1 where the exact engine ran it. */
  readonly exact: Uint8Array<ArrayBuffer>;
  /** Standard error of the yearly Sharpe ratio; NaN while only screened or without one. */
  readonly sharpeError: Column;
  /** Median score of the first objective over the settings around it, one step away; NaN where none was run. */
  readonly neighbours: Column;
}

/** How far a screened sweep agrees with the exact runs of the same cells. */
export interface Agreement {
  readonly backend: 'cpu' | 'wasm' | 'webgpu';
  readonly precision: 'f64' | 'f32';
  /** Cells compared. */
  readonly cells: number;
  /** Spearman's rank correlation of the metric; null with fewer than three cells. */
  readonly rankCorrelation: number | null;
  /** Largest absolute difference of the metric, and where. */
  readonly worstDifference: number;
  readonly worstCell: readonly number[];
  /** Cells whose trade counts differ. */
  readonly tradeDifferences: number;
}

export interface SweepAxis {
  readonly name: string;
  readonly values: readonly number[];
}

/** A finished sweep. */
export interface SweepOutcome {
  readonly axes: readonly SweepAxis[];
  readonly trials: TrialTable;
  readonly search: SearchSpec;
  /** What was looked for; the first one ranks. */
  readonly objectives: readonly ObjectiveSpec[];
  /** Why settings were left out, as `fast is not below slow`; null where none was. */
  readonly skipReason: string | null;
  /** Settings that were run on all bars: the rows of `trials`. */
  readonly run: number;
  /** Settings that only a first look at early bars was given. */
  readonly dropped: number;
  readonly skipped: number;
  /** null when every setting was run by the exact engine in the first place. */
  readonly agreement: Agreement | null;
  /** Why the fast path was not taken, or null when it was. */
  readonly refusal: string | null;
  readonly backend: string;
  readonly elapsedMs: number;
  /** Places: the best setting by the first objective, and the joined ones around it that are nearly as good. */
  readonly best: number | null;
  readonly plateau: readonly number[];
  /** Least score that belongs to the plateau: for a Sharpe ratio one standard error below the best. */
  readonly plateauFloor: number | null;
  /** Places of the exact settings that no other beats in every objective, ascending; of one objective the best. */
  readonly front: readonly number[];
  readonly verdict: SweepVerdict | null;
}

/** Whether the best cell can be trusted. */
export interface SweepVerdict extends Verdict {
  /** Best Sharpe expected by luck alone from as many tries. */
  readonly luckSharpe: number;
  /** Chance that the true Sharpe of the best cell is above zero after all tries. */
  readonly deflatedChance: number;
  /** What answers the largest doubt: widen one axis to a value, or null. */
  readonly suggestion: { readonly label: string; readonly param: string; readonly max: number } | null;
  readonly evidence: readonly Evidence[];
}

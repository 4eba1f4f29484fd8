import type { BarColumn } from '../core/bars';
import type { Column } from '../core/column';
import type { Series } from './graph/series';

/** TA-Lib's groups, and ours for what it lacks. */
export type IndicatorGroup =
  | 'overlap'
  | 'momentum'
  | 'volume'
  | 'volatility'
  | 'price_transform'
  | 'cycle'
  | 'statistic'
  | 'math_transform'
  | 'math_operator'
  | 'structure'
  | 'pattern';

/** A parameter's name, range and default. Values outside the range are refused. */
export interface IndicatorParameter {
  /** As in TA-Lib, camelCase: `timePeriod`. */
  readonly name: string;
  /** `ma_type` is an integer from 0 to 8 that `ma-type.ts` names. */
  readonly kind: 'integer' | 'real' | 'ma_type';
  readonly min: number;
  readonly max: number;
  readonly default: number;
}

/** An input: any series (`real`), or a column that is taken from the bars by itself. */
export interface IndicatorInput {
  readonly name: string;
  readonly source: 'real' | BarColumn;
}

export interface IndicatorOutput {
  /** As in TA-Lib, camelCase: `histogram`. */
  readonly name: string;
  /** `integer` outputs (indexes, patterns, modes) hold whole numbers. */
  readonly kind: 'real' | 'integer';
  readonly style: 'line' | 'dashed' | 'histogram' | 'upper' | 'lower';
}

/**
 * State of an indicator between bars. Its fields are numbers, booleans, typed arrays, and objects or
 * arrays of these, none of them `#private`, so that `state.ts` can save and resume any stream.
 */
export interface IndicatorStream {
  /**
   * Takes the next row and writes its outputs; NaN during warm-up.
   *
   * @param row  one value per input
   * @param out  one value per output, overwritten
   */
  next(row: Float64Array, out: Float64Array): void;
}

/**
 * One entry of the catalogue: everything that docs, script, editor, chart, CLI and forms know of
 * an indicator. `stream` is the definition; the batch form is the loop over it.
 */
export interface Indicator {
  /** Name in scripts, lower case: `bbands`. */
  readonly name: string;
  /** As `Bollinger Bands`. */
  readonly title: string;
  readonly group: IndicatorGroup;
  /** Drawn over the prices, or in a pane of its own. */
  readonly pane: 'price' | 'own';
  /** One sentence for completion and docs. */
  readonly summary: string;
  readonly inputs: readonly IndicatorInput[];
  readonly params: readonly IndicatorParameter[];
  readonly outputs: readonly IndicatorOutput[];
  /**
   * Whether it takes an unstable period: further leading rows of NaN, while a recursion settles. The
   * values after them are the same, so `batch` blanks them and no stream knows of them.
   */
  readonly unstable: boolean;
  /**
   * Parameters that give the values under an unstable period, for the indicator whose values it changes:
   * TA-Lib's IMI takes a window that is longer by it.
   */
  widened?(params: readonly number[], unstablePeriod: number): readonly number[];
  /** Rows of NaN before the first value. */
  lookback(params: readonly number[]): number;
  /** @throws BacktabError `parameter_out_of_range` */
  stream(params: readonly number[]): IndicatorStream;
  /**
   * The same as a graph, for backends that compute whole columns: finite inputs below 1e100 in size, and
   * values within the exactness bar of the stream's. Undefined for parameters that only the stream computes.
   *
   * @param inputs  one series per input, begun at row 0
   * @returns       one series per output, begun at `lookback(params)`
   */
  graph?(inputs: readonly Series[], params: readonly number[]): readonly Series[] | undefined;
  /** What is different under TradingView's convention; absent where nothing is. `convention.ts` reads it. */
  readonly tradingview?: TradingViewForm;
}

/** How an indicator differs under TradingView's convention; name, parameters and outputs are the same. */
export interface TradingViewForm extends Pick<Indicator, 'lookback' | 'stream' | 'graph'> {
  /** Where it reads other prices. */
  readonly inputs?: readonly IndicatorInput[];
}

/** Output columns of the batch form, as many as `outputs`. */
export type IndicatorColumns = readonly Column[];

import type { Column } from '../core/column';
import type { ResolvedRequest } from './indicator-request';

/** What a request gives: its outputs from row `begin` on. */
export interface IndicatorAnswer {
  /** First row with values; 0 when there are none. */
  readonly begin: number;
  readonly outputs: readonly IndicatorAnswerOutput[];
}

/** One output of an answer. */
export interface IndicatorAnswerOutput {
  readonly name: string;
  readonly kind: 'real' | 'integer';
  /** From row `begin` to the last; empty when the data are too short. */
  readonly values: Column;
}

/** Whole output columns without their warm-up; views on the same memory. */
export function answerOf(
  { indicator, params, unstablePeriod }: ResolvedRequest,
  columns: readonly Column[],
  rows: number,
): IndicatorAnswer {
  const lookback = indicator.lookback(params) + unstablePeriod;
  const begin = lookback < rows ? lookback : 0;
  const from = lookback < rows ? lookback : rows;
  return {
    begin,
    outputs: indicator.outputs.map(({ name, kind }, k) => ({
      name,
      kind,
      values: columns[k]!.subarray(from),
    })),
  };
}

import type { Column } from '../core/column';
import { batch } from '../indicators/batch';
import {
  resolveRequest,
  type ColumnTable,
  type IndicatorRequest,
  type ResolvedRequest,
} from './indicator-request';

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

/**
 * Computes a request on a table.
 *
 * @throws BacktabError codes of `resolveRequest` | `parameter_out_of_range` | `length_mismatch`
 */
export function answerRequest(request: IndicatorRequest, table: ColumnTable): IndicatorAnswer {
  const resolved = resolveRequest(request, table);
  return answerOf(resolved, computeColumns(resolved), table.rows);
}

/**
 * The whole output columns of a request, warm-up included. The one place where requests are computed.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 */
export const computeColumns = ({
  indicator,
  inputs,
  params,
  unstablePeriod,
}: ResolvedRequest): readonly Column[] => batch(indicator, inputs, params, unstablePeriod);

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

import { checkInteger, checkLength } from '../core/check';
import type { Column } from '../core/column';
import type { Indicator } from './indicator';
import { MAX_PERIOD } from './parameters';
import { takeColumns } from './take-columns';

/**
 * Runs an indicator over whole columns: the loop over its stream.
 *
 * @param indicator  entry of the catalogue
 * @param inputs     one `f64[n]` per input of the indicator, oldest first
 * @param params     one value per parameter of the indicator
 * @param unstablePeriod  further rows of warm-up, integer in `[0, 100000]`; only 0 unless the indicator
 *                        is `unstable`
 * @returns          one `f64[n]` per output, rows aligned with the inputs, NaN in warm-up
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_SetUnstablePeriod` of the same function (tests/golden/talib)
 */
export function batch(
  indicator: Indicator,
  inputs: readonly Column[],
  params: readonly number[],
  unstablePeriod = 0,
): Column[] {
  const outputs = run(indicator, inputs, paramsUnder(indicator, params, unstablePeriod));
  blankUnstable(indicator, inputs, params, unstablePeriod, outputs);
  return outputs;
}

/**
 * Parameters that an indicator is computed with under an unstable period: its own, or a wider window.
 *
 * @throws BacktabError `parameter_out_of_range`
 */
export function paramsUnder(
  indicator: Indicator,
  params: readonly number[],
  unstablePeriod: number,
): readonly number[] {
  checkInteger('unstablePeriod', unstablePeriod, 0, indicator.unstable ? MAX_PERIOD : 0);
  return unstablePeriod > 0 && indicator.widened ? indicator.widened(params, unstablePeriod) : params;
}

/**
 * Takes the rows of an unstable period out of what was computed with `paramsUnder` it.
 *
 * @param outputs  whole output columns, which are overwritten
 */
export function blankUnstable(
  indicator: Indicator,
  inputs: readonly Column[],
  params: readonly number[],
  unstablePeriod: number,
  outputs: readonly Column[],
): void {
  if (unstablePeriod === 0 || indicator.widened) return;
  const warm = firstRow(inputs) + indicator.lookback(params) + unstablePeriod;
  for (const output of outputs) output.fill(NaN, 0, warm);
}

/** First row in which every input is a number. */
function firstRow(inputs: readonly Column[]): number {
  const length = inputs[0]?.length ?? 0;
  let row = 0;
  while (row < length && inputs.some((input) => Number.isNaN(input[row]!))) row++;
  return row;
}

function run(indicator: Indicator, inputs: readonly Column[], params: readonly number[]): Column[] {
  checkLength('inputs', inputs.length, indicator.inputs.length);
  const length = inputs[0]?.length ?? 0;
  inputs.forEach((input, k) => checkLength(indicator.inputs[k]?.name ?? 'inputs', input.length, length));

  const outputs = indicator.outputs.map(() => new Float64Array(length));
  takeColumns(indicator.stream(params), inputs, outputs);
  return outputs;
}

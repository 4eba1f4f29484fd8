import { checkInteger, checkLength } from '../core/check';
import type { Column } from '../core/column';
import { ColumnStream } from './column-stream';
import type { Indicator, IndicatorStream } from './indicator';
import { MAX_PERIOD } from './parameters';

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

  const stream = indicator.stream(params);
  if (stream instanceof ColumnStream) {
    const outputs = indicator.outputs.map(() => new Float64Array(length));
    for (let from = 0; from < length; from += BLOCK) {
      stream.take(inputs, outputs, from, Math.min(from + BLOCK, length));
    }
    return outputs;
  }
  const row = new Float64Array(inputs.length);
  const values = new Float64Array(indicator.outputs.length);
  const outputs = indicator.outputs.map(() => new Float64Array(length));
  const [input] = inputs;
  const [output] = outputs;
  if (inputs.length === 1 && outputs.length === 1 && input && output) {
    runThrough(stream, input, output);
    return outputs;
  }
  for (let i = 0; i < length; i++) {
    for (let k = 0; k < inputs.length; k++) row[k] = inputs[k]![i]!;
    stream.next(row, values);
    for (let k = 0; k < outputs.length; k++) outputs[k]![i] = values[k]!;
  }
  return outputs;
}

const BLOCK = 1024;

/** The same for one input and one output, which spares most of the loop. */
function runThrough(stream: IndicatorStream, input: Column, output: Column): void {
  const row = new Float64Array(1);
  const value = new Float64Array(1);
  for (let i = 0; i < input.length; i++) {
    row[0] = input[i]!;
    stream.next(row, value);
    output[i] = value[0]!;
  }
}

import { checkLength } from '../core/check';
import type { Column } from '../core/column';
import type { Indicator, IndicatorStream } from './indicator';

/**
 * Runs an indicator over whole columns: the loop over its stream.
 *
 * @param indicator  entry of the catalogue
 * @param inputs     one `f64[n]` per input of the indicator, oldest first
 * @param params     one value per parameter of the indicator
 * @returns          one `f64[n]` per output, rows aligned with the inputs, NaN in warm-up
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 */
export function batch(indicator: Indicator, inputs: readonly Column[], params: readonly number[]): Column[] {
  checkLength('inputs', inputs.length, indicator.inputs.length);
  const length = inputs[0]?.length ?? 0;
  inputs.forEach((input, k) => checkLength(indicator.inputs[k]?.name ?? 'inputs', input.length, length));

  const stream = indicator.stream(params);
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

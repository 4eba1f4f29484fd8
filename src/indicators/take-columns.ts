import type { Column } from '../core/column';
import { ColumnStream } from './column-stream';
import type { IndicatorStream } from './indicator';

/** Rows of a call of the loops below: engines compile better what is called often than one long loop. */
const BLOCK = 1000;
/** Inputs and outputs that `takeFew` takes. */
const FEW = { inputs: 4, outputs: 3 } as const;

/** A stream, the columns that it takes and writes, and one row of them. */
interface Work {
  readonly stream: IndicatorStream;
  readonly inputs: readonly Column[];
  readonly outputs: readonly Column[];
  readonly row: Float64Array;
  readonly values: Float64Array;
}

/**
 * Lets a stream take whole columns.
 *
 * @param inputs   one column per input
 * @param outputs  one column per output, of the same length, overwritten
 */
export function takeColumns(
  stream: IndicatorStream,
  inputs: readonly Column[],
  outputs: readonly Column[],
): void {
  const take = loopOf(stream, inputs, outputs);
  const length = inputs[0]?.length ?? 0;
  for (let from = 0; from < length; from += BLOCK) take(from, Math.min(from + BLOCK, length));
}

function loopOf(
  stream: IndicatorStream,
  inputs: readonly Column[],
  outputs: readonly Column[],
): (from: number, to: number) => void {
  if (stream instanceof ColumnStream) return (from, to) => stream.take(inputs, outputs, from, to);
  const row = new Float64Array(Math.max(inputs.length, FEW.inputs));
  const values = new Float64Array(Math.max(outputs.length, FEW.outputs));
  const work = { stream, inputs, outputs, row, values };
  if (inputs.length === 1 && outputs.length === 1) return (from, to) => takeOne(work, from, to);
  const isFew = inputs.length <= FEW.inputs && outputs.length <= FEW.outputs;
  return isFew ? fewColumns(work) : (from, to) => takeMany(work, from, to);
}

/** The work with as many columns as `takeFew` takes: inputs are repeated, and there is a place for what no stream writes. */
function fewColumns(work: Work): (from: number, to: number) => void {
  const { inputs, outputs } = work;
  const unused = outputs.length < FEW.outputs ? new Float64Array(inputs[0]!.length) : outputs[0]!;
  const padded = {
    ...work,
    inputs: Array.from({ length: FEW.inputs }, (_, k) => inputs[k] ?? inputs[0]!),
    outputs: Array.from({ length: FEW.outputs }, (_, k) => outputs[k] ?? unused),
  };
  return (from, to) => takeFew(padded, from, to);
}

function takeOne({ stream, inputs, outputs, row, values }: Work, from: number, to: number): void {
  const input = inputs[0]!;
  const output = outputs[0]!;
  for (let i = from; i < to; i++) {
    row[0] = input[i]!;
    stream.next(row, values);
    output[i] = values[0]!;
  }
}

/** No loop over the columns inside the one over the rows: that alone halves the time of most streams. */
function takeFew({ stream, inputs, outputs, row, values }: Work, from: number, to: number): void {
  const [a, b, c, d] = inputs as [Column, Column, Column, Column];
  const [x, y, z] = outputs as [Column, Column, Column];
  for (let i = from; i < to; i++) {
    row[0] = a[i]!;
    row[1] = b[i]!;
    row[2] = c[i]!;
    row[3] = d[i]!;
    stream.next(row, values);
    x[i] = values[0]!;
    y[i] = values[1]!;
    z[i] = values[2]!;
  }
}

function takeMany({ stream, inputs, outputs, row, values }: Work, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    for (let k = 0; k < inputs.length; k++) row[k] = inputs[k]![i]!;
    stream.next(row, values);
    for (let k = 0; k < outputs.length; k++) outputs[k]![i] = values[k]!;
  }
}

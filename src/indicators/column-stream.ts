import type { Column } from '../core/column';
import type { IndicatorStream } from './indicator';

/**
 * A stream that takes many rows at once, column by column, with its state at hand from row to row: what is
 * worked out a thousand times between two looks at it costs a fraction of as many calls of `next`. One row
 * is a column of its own, so there is one definition, and how rows are dealt makes no difference to values.
 */
export abstract class ColumnStream implements IndicatorStream {
  /** The row of `next`, as columns of one row. */
  private readonly rowInputs: readonly Column[];
  private readonly rowOutputs: readonly Column[];

  /**
   * @param inputs   of a row
   * @param outputs  of a row
   */
  constructor(inputs: number, outputs: number) {
    this.rowInputs = Array.from({ length: inputs }, () => new Float64Array(1));
    this.rowOutputs = Array.from({ length: outputs }, () => new Float64Array(1));
  }

  next(row: Float64Array, out: Float64Array): void {
    const { rowInputs, rowOutputs } = this;
    for (let k = 0; k < rowInputs.length; k++) rowInputs[k]![0] = row[k]!;
    this.take(rowInputs, rowOutputs, 0, 1);
    for (let k = 0; k < rowOutputs.length; k++) out[k] = rowOutputs[k]![0]!;
  }

  /**
   * Takes the next rows and writes their outputs; NaN during warm-up.
   *
   * @param inputs   one column per input
   * @param outputs  one column per output, of the same length
   * @param from     first row of the columns that is taken
   * @param to       row after the last one
   */
  abstract take(inputs: readonly Column[], outputs: readonly Column[], from: number, to: number): void;
}

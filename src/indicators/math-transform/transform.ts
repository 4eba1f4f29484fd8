import type { Column } from '../../core/column';
import { ColumnStream } from '../column-stream';
import type { Series } from '../graph/series';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters } from '../parameters';

/**
 * An indicator that takes each row by itself.
 *
 * @param names     its name, title and one-sentence summary
 * @param valueOf   value of a row; NaN outside its domain
 * @param seriesOf  the same as a graph
 */
export function transform(
  names: Pick<Indicator, 'name' | 'title' | 'summary'>,
  valueOf: (x: number) => number,
  seriesOf: (x: Series) => Series,
): Indicator {
  class TransformStream extends ColumnStream {
    override take([x]: readonly Column[], [y]: readonly Column[], from: number, to: number): void {
      for (let i = from; i < to; i++) y![i] = valueOf(x![i]!);
    }
  }
  return {
    ...names,
    group: 'math_transform',
    pane: 'own',
    inputs: REAL,
    params: [],
    outputs: VALUE,
    unstable: false,
    lookback: () => 0,
    stream(params) {
      checkParameters([], params);
      return new TransformStream(1, 1);
    },
    graph: ([real]) => [seriesOf(real!)],
  };
}

import type { Series } from '../graph/series';
import type { Indicator, IndicatorStream } from '../indicator';
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
  class TransformStream implements IndicatorStream {
    next(row: Float64Array, out: Float64Array): void {
      out[0] = valueOf(row[0]!);
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
      return new TransformStream();
    },
    graph: ([real]) => [seriesOf(real!)],
  };
}

import type { Series } from '../graph/series';
import type { Indicator, IndicatorStream } from '../indicator';
import { PAIR, VALUE } from '../outputs';
import { checkParameters } from '../parameters';

/**
 * An indicator that joins the rows of two series one by one.
 *
 * @param names  its name, title and one-sentence summary
 * @param join   value of a pair of rows
 */
export function binary(
  names: Pick<Indicator, 'name' | 'title' | 'summary'>,
  join: (a: number, b: number) => number,
  joined: (a: Series, b: Series) => Series,
): Indicator {
  class BinaryStream implements IndicatorStream {
    next(row: Float64Array, out: Float64Array): void {
      out[0] = join(row[0]!, row[1]!);
    }
  }
  return {
    ...names,
    group: 'math_operator',
    pane: 'own',
    inputs: PAIR,
    params: [],
    outputs: VALUE,
    unstable: false,
    lookback: () => 0,
    graph: ([real0, real1]) => [joined(real0!, real1!)],
    stream(params) {
      checkParameters([], params);
      return new BinaryStream();
    },
  };
}

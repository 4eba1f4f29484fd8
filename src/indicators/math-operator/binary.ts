import type { Column } from '../../core/column';
import { ColumnStream } from '../column-stream';
import type { Series } from '../graph/series';
import type { Indicator } from '../indicator';
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
  class BinaryStream extends ColumnStream {
    override take([a, b]: readonly Column[], [y]: readonly Column[], from: number, to: number): void {
      for (let i = from; i < to; i++) y![i] = join(a![i]!, b![i]!);
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
      return new BinaryStream(2, 1);
    },
  };
}

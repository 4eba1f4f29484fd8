import type { Series } from '../graph/series';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { FullRowStream } from '../primitives/full-row-stream';
import { WindowLine } from '../primitives/window-line';

const PARAMS = [period('timePeriod', 2, 14)];

/**
 * An indicator that reads one number off the least-squares line through the last `timePeriod` rows.
 *
 * @param about  its name, title, pane and one-sentence summary
 * @param read   the number, of a line and the rows that it goes through
 */
export function lineIndicator(
  about: Pick<Indicator, 'name' | 'title' | 'pane' | 'summary'>,
  read: (line: WindowLine, timePeriod: number) => number,
  drawn: (x: Series, timePeriod: number) => Series,
): Indicator {
  class LineStream extends FullRowStream {
    private readonly period: number;
    private readonly line: WindowLine;
    private rows = 0;

    constructor(timePeriod: number) {
      super();
      this.period = timePeriod;
      this.line = new WindowLine(timePeriod);
    }

    protected take(row: Float64Array, out: Float64Array): void {
      this.line.push(row[0]!);
      if (this.rows < this.period) this.rows++;
      out[0] = this.rows < this.period ? NaN : read(this.line, this.period);
    }
  }
  return {
    ...about,
    group: 'statistic',
    inputs: REAL,
    params: PARAMS,
    outputs: VALUE,
    unstable: false,
    lookback: ([timePeriod = NaN]) => timePeriod - 1,
    graph: ([real], [timePeriod = NaN]) => [drawn(real!, timePeriod)],
    stream(params) {
      checkParameters(PARAMS, params);
      const [timePeriod = NaN] = params;
      return new LineStream(timePeriod);
    },
  };
}

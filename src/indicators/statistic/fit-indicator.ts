import type { Indicator } from '../indicator';
import { PAIR, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowFit } from '../primitives/window-fit';
import { type Fit, windowFit } from '../graph/statistic-blocks';
import type { Series } from '../graph/series';

const PARAMS = [period('timePeriod', 2, 30)];

/**
 * An indicator that reads one number off the least-squares line of its first series on its second one over the
 * last `timePeriod` rows.
 *
 * @param about  its name, title and one-sentence summary
 * @param read   the number, of a line
 * @param drawn  the same of a line in a graph
 */
export function fitIndicator(
  about: Pick<Indicator, 'name' | 'title' | 'summary'>,
  read: (fit: WindowFit) => number,
  drawn: (fit: Fit) => Series,
): Indicator {
  class FitStream extends BlankedStream {
    private readonly fit: WindowFit;

    constructor(timePeriod: number) {
      super(timePeriod - 1);
      this.fit = new WindowFit(timePeriod);
    }

    protected override compute(row: Float64Array, out: Float64Array): void {
      this.fit.push(row[0]!, row[1]!);
      out[0] = read(this.fit);
    }
  }
  return {
    ...about,
    group: 'statistic',
    pane: 'own',
    inputs: PAIR,
    params: PARAMS,
    outputs: VALUE,
    unstable: false,
    lookback: ([timePeriod = NaN]) => timePeriod - 1,
    graph([real0, real1], [timePeriod = NaN]) {
      return [drawn(windowFit(real0!, real1!, timePeriod))];
    },
    stream(params) {
      checkParameters(PARAMS, params);
      const [timePeriod = NaN] = params;
      return new FitStream(timePeriod);
    },
  };
}
